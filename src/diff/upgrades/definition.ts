import { type Fields, isFields } from '#snapshot/fields.ts';
import { eachOf, ofSpec, present, type Step } from './upgrade.ts';

/**
 * A CustomResourceDefinition of `apiextensions.k8s.io/v1beta1`, in which one schema, one set of columns and
 * subresources could stand for all versions, and one version needed no list.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/
 */
export const definition = ofSpec(
  ({ version, versions, validation, subresources, additionalPrinterColumns, ...spec }) => {
    const listed = Array.isArray(versions) && versions.length > 0;
    const all = listed ? versions : [{ name: version, served: true, storage: true }];
    const shared = present({ schema: validation, subresources, additionalPrinterColumns });
    return {
      scope: 'Namespaced',
      preserveUnknownFields: true,
      ...spec,
      ...(isFields(spec['conversion']) ? { conversion: conversion(spec['conversion']) } : {}),
      versions: eachOf(all, (each) => withColumns({ ...shared, ...each })),
    };
  },
);

const withColumns: Step = ({ additionalPrinterColumns: columns, ...version }) => ({
  ...version,
  ...(columns === undefined
    ? {}
    : {
        additionalPrinterColumns: eachOf(columns, ({ JSONPath, ...column }) => ({
          ...present({ jsonPath: JSONPath }),
          ...column,
        })),
      }),
});

/** `{ webhookClientConfig }` → `{ webhook: { clientConfig } }`. */
function conversion({
  webhookClientConfig: clientConfig,
  conversionReviewVersions = ['v1beta1'],
  ...rest
}: Fields): Fields {
  return rest['strategy'] === 'Webhook'
    ? { ...rest, webhook: present({ clientConfig, conversionReviewVersions }) }
    : rest;
}

import { layoutOf } from './layout.ts';

/**
 * A support bundle of Replicated's troubleshoot: below `cluster-resources` a list for each namespace in a
 * folder of its kind, arrays of custom resources, and what the collector was told.
 *
 * @see https://github.com/replicatedhq/troubleshoot/blob/main/pkg/constants/constants.go
 */
export const supportBundle = layoutOf({
  name: 'troubleshoot support bundle',
  logs: /(?:^|\/)cluster-resources\/pods\/logs\//,
  noObjects: [
    [/(?:^|\/)cluster-resources\/auth-cani-list\//, 'says what the collector may read'],
    [/(?:^|\/)cluster-resources\/image-pull-secrets\//, 'holds the registries of a Secret'],
    [/(?:^|\/)cluster-resources\/(?:[^/]+\/)*[^/]+-errors\.json$/, 'tells what was not collected'],
    [/(?:^|\/)host-collectors\//, 'is about a host'],
  ],
  objects: [
    [
      /(?:^|\/)cluster-resources\/custom-resources\/(?<resource>[^/]+?)(?:\/(?<namespace>[^/]+?))?\.(?:json|ya?ml)$/,
    ],
    [
      /(?:^|\/)cluster-resources\/custom-resource-definitions\.json$/,
      { resource: 'customresourcedefinitions', group: 'apiextensions.k8s.io' },
    ],
    [/(?:^|\/)cluster-resources\/(?:groups|resources)\.json$/],
    [/(?:^|\/)cluster-resources\/(?<resource>[^/]+)\/(?<namespace>[^/]+)\.json$/],
    [/(?:^|\/)cluster-resources\/(?<resource>[^/]+)\.json$/],
    [/(?:^|\/)cluster-info\/cluster_version\.json$/],
  ],
});

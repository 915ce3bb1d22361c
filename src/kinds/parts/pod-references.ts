import type { Reference } from '#kinds/reference.ts';
import { environmentReferences } from './environment-references.ts';
import { accountOf, containersByField, type PodSite, type PodSpec } from './pod-template.ts';
import { refer } from './refer.ts';
import { volumeReferences } from './volume-references.ts';

/**
 * Every edge that a pod spec writes, in the order of its fields.
 *
 * Which Nodes and neighbours a pod asks for (node selector, affinity, topology spread) is no edge:
 * each would join every pod with every Node.
 */
export function podReferences(spec: PodSpec | undefined, site: PodSite): readonly Reference[] {
  if (spec === undefined) return [];
  const environments = containersByField(spec).flatMap(([field, containers]) =>
    containers.flatMap((container) => {
      const at = `${site.at}.${field}[name=${container.name}]`;
      return environmentReferences(container, { ...site, at });
    }),
  );
  return [
    ...environments,
    ...spec.volumes.flatMap((volume) => volumeReferences(volume, spec, site)),
    ...identityReferences(spec, site),
    ...schedulingReferences(spec, site),
  ];
}

/**
 * {@link podReferences} of a template, and what the API server will add to its Pods: the namespace's
 * ServiceAccount `default` where none is named. (Pods have it written out; the mirror Pods of static
 * pods have none at all.)
 */
export function templateReferences(spec: PodSpec | undefined, site: PodSite): readonly Reference[] {
  const written = podReferences(spec, site);
  if (spec === undefined || written.some(({ relation }) => relation === 'identity')) return written;
  const byDefault = refer('identity', 'ServiceAccount', {
    name: accountOf(spec),
    namespace: site.namespace,
    path: `${site.at}.serviceAccountName`,
    detail: 'by default',
  });
  return [...written, ...byDefault];
}

function identityReferences(spec: PodSpec, { at, namespace }: PodSite): readonly Reference[] {
  return [
    ...refer('identity', 'ServiceAccount', {
      name: spec.serviceAccountName || spec.serviceAccount,
      namespace,
      path: `${at}.serviceAccountName`,
    }),
    ...spec.imagePullSecrets.flatMap(({ name }) =>
      refer('pulls', 'Secret', {
        name,
        namespace,
        path: `${at}.imagePullSecrets[name=${name}].name`,
      }),
    ),
  ];
}

function schedulingReferences(spec: PodSpec, { at, namespace }: PodSite): readonly Reference[] {
  return [
    ...refer('node', 'Node', { name: spec.nodeName, path: `${at}.nodeName` }),
    ...refer('priority', 'PriorityClass.scheduling.k8s.io', {
      name: spec.priorityClassName,
      path: `${at}.priorityClassName`,
    }),
    ...refer('runtime', 'RuntimeClass.node.k8s.io', {
      name: spec.runtimeClassName,
      path: `${at}.runtimeClassName`,
    }),
    ...refer('governs', 'Service', {
      name: spec.subdomain,
      namespace,
      path: `${at}.subdomain`,
      detail: 'its DNS name',
    }),
    ...spec.resourceClaims.flatMap(({ name, resourceClaimName, resourceClaimTemplateName }) => [
      ...refer('allocation', 'ResourceClaim.resource.k8s.io', {
        name: resourceClaimName,
        namespace,
        path: `${at}.resourceClaims[name=${name}].resourceClaimName`,
      }),
      ...refer('allocation', 'ResourceClaimTemplate.resource.k8s.io', {
        name: resourceClaimTemplateName,
        namespace,
        path: `${at}.resourceClaims[name=${name}].resourceClaimTemplateName`,
      }),
    ]),
  ];
}

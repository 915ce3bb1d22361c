import type { Reference } from '#kinds/reference.ts';
import { environmentReferences } from './environment-references.ts';
import { itemPath } from './item-path.ts';
import { networkReferences } from './network-attachment.ts';
import { placementReferences } from './placement-references.ts';
import {
  accountOf,
  containersByField,
  type LinkedPodSpec,
  type LinkedPodTemplate,
  type PodSite,
} from './pod-template.ts';
import { refer } from './refer.ts';
import { claimReferences } from './resource-claims.ts';
import { volumeReferences } from './volume-references.ts';

/**
 * Every edge that a pod spec writes to objects it names, in the order of its fields. Which Nodes and
 * neighbours it asks for, {@link placementReferences} tells.
 */
export function podReferences(
  spec: LinkedPodSpec | undefined,
  site: PodSite,
): readonly Reference[] {
  if (spec === undefined) return [];
  const found: Reference[] = [];
  for (const [field, containers] of containersByField(spec)) {
    for (const container of containers) {
      const at = itemPath(site.at, field, container.name);
      found.push(...environmentReferences(container, { ...site, at }));
    }
  }
  for (const volume of spec.volumes) found.push(...volumeReferences(volume, spec, site));
  found.push(...identityReferences(spec, site), ...schedulingReferences(spec, site));
  return found;
}

/**
 * {@link podReferences} of a template, the networks and Nodes its pods ask for, and what the API server
 * will add to its Pods: the namespace's ServiceAccount `default` where none is named. (Pods have it
 * written out; the mirror Pods of static pods have none at all.)
 *
 * @param site Where the template stands: `spec.template`.
 * @param options.isCopy Whether the owner of the object has the same template: what that asks of Nodes
 *   is told once.
 */
export function templateReferences(
  template: LinkedPodTemplate | undefined,
  { at, namespace }: PodSite,
  { isCopy = false }: { readonly isCopy?: boolean } = {},
): readonly Reference[] {
  const spec = template?.spec;
  if (spec === undefined) return [];
  const site = { at: `${at}.spec`, namespace };
  const written = podReferences(spec, site);
  return [
    ...written,
    ...(written.some(({ relation }) => relation === 'identity') ? [] : byDefault(spec, site)),
    ...(isCopy ? [] : placementReferences(spec, site)),
    ...networkReferences(template?.metadata?.annotations, {
      at: `${at}.metadata.annotations`,
      namespace,
    }),
  ];
}

function byDefault(spec: LinkedPodSpec, { at, namespace }: PodSite): readonly Reference[] {
  return refer('identity', 'ServiceAccount', {
    name: accountOf(spec),
    namespace,
    path: `${at}.serviceAccountName`,
    detail: 'by default',
  });
}

function identityReferences(spec: LinkedPodSpec, { at, namespace }: PodSite): readonly Reference[] {
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

function schedulingReferences(
  spec: LinkedPodSpec,
  { at, namespace }: PodSite,
): readonly Reference[] {
  const found = [...refer('node', 'Node', { name: spec.nodeName, path: `${at}.nodeName` })];
  // The rest is rare, and a cluster has a hundred thousand pod specs to ask.
  if (spec.priorityClassName) {
    found.push(
      ...refer('priority', 'PriorityClass.scheduling.k8s.io', {
        name: spec.priorityClassName,
        path: `${at}.priorityClassName`,
      }),
    );
  }
  if (spec.runtimeClassName) {
    found.push(
      ...refer('runtime', 'RuntimeClass.node.k8s.io', {
        name: spec.runtimeClassName,
        path: `${at}.runtimeClassName`,
      }),
    );
  }
  if (spec.subdomain) {
    found.push(
      ...refer('governs', 'Service', {
        name: spec.subdomain,
        namespace,
        path: `${at}.subdomain`,
        detail: 'its DNS name',
      }),
    );
  }
  if (spec.schedulingGroup !== undefined) {
    found.push(
      ...refer('about', 'PodGroup.scheduling.k8s.io', {
        name: spec.schedulingGroup.podGroupName,
        namespace,
        path: `${at}.schedulingGroup.podGroupName`,
        detail: 'scheduled with it',
      }),
    );
  }
  found.push(...claimReferences(spec.resourceClaims, { at, namespace }));
  return found;
}

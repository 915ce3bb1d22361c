import type { Entry, Model } from '#model/model.ts';
import { builtinResources } from '#snapshot/builtin-resources.ts';
import type { Resource, ResourceType } from '#snapshot/manifest.ts';
import { resourceKey, withoutSecondAddresses } from '#snapshot/manifest.ts';
import { currentGroup, type GroupKind, objectId } from '#snapshot/object-id.ts';
import type { Cluster } from './cluster.ts';

/**
 * How much a snapshot knows of a resource.
 *
 * - `complete`: what is not there did not exist.
 * - `partial`: some objects; others may exist.
 * - `not-captured`: nothing is known.
 */
export type Captured = 'complete' | 'partial' | 'not-captured';

/** The ledger line of `pods` or `storageclasses.storage.k8s.io`, in whichever group it was read. */
export function resourceNamed({ snapshot }: Model, name: string): Resource | undefined {
  const { resources } = snapshot.manifest;
  return (
    resources.find((resource) => resourceKey(resource) === name) ??
    resources.find(
      ({ plural, kind, group }) =>
        resourceKey({ plural, group: currentGroup(group, kind) }) === name,
    )
  );
}

/** How much the snapshot knows of a resource, in one namespace if one is given. */
export function capturedOf(
  { model }: Pick<Cluster, 'model'>,
  name: string,
  namespace?: string,
): Captured {
  const resource = resourceNamed(model, name);
  if (resource === undefined) {
    // A live cluster lists every resource it has; a dump holds what somebody asked for.
    return model.snapshot.manifest.source.type === 'api' ? 'complete' : 'not-captured';
  }
  const status =
    (namespace === undefined ? undefined : resource.namespaces?.[namespace]?.status) ??
    resource.status;
  if (status === 'complete' || status === 'inconsistent') return 'complete';
  return status === 'partial' && resource.count > 0 ? 'partial' : 'not-captured';
}

/** What is known of a resource named as kubectl does: from the ledger, else from Kubernetes itself. */
export function typeNamed(
  { model }: Pick<Cluster, 'model'>,
  name: string,
): ResourceType | undefined {
  return (
    resourceNamed(model, name) ??
    builtinResources.find((resource) => resourceKey(resource) === name)
  );
}

/** Group and kind of a resource named as kubectl does. */
export function kindNamed(cluster: Pick<Cluster, 'model'>, name: string): GroupKind | undefined {
  const type = typeNamed(cluster, name);
  return type && { group: currentGroup(type.group, type.kind), kind: type.kind };
}

/** The object that an author names by its resource, `'deployments.apps'`; undefined when it was not captured. */
export function objectNamed(
  cluster: Pick<Cluster, 'model'>,
  {
    kind,
    namespace,
    name,
  }: { readonly kind: string; readonly namespace?: string | undefined; readonly name: string },
): Entry | undefined {
  const groupKind = kindNamed(cluster, kind);
  return groupKind && cluster.model.get(objectId({ ...groupKind, namespace, name }));
}

/** Resources of which objects may be missing. Kinds that two groups serve count once. */
export function notInFull({ snapshot }: Model): readonly Resource[] {
  return withoutSecondAddresses(snapshot.manifest.resources).filter(
    ({ status }) => status !== 'complete' && status !== 'inconsistent',
  );
}

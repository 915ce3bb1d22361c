import type { CoverageStatus, Manifest, Resource } from '#snapshot/manifest.ts';
import { type GroupKind, groupKindKey, objectId, parseObjectId } from '#snapshot/object-id.ts';

/** Why a side can say nothing of a kind; nothing when it can. */
export type Gap =
  | (Pick<Resource, 'status' | 'message'> & { readonly namespace?: string })
  | { readonly status: 'unknown' };

/** What one snapshot can say of objects it does not hold. */
export interface Knowledge {
  /** Whether the absence of an object means that it does not exist; if not, why. */
  gap(kind: GroupKind, namespace: string | undefined): Gap | undefined;
}

/**
 * Reads the ledger. A resource that it does not name does not exist in a cluster that was asked for
 * all its resources; of a dump, nothing is known. A kind that a dump holds in part is compared all the
 * same: no dump can say that it is whole, and two of them would compare as nothing.
 */
export function knowledgeOf(manifest: Manifest): Knowledge {
  const ledger = ledgerOf(manifest.resources);
  const comparable = new Set<CoverageStatus>(['complete', 'inconsistent']);
  if (manifest.source.type === 'import') comparable.add('partial');
  const namesEveryResource =
    manifest.source.type === 'api' ||
    ledger.get('CustomResourceDefinition.apiextensions.k8s.io')?.status === 'complete';
  return {
    gap(kind, namespace) {
      // A group that did not answer has one line for all its kinds, whose names nobody knows.
      const resource = ledger.get(keyOf(kind)) ?? ledger.get(keyOf({ ...kind, kind: 'Unknown' }));
      if (resource === undefined) return namesEveryResource ? undefined : { status: 'unknown' };
      const line = lineFor(resource, namespace);
      return comparable.has(line.status) && line !== unheld(resource) ? undefined : line;
    },
  };
}

/** What the ledger says of a resource in one namespace. */
function lineFor(resource: Resource, namespace: string | undefined) {
  const own = namespace === undefined ? undefined : resource.namespaces?.[namespace];
  return own === undefined || namespace === undefined ? resource : { ...own, namespace };
}

/** The resource, if it is partial and without an object: the format of the dump had no place for the kind. */
function unheld(resource: Resource): Resource | undefined {
  return resource.status === 'partial' && resource.count === 0 ? resource : undefined;
}

/** The ledger by kind. Of a kind that two groups list, the line that was read. */
function ledgerOf(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  const ledger = new Map<string, Resource>();
  for (const resource of resources) {
    const key = keyOf(resource);
    if (ledger.get(key)?.status !== 'complete') ledger.set(key, resource);
  }
  return ledger;
}

// Through an id, so that a legacy group is moved as it is for objects.
function keyOf({ group, kind }: GroupKind): string {
  return groupKindKey(parseObjectId(objectId({ group, kind, name: '-' })));
}

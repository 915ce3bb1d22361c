import { compareCodePoints } from '#snapshot/json.ts';
import {
  currentGroup,
  type GroupKind,
  groupKindKey,
  groupKindOf,
  type ObjectId,
} from '#snapshot/object-id.ts';
import type { Entry } from './model.ts';

/** The objects of a snapshot, found by id, kind and namespace without a scan. */
export interface ObjectIndex {
  readonly entries: readonly Entry[];
  get(id: ObjectId): Entry | undefined;
  ofKind(kind: GroupKind): readonly Entry[];
  inNamespace(namespace: string): readonly Entry[];
  /** See {@link Model.namespaces}. */
  readonly namespaces: readonly string[];
}

/** Indexes entries; every answer keeps their order. */
export function indexObjects(byId: ReadonlyMap<ObjectId, Entry>): ObjectIndex {
  const entries = [...byId.values()];
  const byKind = groupByKind(entries);
  const byNamespace = groupByNamespace(entries);
  return {
    entries,
    get: (id) => byId.get(id),
    ofKind: ({ group, kind }) =>
      byKind.get(groupKindKey({ group: currentGroup(group, kind), kind })) ?? [],
    inNamespace: (namespace) => byNamespace.get(namespace) ?? [],
    namespaces: namespacesOf(byKind.get('Namespace') ?? [], byNamespace.keys()),
  };
}

/** Objects of a kind stand together, so its key is worked out anew only where the kind changes. */
function groupByKind(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const byKind = new Map<string, Entry[]>();
  let last:
    | { readonly apiVersion: string; readonly kind: string; readonly group: Entry[] }
    | undefined;
  for (const entry of entries) {
    const { apiVersion, kind } = entry.object;
    if (last?.kind !== kind || last.apiVersion !== apiVersion) {
      const key = groupKindKey(groupKindOf(entry.object));
      const group = byKind.get(key) ?? [];
      byKind.set(key, group);
      last = { apiVersion, kind, group };
    }
    last.group.push(entry);
  }
  return byKind;
}

/** Entries by namespace; those of cluster-scoped kinds are under `undefined`. */
export function groupByNamespace(
  entries: readonly Entry[],
): ReadonlyMap<string | undefined, readonly Entry[]> {
  return Map.groupBy(entries, ({ object }) => object.metadata.namespace || undefined);
}

function namespacesOf(
  objects: readonly Entry[],
  mentioned: Iterable<string | undefined>,
): readonly string[] {
  const names = new Set(objects.map(({ object }) => object.metadata.name));
  for (const namespace of mentioned) if (namespace !== undefined) names.add(namespace);
  return [...names].sort(compareCodePoints);
}

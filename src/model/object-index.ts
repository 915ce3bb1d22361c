import type { LabelSelector } from '#kinds/reference.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import {
  currentGroup,
  type GroupKind,
  groupKindKey,
  groupKindOf,
  type ObjectId,
} from '#snapshot/object-id.ts';
import { type LabelSearch, searchByLabel } from './label-search.ts';
import type { Entry } from './model.ts';

/** The objects of a snapshot, found by id, kind, namespace and labels without a scan. */
export interface ObjectIndex {
  get(id: ObjectId): Entry | undefined;
  ofKind(kind: GroupKind): readonly Entry[];
  inNamespace(namespace: string): readonly Entry[];
  /** See {@link Model.namespaces}. */
  readonly namespaces: readonly string[];
  /** Objects of a kind whose labels match. `namespace: undefined` means every namespace. */
  select(kind: GroupKind, namespace: string | undefined, selector: LabelSelector): readonly Entry[];
}

/** Indexes entries; every answer keeps their order. */
export function indexObjects(entries: readonly Entry[]): ObjectIndex {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byKind = Map.groupBy(entries, ({ object }) => groupKindKey(groupKindOf(object)));
  const byNamespace = Map.groupBy(entries, ({ object }) => object.metadata.namespace || undefined);
  const searches = new Map<string, NamespacedSearch>();
  return {
    get: (id) => byId.get(id),
    ofKind: (kind) => byKind.get(keyOf(kind)) ?? [],
    inNamespace: (namespace) => byNamespace.get(namespace) ?? [],
    namespaces: namespacesOf(byKind.get('Namespace') ?? [], byNamespace.keys()),
    select(kind, namespace, selector) {
      const key = keyOf(kind);
      const search = searches.get(key) ?? searchInNamespaces(byKind.get(key) ?? []);
      searches.set(key, search);
      return search(namespace)(selector);
    },
  };
}

function keyOf({ group, kind }: GroupKind): string {
  return groupKindKey({ group: currentGroup(group, kind), kind });
}

function namespacesOf(
  objects: readonly Entry[],
  mentioned: Iterable<string | undefined>,
): readonly string[] {
  const names = new Set(objects.map(({ object }) => object.metadata.name));
  for (const namespace of mentioned) if (namespace !== undefined) names.add(namespace);
  return [...names].sort(compareCodePoints);
}

type NamespacedSearch = (namespace: string | undefined) => LabelSearch;

/** The searches of one kind, a namespace at a time, each prepared when first asked for. */
function searchInNamespaces(entries: readonly Entry[]): NamespacedSearch {
  const byNamespace = Map.groupBy(entries, ({ object }) => object.metadata.namespace || undefined);
  const searches = new Map<string | undefined, LabelSearch>();
  return (namespace) => {
    const within = namespace === undefined ? entries : (byNamespace.get(namespace) ?? []);
    const search = searches.get(namespace) ?? searchByLabel(within);
    searches.set(namespace, search);
    return search;
  };
}

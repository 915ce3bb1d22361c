import { ownerReferences } from '#kinds/generic.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import type { KindPools } from './kind-pools.ts';
import type { Dangling, Edge, Entry } from './model.ts';
import { danglingOf, targetsOf } from './resolve.ts';

/** Every relation of a snapshot, in both directions. */
export interface Relations {
  /** In the order in which the object writes them: owners first. */
  from(id: ObjectId): readonly Edge[];
  /** In the order of the referring objects. */
  to(id: ObjectId): readonly Edge[];
  danglingFrom(id: ObjectId): readonly Dangling[];
  readonly dangling: readonly Dangling[];
}

/** Resolves every reference of every entry, once. */
export function relate(entries: readonly Entry[], pools: KindPools): Relations {
  const from = new Map<ObjectId, readonly Edge[]>();
  const to = new Map<ObjectId, Edge[]>();
  const danglingFrom = new Map<ObjectId, readonly Dangling[]>();
  const shared = sharedTexts();
  for (const entry of entries) {
    const { edges, dangling } = follow(entry, pools, shared);
    if (edges.length > 0) from.set(entry.id, edges);
    if (dangling.length > 0) danglingFrom.set(entry.id, dangling);
    for (const edge of edges) {
      const others = to.get(edge.to);
      if (others) others.push(edge);
      else to.set(edge.to, [edge]);
    }
  }
  return {
    from: (id) => from.get(id) ?? [],
    to: (id) => to.get(id) ?? [],
    danglingFrom: (id) => danglingFrom.get(id) ?? [],
    dangling: [...danglingFrom.values()].flat(),
  };
}

function follow(entry: Entry, pools: KindPools, shared: SharedTexts) {
  const references = [...ownerReferences(entry.object), ...entry.kind.references(entry.object)];
  const paths = new Set<string>();
  const edges: Edge[] = [];
  const dangling: Dangling[] = [];
  for (const reference of references) {
    const { relation, optional } = reference;
    const path = shared(reference.path);
    const detail = reference.detail && shared(reference.detail);
    const targets = targetsOf(reference, entry, pools);
    for (const { id } of targets) {
      edges.push({ from: entry.id, to: id, relation, path, detail, optional });
    }
    if (targets.length === 0) dangling.push(danglingOf(reference, entry, pools));
    paths.add(path);
  }
  // Only where a path occurs twice can one thing be said twice: in a list whose key is not unique.
  if (paths.size === references.length) return { edges, dangling };
  return {
    edges: distinct(edges, ({ relation, path, to }) => `${relation} ${path} ${to}`),
    dangling: distinct(dangling, ({ reference }) => JSON.stringify(reference)),
  };
}

/** The first of the items of each key, in their order. */
function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...Map.groupBy(items, keyOf).values()].flatMap(([first]) => first ?? []);
}

type SharedTexts = (text: string) => string;

/** Keeps one copy of each text: ten thousand Pods mount their volumes at the same path. */
function sharedTexts(): SharedTexts {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
}

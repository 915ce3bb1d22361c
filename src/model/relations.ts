import { ownerReferences } from '#kinds/generic.ts';
import { annotationReferences } from '#kinds/parts/annotation-references.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { type DerivedReferences, derivedReferencesOf } from './derived-references.ts';
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
  const derived = derivedReferencesOf(pools);
  for (const entry of entries) {
    const { edges, dangling } = follow(entry, pools, derived);
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

function follow(entry: Entry, pools: KindPools, derived: DerivedReferences) {
  const references = [
    ...ownerReferences(entry.object),
    ...entry.kind.references(entry.object),
    ...annotationReferences(entry.object.metadata),
    ...derived(entry),
  ];
  const edges: Edge[] = [];
  const dangling: Dangling[] = [];
  for (const reference of references) {
    const { relation, path, detail, optional } = reference;
    const targets = targetsOf(reference, entry, pools);
    for (const { id } of targets) {
      edges.push({ from: entry.id, to: id, relation, path, detail, optional });
    }
    if (targets.length > 0 || reference.ifFound === true) continue;
    dangling.push(danglingOf(reference, entry, pools));
  }
  return {
    edges: withoutRepeats(edges, ({ relation }) => relation),
    dangling: withoutRepeats(dangling, ({ reference }) => JSON.stringify(reference)),
  };
}

/**
 * The first of those that say the same of one object: in a list whose key is not unique, one thing is
 * said twice. Paths are compared only between those that lead to one object.
 */
function withoutRepeats<Item extends Edge | Dangling>(
  items: readonly Item[],
  sayingOf: (item: Item) => string,
): readonly Item[] {
  if (items.length < 2 || new Set(items.map(({ to }) => to)).size === items.length) return items;
  const told = new Map<Item['to'], Map<string, Set<string>>>();
  return items.filter((item) => {
    const bySaying = told.get(item.to) ?? new Map<string, Set<string>>();
    const saying = sayingOf(item);
    const paths = bySaying.get(saying) ?? new Set();
    const { size } = paths;
    paths.add('path' in item ? item.path : '');
    told.set(item.to, bySaying.set(saying, paths));
    return paths.size > size;
  });
}

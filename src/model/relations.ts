import { ownerReferences } from '#kinds/generic.ts';
import { annotationReferences } from '#kinds/parts/annotation-references.ts';
import type { Reference } from '#kinds/reference.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { type DerivedReferences, derivedReferencesOf } from './derived-references.ts';
import type { KindPools } from './kind-pools.ts';
import type { Dangling, Edge, Entry } from './model.ts';
import { danglingOf, visitTargets } from './resolve.ts';

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
  const edges: Edge[] = [];
  const dangling: Dangling[] = [];
  const { object, kind, id: from } = entry;
  const followAll = (references: readonly Reference[]) => {
    for (const reference of references) {
      const { relation, path, detail, optional, ifFound } = reference;
      const leads = visitTargets(reference, entry, pools, ({ id }) =>
        edges.push({ from, to: id, relation, path, detail, optional }),
      );
      if (!leads && ifFound !== true) dangling.push(danglingOf(reference, entry, pools));
    }
  };
  followAll(ownerReferences(object));
  followAll(kind.references(object));
  followAll(annotationReferences(object.metadata));
  followAll(derived(entry));
  return {
    edges: withoutRepeats(edges, ({ relation }) => relation),
    dangling: withoutRepeats(dangling, ({ reference }) => JSON.stringify(reference)),
  };
}

/**
 * The first of those that say the same of one object: in a list whose key is not unique, one thing is
 * said twice.
 */
function withoutRepeats<Item extends Edge | Dangling>(
  items: readonly Item[],
  sayingOf: (item: Item) => string,
): readonly Item[] {
  if (items.length > fewItems) return withoutRepeatsOfMany(items, sayingOf);
  const isRepeat = (item: Item, at: number) => {
    for (let before = 0; before < at; before++) {
      const other = items[before];
      if (other === undefined || other.to !== item.to) continue;
      if (pathOf(other) === pathOf(item) && sayingOf(other) === sayingOf(item)) return true;
    }
    return false;
  };
  return items.some(isRepeat) ? items.filter((item, at) => !isRepeat(item, at)) : items;
}

/** Nearly every object refers to a few others, and looking at those is quicker than keeping a set. */
const fewItems = 32;

/** Paths are compared only between those that lead to one object. */
function withoutRepeatsOfMany<Item extends Edge | Dangling>(
  items: readonly Item[],
  sayingOf: (item: Item) => string,
): readonly Item[] {
  if (new Set(items.map(({ to }) => to)).size === items.length) return items;
  const told = new Map<Item['to'], Map<string, Set<string>>>();
  return items.filter((item) => {
    const bySaying = told.get(item.to) ?? new Map<string, Set<string>>();
    const saying = sayingOf(item);
    const paths = bySaying.get(saying) ?? new Set();
    const { size } = paths;
    paths.add(pathOf(item));
    told.set(item.to, bySaying.set(saying, paths));
    return paths.size > size;
  });
}

function pathOf(item: Edge | Dangling): string {
  return 'path' in item ? item.path : '';
}

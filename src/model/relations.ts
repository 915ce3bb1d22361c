import { ownerReferences } from '#kinds/generic.ts';
import { annotationReferences } from '#kinds/parts/annotation-references.ts';
import type { Reference } from '#kinds/reference.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { derivedReferencesOf } from './derived-references.ts';
import { EdgeTable } from './edge-table.ts';
import type { KindPools } from './kind-pools.ts';
import type { Dangling, Entry } from './model.ts';
import { danglingOf, visitTargets } from './resolve.ts';

/** Every relation of a snapshot, in both directions. */
export interface Relations {
  /** Edges between the objects. */
  readonly edges: Pick<EdgeTable, 'from' | 'to' | 'targets'>;
  danglingFrom(id: ObjectId): readonly Dangling[];
  readonly dangling: readonly Dangling[];
}

/** Resolves every reference of every entry, once. */
export function relate(entries: readonly Entry[], pools: KindPools): Relations {
  const edges = new EdgeTable(entries);
  const danglingFrom = new Map<ObjectId, readonly Dangling[]>();
  const derived = derivedReferencesOf(pools);
  const add = (target: Entry) => edges.add(target);
  for (const entry of entries) {
    const { object, kind, id } = entry;
    const dangling: Dangling[] = [];
    const followAll = (references: readonly Reference[]) => {
      for (const reference of references) {
        edges.tell(reference);
        if (visitTargets(reference, entry, pools, add) || reference.ifFound === true) continue;
        dangling.push(danglingOf(reference, entry, pools));
      }
    };
    edges.begin(entry);
    // In the order in which an object writes them.
    followAll(ownerReferences(object));
    followAll(kind.references(object));
    followAll(annotationReferences(object.metadata));
    followAll(derived(entry));
    if (dangling.length > 0) danglingFrom.set(id, withoutRepeats(dangling));
  }
  return {
    edges,
    danglingFrom: (id) => danglingFrom.get(id) ?? [],
    dangling: [...danglingFrom.values()].flat(),
  };
}

/** The first of those that say the same: in a list whose key is not unique, one thing is said twice. */
function withoutRepeats(dangling: readonly Dangling[]): readonly Dangling[] {
  if (dangling.length === 1) return dangling;
  const bySaying = new Map<string, Dangling>();
  for (const each of dangling) {
    const saying = JSON.stringify([each.to, each.reference]);
    if (!bySaying.has(saying)) bySaying.set(saying, each);
  }
  return [...bySaying.values()];
}

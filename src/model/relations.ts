import { ownerReferences } from '#kinds/generic.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import type { Ledger } from './ledger.ts';
import type { Dangling, Edge, Entry } from './model.ts';
import type { ObjectIndex } from './object-index.ts';
import { type Resolved, resolve } from './resolve.ts';

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
export function relate(entries: readonly Entry[], index: ObjectIndex, ledger: Ledger): Relations {
  const from = new Map<ObjectId, readonly Edge[]>();
  const to = new Map<ObjectId, Edge[]>();
  const dangling: Dangling[] = [];
  for (const entry of entries) {
    const resolved = resolveAll(entry, index, ledger);
    const edges = distinct(resolved.flatMap((each) => (each.found ? each.edges : [])));
    if (edges.length > 0) from.set(entry.id, edges);
    for (const edge of edges) {
      const others = to.get(edge.to);
      if (others) others.push(edge);
      else to.set(edge.to, [edge]);
    }
    for (const each of resolved) if (!each.found) dangling.push(each.dangling);
  }
  const danglingBySource = Map.groupBy(dangling, (each) => each.from);
  return {
    from: (id) => from.get(id) ?? [],
    to: (id) => to.get(id) ?? [],
    danglingFrom: (id) => danglingBySource.get(id) ?? [],
    dangling,
  };
}

function resolveAll(entry: Entry, index: ObjectIndex, ledger: Ledger): readonly Resolved[] {
  const references = [...ownerReferences(entry.object), ...entry.kind.references(entry.object)];
  return references.map((reference) => resolve(reference, entry, index, ledger));
}

/** Without edges that say the same thing at the same place: lists whose key is not unique. */
function distinct(edges: readonly Edge[]): readonly Edge[] {
  const said = new Set<string>();
  return edges.filter(({ relation, path, to }) => {
    const key = `${relation} ${path} ${to}`;
    return said.size < said.add(key).size;
  });
}

import type { ObjectId } from '#snapshot/object-id.ts';
import type { Entry } from './model.ts';
import type { ObjectIndex } from './object-index.ts';
import type { Relations } from './relations.ts';

/** Who owns whom. */
export interface Ownership {
  /**
   * The controller. Where no owner is marked as one, the first owner in the snapshot: the CronJob of a
   * Job made by `kubectl create job --from`.
   */
  ownerOf(id: ObjectId): Entry | undefined;
  /** See {@link Model.ownerChain}. */
  ownerChain(id: ObjectId): readonly Entry[];
  /** See {@link Model.owned}. */
  owned(id: ObjectId): readonly Entry[];
}

/** Reads ownership off the edges: only owners that are in the snapshot count. */
export function ownershipOf(
  entries: readonly Entry[],
  index: ObjectIndex,
  relations: Relations,
): Ownership {
  const owners = entries.map((entry) => {
    const owner = owningEntry(entry, relations);
    return owner === entry ? undefined : owner;
  });
  const ownerOf = (id: ObjectId) => owners[index.get(id)?.place ?? -1];
  const owned = new Map<ObjectId, Entry[]>();
  for (const entry of entries) {
    const owner = owners[entry.place];
    if (owner === undefined) continue;
    const others = owned.get(owner.id);
    if (others === undefined) owned.set(owner.id, [entry]);
    else others.push(entry);
  }
  return {
    ownerOf,
    ownerChain: (id) => chainFrom(id, ownerOf),
    owned: (id) => owned.get(id) ?? [],
  };
}

function owningEntry(entry: Entry, { edges }: Relations): Entry | undefined {
  const written = entry.object.metadata.ownerReferences ?? [];
  if (written.length === 0) return undefined;
  const owners = edges.targets(entry, 'owner');
  const controller = written.find((reference) => reference.controller === true);
  if (controller === undefined) return owners[0];
  return owners.find(
    (owner) =>
      owner.object.kind === controller.kind && owner.object.metadata.name === controller.name,
  );
}

/** Follows owners until there is none, or one comes back: nothing stops a user from writing a cycle. */
function chainFrom(id: ObjectId, ownerOf: (id: ObjectId) => Entry | undefined): readonly Entry[] {
  const chain = new Map<ObjectId, Entry>();
  let owner = ownerOf(id);
  while (owner !== undefined && owner.id !== id && !chain.has(owner.id)) {
    chain.set(owner.id, owner);
    owner = ownerOf(owner.id);
  }
  return [...chain.values()];
}

import { namespacePurpose } from '#catalogue/namespaces.ts';
import type { Entry, Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';

/**
 * Where a reader should go for a problem of an object: to the object whose page shows it, and for the
 * Pod of a Job that nothing owns to the Job.
 */
export function placeOf(model: Model, id: ObjectId): Entry | undefined {
  const home = model.home(id);
  const owners = model.ownerChain(home).filter(({ kind }) => kind.folded === true);
  return owners.at(-1) ?? model.get(home);
}

/**
 * Whether users fill the namespace of an object, or it has none. What is merely untidy in `kube-system`
 * or in a namespace of the distribution is nothing that a reader could change.
 */
export function isUsers({ object }: Entry): boolean {
  const { namespace } = object.metadata;
  if (namespace === undefined || namespace === 'default') return true;
  const madeBy = namespacePurpose(namespace)?.madeBy;
  return madeBy === undefined || madeBy === 'add-on';
}

/** Whether another object of the snapshot made this one, so that its fields are told there. */
export function isMade(model: Model, { id }: Entry): boolean {
  return model.ownerChain(id).length > 0;
}

import type { ObjectId } from '#snapshot/object-id.ts';
import type { Entry } from './model.ts';
import type { Ownership } from './ownership.ts';
import type { Relations } from './relations.ts';

/** Names the object on whose page another is shown. See {@link Model.home}. */
export function homeOf(entry: Entry, relations: Relations, ownership: Ownership): ObjectId {
  if (!entry.kind.folded || isMirrorPod(entry, ownership)) return entry.id;
  const owners = ownership.ownerChain(entry.id);
  const home = owners.find((owner) => !owner.kind.folded) ?? serviceOf(entry, relations);
  return home?.id ?? entry.id;
}

/**
 * Whether a Pod only mirrors one that a kubelet runs from a file. Its owner is a Node, whose page is no
 * place for it: the control plane's Pods are what a reader comes for.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/
 */
function isMirrorPod({ id, object }: Entry, ownership: Ownership): boolean {
  const owner = ownership.ownerOf(id);
  return (
    Object.hasOwn(object.metadata.annotations ?? {}, 'kubernetes.io/config.mirror') ||
    (owner !== undefined && owner.object.kind === 'Node' && owner.object.apiVersion === 'v1')
  );
}

/** Endpoints, and slices made by hand, have no owner: the Service whose addresses they hold is their home. */
function serviceOf(entry: Entry, relations: Relations): Entry | undefined {
  return relations.edges.targets(entry, 'serves')[0];
}

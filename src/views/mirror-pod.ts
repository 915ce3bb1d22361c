import type { Entry } from '#model/model.ts';

/**
 * Whether a Pod only mirrors one that a kubelet runs from a file of its machine.
 *
 * @see https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/
 */
export function isMirrorPod({ object }: Entry): boolean {
  if (object.kind !== 'Pod') return false;
  const { annotations = {}, ownerReferences = [] } = object.metadata;
  return (
    Object.hasOwn(annotations, 'kubernetes.io/config.mirror') ||
    ownerReferences.some(({ apiVersion, kind }) => apiVersion === 'v1' && kind === 'Node')
  );
}

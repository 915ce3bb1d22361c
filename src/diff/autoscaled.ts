import { part, readObject, text } from '#kinds/parts/schema.ts';
import { groupOf, type KubeObject } from '#snapshot/kube-object.ts';
import { groupKindKey, groupKindOf, type ObjectId, objectId } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

const ScaleTarget = part({
  spec: part({ scaleTargetRef: part({ apiVersion: text, kind: text, name: text }) }),
});

function targetOf(autoscaler: KubeObject): ObjectId | undefined {
  const {
    apiVersion = '',
    kind,
    name,
  } = readObject(ScaleTarget, autoscaler).spec?.scaleTargetRef ?? {};
  if (kind === undefined || name === undefined) return undefined;
  return objectId({
    group: groupOf(apiVersion),
    kind,
    namespace: autoscaler.metadata.namespace,
    name,
  });
}

/**
 * Ids of the workloads that a HorizontalPodAutoscaler scales on either side. Their `spec.replicas` is
 * the autoscaler's business, and what differs about it is said at the autoscaler.
 */
export function scaledTargets(...snapshots: readonly Snapshot[]): ReadonlySet<ObjectId> {
  const targets = snapshots
    .flatMap(({ lists }) => lists.flatMap(({ objects }) => objects))
    .filter((object) => groupKindKey(groupKindOf(object)) === 'HorizontalPodAutoscaler.autoscaling')
    .map(targetOf);
  return new Set(targets.filter((target) => target !== undefined));
}

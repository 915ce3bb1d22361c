import { groupOf, type KubeObject } from '#snapshot/kube-object.ts';
import { groupKindKey, groupKindOf, objectId } from '#snapshot/object-id.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';

interface ScaleTargetRef {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly name?: unknown;
}

function targetOf(autoscaler: KubeObject): string | undefined {
  const spec = autoscaler['spec'] as { readonly scaleTargetRef?: ScaleTargetRef } | undefined;
  const { apiVersion, kind, name } = spec?.scaleTargetRef ?? {};
  if (typeof kind !== 'string' || typeof name !== 'string') return undefined;
  return objectId({
    group: typeof apiVersion === 'string' ? groupOf(apiVersion) : '',
    kind,
    namespace: autoscaler.metadata.namespace,
    name,
  });
}

/**
 * Ids of the workloads that a HorizontalPodAutoscaler scales on either side. Their `spec.replicas` is
 * the autoscaler's business, and what differs about it is said at the autoscaler.
 */
export function scaledTargets(...snapshots: readonly Snapshot[]): ReadonlySet<string> {
  const targets = snapshots
    .flatMap(({ lists }) => lists.flatMap(({ objects }) => objects))
    .filter((object) => groupKindKey(groupKindOf(object)) === 'HorizontalPodAutoscaler.autoscaling')
    .map(targetOf);
  return new Set(targets.filter((target) => target !== undefined));
}

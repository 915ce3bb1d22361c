import { number, part, readObject } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import { all, type Cluster, type Running } from './cluster.ts';
import { capturedOf } from './coverage.ts';
import { readPod } from './read.ts';

/**
 * What becomes of a pod whose node does not come back: a controller makes another at once, or only when
 * the old one is known to have ended; it stays with its node; nobody makes it again.
 */
export type Fate = 'again' | 'waits' | 'stays' | 'gone';

/** A pod has ended and takes part in nothing any more. */
export function isOver(pod: Entry): boolean {
  const phase = readPod(pod).status?.phase;
  return phase === 'Succeeded' || phase === 'Failed';
}

/**
 * Pods of DaemonSets and of files belong to their node; pods without an owner are lost with it. A
 * StatefulSet never runs two pods of one name, and that the old one has ended only its node could say.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/force-delete-stateful-set-pod/
 */
export function fateOf({ model }: Cluster, pod: Entry): Fate {
  const kind = makerKind(pod);
  if (kind === 'Node' || kind === 'DaemonSet') return 'stays';
  if (pod.object.metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined)
    return 'stays';
  if (kind === 'StatefulSet') return 'waits';
  return kind === undefined && model.ownerChain(pod.id).length === 0 ? 'gone' : 'again';
}

/** Pods by the name of their node; those that have ended are left out. */
export function podsByNode(cluster: Cluster): ReadonlyMap<string, readonly Entry[]> {
  const living = all(cluster, 'Pod').filter((pod) => !isOver(pod));
  return Map.groupBy(living, (pod) => readPod(pod).spec?.nodeName ?? '');
}

const unreachable = 'node.kubernetes.io/unreachable';

/**
 * Seconds a pod may stay on an unreachable node before it is deleted; `Infinity` when it tolerates that
 * for ever, 0 when it does not at all.
 */
export function patienceOf(pod: Entry): number {
  const fitting = (readPod(pod).spec?.tolerations ?? []).filter(
    ({ key, operator, effect }) =>
      (key === unreachable || (!key && operator === 'Exists')) &&
      (!effect || effect === 'NoExecute'),
  );
  if (fitting.length === 0) return 0;
  return Math.min(...fitting.map(({ tolerationSeconds }) => tolerationSeconds ?? Infinity));
}

const multiplied = ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'];
const Scaled = part({ spec: part({ replicas: number }) });

/** A workload whose every pod is on one node: that node alone can stop it. */
export interface OneNodeWorkload {
  readonly running: Running;
  /** Those that have not ended; at least one, all with the same `spec.nodeName`. */
  readonly pods: readonly Entry[];
  readonly nodeName: string;
}

/** The kind of controller that made a pod, also where the snapshot lacks the controller itself. */
function makerKind(pod: Entry): string | undefined {
  const owners = pod.object.metadata.ownerReferences ?? [];
  return (owners.find(({ controller }) => controller === true) ?? owners[0])?.kind;
}

/** Pods may be missing from the snapshot, and the workload asks for more than it shows. */
function mayHaveMore(cluster: Cluster, { root }: Running, pods: readonly Entry[]): boolean {
  const wanted = readObject(Scaled, root.object).spec?.replicas ?? 1;
  return capturedOf(cluster, 'pods') !== 'complete' && wanted > pods.length;
}

/**
 * Workloads that the loss of one node stops, in the model's order. With a single node that is everything,
 * so none is named then.
 */
export function onOneNode(cluster: Cluster): readonly OneNodeWorkload[] {
  if (all(cluster, 'Node').length < 2) return [];
  return cluster.model.namespaces
    .flatMap((namespace) => cluster.running(namespace))
    .flatMap((running): OneNodeWorkload[] => {
      const pods = running.pods.filter((pod) => !isOver(pod));
      const names = new Set(pods.map((pod) => readPod(pod).spec?.nodeName));
      const [nodeName] = names;
      // Above a Deployment may stand the resource of an operator; it is the maker of the pod that counts.
      const isMade = pods[0] !== undefined && multiplied.includes(makerKind(pods[0]) ?? '');
      if (!isMade || names.size !== 1 || nodeName === undefined) return [];
      return mayHaveMore(cluster, running, pods) ? [] : [{ running, pods, nodeName }];
    });
}

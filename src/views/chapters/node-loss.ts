import { list, part, readObject, record, text } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import { all, type Cluster } from './cluster.ts';
import { readPod } from './read.ts';

/** What becomes of a pod whose node does not come back. */
export type Fate = 'again' | 'stays' | 'gone';

/** A pod has ended and takes part in nothing any more. */
export function isOver(pod: Entry): boolean {
  const phase = readPod(pod).status?.phase;
  return phase === 'Succeeded' || phase === 'Failed';
}

/** Pods of DaemonSets and of files belong to their node; pods without an owner are lost with it. */
export function fateOf({ model }: Cluster, pod: Entry): Fate {
  const [owner] = pod.object.metadata.ownerReferences ?? [];
  if (owner?.kind === 'Node' || owner?.kind === 'DaemonSet') return 'stays';
  if (pod.object.metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined)
    return 'stays';
  const chain = model.ownerChain(pod.id);
  return owner === undefined && chain.length === 0 ? 'gone' : 'again';
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

/** Workloads of which one pod runs, and which are meant to run. */
export function singleCopies(
  cluster: Cluster,
): readonly { readonly root: Entry; readonly pod: Entry }[] {
  const kinds = ['Deployment', 'StatefulSet', 'ReplicaSet'];
  return cluster.model.namespaces
    .flatMap((namespace) => cluster.running(namespace))
    .flatMap(({ root, pods }) => {
      const [pod, second] = pods.filter((one) => !isOver(one));
      const isSingle = pod !== undefined && second === undefined;
      // Above a Deployment may stand the resource of an operator; it is the pod's own owner that counts.
      const owner = pod && cluster.model.ownerChain(pod.id)[0];
      return isSingle && owner !== undefined && kinds.includes(owner.object.kind)
        ? [{ root, pod }]
        : [];
    });
}

const Claim = part({ spec: part({ accessModes: list(text) }) });
const Volume = part({
  spec: part({ local: record, hostPath: record, nodeAffinity: record, accessModes: list(text) }),
});

/** A pod with a volume that only one node may use, and where the data is. */
export interface BoundPod {
  readonly pod: Entry;
  readonly claim: Entry;
  /** On a disk of the node itself; otherwise it can be attached to another. */
  readonly isLocal: boolean;
}

/** Pods whose volumes keep them from starting elsewhere at once. */
export function boundPods(cluster: Cluster): readonly BoundPod[] {
  const { model } = cluster;
  return all(cluster, 'Pod')
    .filter((pod) => !isOver(pod))
    .flatMap((pod) =>
      model
        .edgesFrom(pod.id)
        .filter(({ relation }) => relation === 'claims')
        .flatMap(({ to }): BoundPod[] => {
          const claim = model.get(to);
          if (claim === undefined) return [];
          const modes = readObject(Claim, claim.object).spec?.accessModes ?? [];
          const isExclusive = modes.some((mode) => /^ReadWriteOnce/.test(mode));
          return isExclusive ? [{ pod, claim, isLocal: isLocal(cluster, claim) }] : [];
        }),
    );
}

function isLocal({ model }: Cluster, claim: Entry): boolean {
  const volumes = model
    .edgesFrom(claim.id)
    .flatMap(({ to }) => model.get(to) ?? [])
    .filter(({ object }) => object.kind === 'PersistentVolume');
  return volumes.some(({ object }) => {
    const { spec } = readObject(Volume, object);
    return spec?.local !== undefined || spec?.hostPath !== undefined;
  });
}

import { list, part, readObject, record, text } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import { tainted } from '#model/tainted.ts';
import { all, type Cluster } from './cluster.ts';
import { isOver } from './node-loss.ts';
import { readNode, readPod } from './read.ts';

const Claim = part({ spec: part({ accessModes: list(text) }) });
const Volume = part({ spec: part({ local: record, hostPath: record }) });

/** A pod with a volume that only one node may use, and where else the two could go. */
export interface BoundPod {
  readonly pod: Entry;
  readonly claim: Entry;
  /** On a disk of the node itself; otherwise it can be attached to another. */
  readonly isLocal: boolean;
  /** Captured Nodes besides the pod's own whose labels and taints suit both the pod and the volume. */
  readonly otherNodes: readonly Entry[];
}

/** Pods whose volumes keep them from starting elsewhere at once. */
export function boundPods(cluster: Cluster): readonly BoundPod[] {
  const { model } = cluster;
  return all(cluster, 'Pod')
    .filter((pod) => !isOver(pod) && readPod(pod).spec?.nodeName !== undefined)
    .flatMap((pod) =>
      model
        .edgesFrom(pod.id)
        .filter(({ relation }) => relation === 'claims')
        .flatMap(({ to }): BoundPod[] => {
          const claim = model.get(to);
          if (claim === undefined) return [];
          const modes = readObject(Claim, claim.object).spec?.accessModes ?? [];
          if (!modes.some((mode) => /^ReadWriteOnce/.test(mode))) return [];
          const volumes = volumesOf(cluster, claim);
          const otherNodes = otherNodesFor(cluster, pod, volumes);
          return [{ pod, claim, isLocal: volumes.some(isOnNode), otherNodes }];
        }),
    );
}

function volumesOf({ model }: Cluster, claim: Entry): readonly Entry[] {
  return model
    .edgesFrom(claim.id)
    .flatMap(({ to }) => model.get(to) ?? [])
    .filter(({ object }) => object.kind === 'PersistentVolume');
}

function isOnNode({ object }: Entry): boolean {
  const { spec } = readObject(Volume, object);
  return spec?.local !== undefined || spec?.hostPath !== undefined;
}

/** The Nodes that an object narrows itself to; undefined when any will do. */
function narrowedTo(
  { model }: Cluster,
  ids: readonly Entry['id'][],
  relation: 'asks' | 'reach',
): ReadonlySet<string> | undefined {
  const edges = ids
    .flatMap((id) => model.edgesFrom(id))
    .filter((edge) => edge.relation === relation && edge.optional !== true);
  return edges.length === 0 ? undefined : new Set(edges.map(({ to }) => to));
}

/** Only the labels and taints of Nodes are looked at: their room, and what else runs there, may still speak against one. */
function otherNodesFor(cluster: Cluster, pod: Entry, volumes: readonly Entry[]): readonly Entry[] {
  const { nodeName, tolerations = [] } = readPod(pod).spec ?? {};
  const makers = cluster.model.ownerChain(pod.id).map(({ id }) => id);
  const asked = narrowedTo(cluster, makers, 'asks');
  const reached = narrowedTo(
    cluster,
    volumes.map(({ id }) => id),
    'reach',
  );
  return all(cluster, 'Node').filter((node) => {
    if (node.object.metadata.name === nodeName) return false;
    const taints = readNode(node).spec?.taints ?? [];
    const isOpen = taints.every(({ effect }) => effect === 'PreferNoSchedule');
    return (
      (asked?.has(node.id) ?? true) &&
      (reached?.has(node.id) ?? true) &&
      (isOpen || tainted([node], tolerations).length > 0)
    );
  });
}

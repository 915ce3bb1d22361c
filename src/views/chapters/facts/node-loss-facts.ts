import type { Entry } from '#model/model.ts';
import { boundPods } from '#views/chapters/bound-pods.ts';
import { all, type Cluster, find } from '#views/chapters/cluster.ts';
import { fateOf, onOneNode, patienceOf, podsByNode } from '#views/chapters/node-loss.ts';
import { code, text } from '#views/chapters/prose.ts';
import { readPod, readSlice } from '#views/chapters/read.ts';
import { linkTo } from '#views/chapters/wording.ts';
import { partPods } from './control-plane-facts.ts';
import { codeOf, type FactTable, type FactValue } from './fact.ts';
import { gracePeriod } from './lease-facts.ts';

/** Seconds of a duration as flags and we write it: `50 s`, `40s`, `1m0s`. */
function seconds(words: string): number | undefined {
  const match = /^(?:(\d+)m)?(?:(\d+) ?s)?$/.exec(words);
  return match === null ? undefined : Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0);
}

/** The least time from the last heartbeat until the first of some pods is deleted. */
function outage(cluster: Cluster): string {
  const silence = seconds(gracePeriod(cluster).text);
  const waits = onOneNode(cluster).flatMap(({ pods }) => pods.map(patienceOf));
  const shortest = Math.min(...waits);
  const wait = Number.isFinite(shortest) ? shortest : 300;
  return silence === undefined ? 'some six minutes' : `${silence + wait} s`;
}

/** The node that has every pod of the API server, where there are others besides. */
function onlyControlPlaneNode(cluster: Cluster): Entry | undefined {
  const names = new Set(
    partPods(cluster, 'kube-apiserver').flatMap((pod) => readPod(pod).spec?.nodeName ?? []),
  );
  const [name] = names;
  const isOnly = names.size === 1 && all(cluster, 'Node').length > 1;
  return isOnly && name !== undefined ? find(cluster, 'Node', undefined, name) : undefined;
}

/** A pod whose node is lost, the pod that has to be made again, and who makes it. */
interface Loss {
  readonly node: Entry;
  readonly pod: Entry;
  readonly owner: { readonly kind: string; readonly name: string };
}

const losses = new WeakMap<Cluster, Loss | undefined>();

/** A pod of people rather than of the system, away from the control plane where that is possible. */
function exampleLoss(cluster: Cluster): Loss | undefined {
  if (!losses.has(cluster)) losses.set(cluster, findLoss(cluster));
  return losses.get(cluster);
}

function findLoss(cluster: Cluster): Loss | undefined {
  if (all(cluster, 'Node').length < 2) return undefined;
  const found = [...podsByNode(cluster)].flatMap(([name, pods]): Loss[] => {
    const node = find(cluster, 'Node', undefined, name);
    if (node === undefined) return [];
    return pods.flatMap((pod) => {
      const [owner] = pod.object.metadata.ownerReferences ?? [];
      const wait = patienceOf(pod);
      const isReplaced = fateOf(cluster, pod) === 'again' && wait > 0 && wait < Infinity;
      return owner?.kind === 'ReplicaSet' && isReplaced ? [{ node, pod, owner }] : [];
    });
  });
  const server = onlyControlPlaneNode(cluster);
  const rank = ({ node, pod }: Loss) =>
    (node === server ? 4 : 0) +
    (/^(?:kube-|openshift-)/.test(pod.object.metadata.namespace ?? '') ? 2 : 0) +
    (readPod(pod).status?.podIP === undefined ? 1 : 0);
  return found.sort((a, b) => rank(a) - rank(b))[0];
}

function ofLoss(say: (loss: Loss, cluster: Cluster) => FactValue) {
  return (cluster: Cluster): FactValue => {
    const loss = exampleLoss(cluster);
    return loss && say(loss, cluster);
  };
}

/** What the loss of a node would cost. */
export const nodeLossFacts = {
  'node-loss.on-one-node': (cluster) => onOneNode(cluster).length > 0,
  'node-loss.volumes': (cluster) => boundPods(cluster).length > 0,
  'node-loss.outage': outage,
  'node-loss.stateful': (cluster) =>
    all(cluster, 'Pod').some((pod) => fateOf(cluster, pod) === 'waits'),
  'node-loss.control-plane-node': (cluster) => {
    const node = onlyControlPlaneNode(cluster);
    return node && linkTo(cluster, node);
  },
  // Pods of DaemonSets and of files: nobody makes them again elsewhere.
  'node-loss.all-stay': (cluster) => {
    const placed = [...podsByNode(cluster)].flatMap(([node, pods]) => (node === '' ? [] : pods));
    return placed.length > 0 && placed.every((pod) => fateOf(cluster, pod) === 'stays');
  },
  'loss.node': ofLoss(({ node }, cluster) => linkTo(cluster, node)),
  'loss.silence': ofLoss(({ node }, cluster) =>
    // Without the machine of the only API server there would be nothing to tell.
    node === onlyControlPlaneNode(cluster)
      ? [
          text('Say the kubelet of '),
          linkTo(cluster, node),
          text(' falls silent, while the rest of the machine goes on.'),
        ]
      : [text('Say '), linkTo(cluster, node), text(' falls silent.')],
  ),
  'loss.node-short': ofLoss(({ node }) => node.object.metadata.name.replace(/\..*$/, '')),
  'loss.pod': ofLoss(({ pod }, cluster) => linkTo(cluster, pod)),
  'loss.owner': ofLoss(({ owner, pod }, cluster) => {
    const [entry] = cluster.model.ownerChain(pod.id);
    const name = entry === undefined ? code(owner.name) : linkTo(cluster, entry);
    return [text(`${owner.kind} `), name];
  }),
  'loss.wait': ofLoss(({ pod }) => `${patienceOf(pod)} s`),
  'loss.address': ofLoss(({ pod }, cluster) => {
    const ip = readPod(pod).status?.podIP;
    const slices = all(cluster, 'EndpointSlice.discovery.k8s.io', pod.object.metadata.namespace);
    const isListed = slices.some((slice) =>
      readSlice(slice).endpoints.some(({ addresses }) => addresses.includes(ip ?? '')),
    );
    return isListed ? codeOf(ip) : undefined;
  }),
} satisfies FactTable;

import type { Part } from '#catalogue/distribution.ts';
import type { Entry } from '#model/model.ts';
import { absentOwner, all, type Cluster, find, type Running } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { nodeCount } from '#views/chapters/facts/cluster-facts.ts';
import { partPods } from '#views/chapters/facts/control-plane-facts.ts';
import { homeOf, podNetwork } from '#views/chapters/facts/network-facts.ts';
import { code, type ExplainedItem, marked, text } from '#views/chapters/prose.ts';
import { readNode, readPod } from '#views/chapters/read.ts';
import { linksTo } from '#views/chapters/wording.ts';
import {
  type Cell,
  certaintyCell,
  codeCell,
  grid,
  type Panel,
  refCell,
  textCell,
} from './panel.ts';

/** Parts that are pods in some clusters: name, part of a distribution, pods here, how they start. */
function partRows(cluster: Cluster): readonly (readonly [string, Part, readonly Entry[], Cell])[] {
  const network = podNetwork(cluster);
  const staticStart = textCell('the kubelet, from a file');
  const owner = (running: Running | undefined): Cell => {
    if (running === undefined) return textCell('');
    const { root } = running;
    if (root.object.kind !== 'Pod') return refCell(cluster, root);
    const maker = absentOwner(root);
    if (maker !== undefined) {
      return [text(`${maker.kind} `), code(maker.name), text(', which was not captured')];
    }
    return isMirror(root) ? staticStart : textCell('nobody that its object names');
  };
  // Where pods were captured at two times, those of one may have lost their workload.
  const best = (id: string) => {
    const found = cluster.component(id);
    return found.find(({ root }) => root.object.kind !== 'Pod') ?? found[0];
  };
  const start = (pods: readonly Entry[]): Cell =>
    cluster.controlPlane.mode === 'regular-pods' && pods[0] !== undefined
      ? linksTo(cluster, cluster.model.ownerChain(pods[0].id).slice(-1))
      : staticStart;
  const pods = (id: string) => cluster.component(id).flatMap((running) => running.pods);
  const part = (name: string) => partPods(cluster, name);
  return [
    ['Datastore', 'datastore', part('etcd'), start(part('etcd'))],
    ['API server', 'kube-apiserver', part('kube-apiserver'), start(part('kube-apiserver'))],
    [
      'Controller manager',
      'kube-controller-manager',
      part('kube-controller-manager'),
      start(part('kube-controller-manager')),
    ],
    ['Scheduler', 'kube-scheduler', part('kube-scheduler'), start(part('kube-scheduler'))],
    ['kube-proxy', 'kube-proxy', pods('kube-proxy'), owner(best('kube-proxy'))],
    ['DNS', 'dns', pods('coredns'), owner(best('coredns'))],
    ['Pod network', 'pod-network', network?.pods ?? [], owner(network)],
  ];
}

/** Parts that a provider with a hidden control plane runs. */
const provided: readonly Part[] = [
  'datastore',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
];

function absent(cluster: Cluster, part: Part): readonly Cell[] {
  const home = homeOf(cluster, part);
  const { provider } = cluster.distribution ?? {};
  const isTheirs = cluster.controlPlane.mode === 'hidden' && provided.includes(part);
  // Where the distribution is proven, so is who runs its control plane.
  if (isTheirs && provider !== undefined && cluster.maker?.confidence === 'certain') {
    return [textCell('on machines that are no nodes'), textCell(provider), certaintyCell('proven')];
  }
  const isCaptured = capturedOf(cluster, 'pods') !== 'not-captured';
  const words = isCaptured ? 'No pod of it is in the snapshot.' : 'Pods were not captured.';
  return [
    [...marked(home === undefined ? words : `${words} ${home}`)],
    textCell('not visible here'),
    certaintyCell('typical'),
  ];
}

/** Where each part lives and who starts it. */
const controlPlane: Panel = (cluster) => {
  const rows = partRows(cluster).map(([name, part, pods, start]): readonly Cell[] => [
    textCell(name),
    ...(pods.length === 0
      ? absent(cluster, part)
      : [linksTo(cluster, pods, 3), start, certaintyCell('proven')]),
  ]);
  const nodes = all(cluster, 'Node');
  const counted = nodeCount(cluster);
  const isKnown = nodes.some((node) => readNode(node).status?.nodeInfo?.kubeletVersion);
  const host = (name: string, starter: string): readonly Cell[] => [
    textCell(name),
    textCell(counted === undefined ? 'a process of every node' : `a process on ${counted}`),
    textCell(starter),
    certaintyCell(isKnown ? 'proven' : 'typical'),
  ];
  return grid(
    ['Part', 'Where', 'Started by', 'Certainty'],
    [
      ...rows,
      host('kubelet', 'the system of the node, not Kubernetes'),
      host('Container runtime', 'the system of the node, not Kubernetes'),
    ],
  );
};

function isMirror({ object }: Entry): boolean {
  return object.metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined;
}

function mirrorPods(cluster: Cluster): readonly Entry[] {
  return all(cluster, 'Pod').filter(isMirror);
}

/** Pods that a kubelet made from files. */
const mirrors: Panel = (cluster) =>
  grid(
    ['Pod', 'Namespace', 'Manifest', 'Node', 'Read from'],
    mirrorPods(cluster)
      .slice(0, 60)
      .map((pod): Cell[] => {
        const { name, namespace = '', annotations } = pod.object.metadata;
        const nodeName = readPod(pod).spec?.nodeName ?? '';
        const node = find(cluster, 'Node', undefined, nodeName);
        const manifest = name.endsWith(`-${nodeName}`) ? name.slice(0, -nodeName.length - 1) : name;
        return [
          refCell(cluster, pod),
          textCell(namespace),
          codeCell(manifest),
          node === undefined ? codeCell(nodeName) : refCell(cluster, node),
          textCell(annotations?.['kubernetes.io/config.source'] ?? 'not captured'),
        ];
      }),
  );

const annotationMeanings: Readonly<Record<string, string>> = {
  'kubernetes.io/config.source':
    'Where the kubelet found it: `file` for a manifest in its folder, `http` for one it fetched.',
  'kubernetes.io/config.mirror':
    'Marks the object as the mirror of a static pod. The value is a hash.',
  'kubernetes.io/config.hash':
    'The hash of the manifest. A changed file gives a new hash and a new pod.',
  'kubernetes.io/config.seen': 'When the kubelet first saw the manifest.',
  'kubeadm.kubernetes.io/etcd.advertise-client-urls':
    'Written by kubeadm, so that it finds etcd again.',
  'kubeadm.kubernetes.io/kube-apiserver.advertise-address.endpoint':
    'Written by kubeadm, so that it finds the API server again.',
};

/** The annotations of one mirror pod, explained. */
const mirrorAnnotations: Panel = (cluster) => {
  const pods = mirrorPods(cluster);
  const pod = pods.find(({ object }) => object.metadata.name.startsWith('etcd-')) ?? pods[0];
  if (pod === undefined) return [];
  const owner = pod.object.metadata.ownerReferences?.[0];
  const known = Object.entries(pod.object.metadata.annotations ?? {}).filter(([key]) =>
    Object.hasOwn(annotationMeanings, key),
  );
  const items = [
    ...known.map(
      ([label, value]): ExplainedItem => ({
        label,
        sign: ':',
        values: [value],
        meaning: marked(annotationMeanings[label] ?? ''),
      }),
    ),
    ...(owner === undefined
      ? []
      : [
          {
            label: 'ownerReferences',
            sign: ':' as const,
            values: [`${owner.kind} ${owner.name}`],
            meaning: marked(
              'Its owner is the Node: there is no controller that would make it again.',
            ),
          },
        ]),
  ];
  return items.length === 0 ? [] : [{ type: 'explained', groups: [{ items }] }];
};

export const controlPanels = {
  'control-plane': controlPlane,
  'mirror-pods': mirrors,
  'mirror-annotations': mirrorAnnotations,
};

import { placeOnMachine } from '#catalogue/control-plane.ts';
import type { Cluster } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { partPods } from '#views/chapters/facts/control-plane-facts.ts';
import { podNetwork } from '#views/chapters/facts/network-facts.ts';
import { marked, type Prose, text } from '#views/chapters/prose.ts';
import { linksTo } from '#views/chapters/wording.ts';
import { type Cell, certaintyCell, grid, type Panel, refCell, textCell } from './panel.ts';

const parts = [
  ['Datastore', 'etcd'],
  ['API server', 'kube-apiserver'],
  ['Controller manager', 'kube-controller-manager'],
  ['Scheduler', 'kube-scheduler'],
] as const;

/** Who runs a part of the control plane of which no pod is to be seen. */
function operator({ controlPlane, distribution }: Cluster): string {
  if (distribution?.provider !== undefined) return distribution.provider;
  switch (controlPlane.mode) {
    case 'host-process':
      return 'whoever runs the machine';
    case 'hidden':
      return 'somebody outside of this cluster';
    default:
      return 'not known';
  }
}

function seen({ distribution }: Cluster): Prose[] {
  return distribution?.service === undefined
    ? [text('its effects only')]
    : [text('its effects; '), ...marked(placeOnMachine(distribution))];
}

function controlRow(cluster: Cluster, [name, part]: (typeof parts)[number]): Cell[] {
  const pods = partPods(cluster, part);
  if (pods.length > 0) {
    return [textCell(name), textCell('you'), linksTo(cluster, pods, 3), certaintyCell('proven')];
  }
  const isCaptured = capturedOf(cluster, 'pods', 'kube-system') !== 'not-captured';
  const isProven = isCaptured && cluster.distribution?.provider !== undefined;
  return [
    textCell(name),
    textCell(isCaptured ? operator(cluster) : 'not captured'),
    seen(cluster),
    certaintyCell(isProven ? 'proven' : 'typical'),
  ];
}

function addOnRow(cluster: Cluster, name: string, id: string | undefined): Cell[][] {
  const [running] = id === undefined ? [] : cluster.component(id);
  if (running === undefined) return [];
  return [
    [
      textCell(name),
      textCell('you, or who installed it for you'),
      refCell(cluster, running.root),
      certaintyCell('typical'),
    ],
  ];
}

/** Who runs each part, and what the snapshot shows of it. */
export const responsibilities: Panel = (cluster) =>
  grid(
    ['Part', 'Run by', 'What you see', 'Certainty'],
    [
      ...parts.map((part) => controlRow(cluster, part)),
      ...addOnRow(cluster, 'Pod network', podNetwork(cluster)?.match?.component.id),
      ...addOnRow(cluster, 'kube-proxy', 'kube-proxy'),
      ...addOnRow(cluster, 'DNS', 'coredns'),
      [
        textCell('Nodes: system, kubelet, container runtime'),
        textCell(nodesBy(cluster)),
        textCell('what the kubelets report'),
        certaintyCell('typical'),
      ],
      [textCell('Workloads'), textCell('you'), textCell('everything'), certaintyCell('proven')],
    ],
  );

function nodesBy({ distribution }: Cluster): string {
  const provider = distribution?.provider;
  return provider === undefined ? 'you' : `you; ${provider} provides the machines and their images`;
}

import type { Entry } from '#model/model.ts';
import { all, type Cluster, find } from '#views/chapters/cluster.ts';
import {
  boundPods,
  type Fate,
  fateOf,
  patienceOf,
  podsByNode,
  singleCopies,
} from '#views/chapters/node-loss.ts';
import { code, text } from '#views/chapters/prose.ts';
import { readPod } from '#views/chapters/read.ts';
import { linksTo } from '#views/chapters/wording.ts';
import { type Cell, grid, type Panel, refCell, textCell } from './panel.ts';

const longList = 40;

function patienceWords(seconds: number): string {
  if (seconds === 0) return 'not at all: deleted with the taint';
  return seconds === Infinity ? 'for ever' : `${seconds} s`;
}

/** How long pods wait on a node that is unreachable. */
const patience: Panel = (cluster) => {
  const placed = [...podsByNode(cluster)].flatMap(([node, pods]) => (node === '' ? [] : pods));
  const groups = [...Map.groupBy(placed, patienceOf)].sort(([a], [b]) => a - b);
  return grid(
    ['Wait on a dead node', 'Pods', 'Such as'],
    groups.map(([seconds, pods]): Cell[] => [
      textCell(patienceWords(seconds)),
      textCell(pods.length.toLocaleString('en')),
      linksTo(cluster, pods.slice(0, 3)),
    ]),
    [1],
  );
};

/** For each node what would be made again, what would stay, what would be gone. */
const loss: Panel = (cluster) => {
  const byNode = podsByNode(cluster);
  return grid(
    ['Node', 'Pods', 'Made again', 'Stay', 'Gone'],
    all(cluster, 'Node')
      .slice(0, longList)
      .map((node): Cell[] => {
        const pods = byNode.get(node.object.metadata.name) ?? [];
        const fates = Map.groupBy(pods, (pod) => fateOf(cluster, pod));
        const number = (fate: Fate) => textCell(`${fates.get(fate)?.length ?? 0}`);
        return [
          refCell(cluster, node),
          textCell(`${pods.length}`),
          number('again'),
          number('stays'),
          number('gone'),
        ];
      }),
    [1, 2, 3, 4],
  );
};

function nodeCell(cluster: Cluster, pod: Entry): Cell {
  const name = readPod(pod).spec?.nodeName;
  if (name === undefined) return [text('no node yet')];
  const node = find(cluster, 'Node', undefined, name);
  return node === undefined ? [code(name)] : refCell(cluster, node);
}

function namespaceOf({ object }: Entry): Cell {
  return textCell(object.metadata.namespace ?? '');
}

/** Workloads that one node can stop. */
const copies: Panel = (cluster) =>
  grid(
    ['Workload', 'Namespace', 'Its only pod is on'],
    singleCopies(cluster)
      .slice(0, longList)
      .map(({ root, pod }): Cell[] => [
        refCell(cluster, root),
        namespaceOf(root),
        nodeCell(cluster, pod),
      ]),
  );

/** Pods that must wait for their data. */
const volumes: Panel = (cluster) =>
  grid(
    ['Pod', 'Namespace', 'Claim', 'Now on', 'What happens'],
    boundPods(cluster)
      .slice(0, longList)
      .map(({ pod, claim, isLocal }): Cell[] => [
        refCell(cluster, pod),
        namespaceOf(pod),
        refCell(cluster, claim),
        nodeCell(cluster, pod),
        textCell(
          isLocal
            ? 'the data is on that node; the new pod waits until it is back'
            : 'the new pod waits until the volume is detached',
        ),
      ]),
  );

export const nodeLossPanels = {
  patience,
  'node-loss': loss,
  'single-copies': copies,
  'volumes-at-risk': volumes,
};

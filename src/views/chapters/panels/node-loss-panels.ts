import type { Entry } from '#model/model.ts';
import { type BoundPod, boundPods } from '#views/chapters/bound-pods.ts';
import { absentOwner, all, type Cluster, find, type Running } from '#views/chapters/cluster.ts';
import { type Fate, fateOf, onOneNode, patienceOf, podsByNode } from '#views/chapters/node-loss.ts';
import { type ChapterBlock, code, text } from '#views/chapters/prose.ts';
import { readPod } from '#views/chapters/read.ts';
import { kindOfRunning, linksTo, linkToRunning, spell } from '#views/chapters/wording.ts';
import { count } from '#views/words.ts';
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
  const nodes = all(cluster, 'Node');
  const shown = grid(
    ['Node', 'Pods', 'Made again', 'Wait', 'Stay', 'Gone'],
    nodes.slice(0, longList).map((node): Cell[] => {
      const pods = byNode.get(node.object.metadata.name) ?? [];
      const fates = Map.groupBy(pods, (pod) => fateOf(cluster, pod));
      const number = (fate: Fate) => textCell(`${fates.get(fate)?.length ?? 0}`);
      return [
        refCell(cluster, node),
        textCell(`${pods.length}`),
        number('again'),
        number('waits'),
        number('stays'),
        number('gone'),
      ];
    }),
    [1, 2, 3, 4, 5],
  );
  return [...shown, ...restOf(nodes.length - longList, 'node')];
};

function nodeCell(cluster: Cluster, name: string | undefined): Cell {
  if (name === undefined) return [text('no node yet')];
  const node = find(cluster, 'Node', undefined, name);
  return node === undefined ? [code(name)] : refCell(cluster, node);
}

function namespaceOf({ object }: Entry): Cell {
  return textCell(object.metadata.namespace ?? '');
}

/** What runs, as a link with its kind; a workload that the snapshot lacks by the name its pods give. */
function workloadCell(cluster: Cluster, running: Running): Cell {
  return absentOwner(running.root) === undefined
    ? refCell(cluster, running.root)
    : [text(`${kindOfRunning(running)} `), linkToRunning(cluster, running)];
}

/** Workloads that one node can stop. */
const oneNode: Panel = (cluster) => {
  const found = onOneNode(cluster);
  const shown = grid(
    ['Workload', 'Namespace', 'Pods', 'All on'],
    found
      .slice(0, longList)
      .map(({ running, pods, nodeName }): Cell[] => [
        workloadCell(cluster, running),
        namespaceOf(running.root),
        textCell(`${pods.length}`),
        nodeCell(cluster, nodeName),
      ]),
    [2],
  );
  return [...shown, ...restOf(found.length - longList, 'workload')];
};

function restOf(number: number, noun: string): readonly ChapterBlock[] {
  if (number <= 0) return [];
  return [{ type: 'paragraph', children: [text(`And ${count(number, `more ${noun}`)}.`)] }];
}

function afterLoss({ isLocal, otherNodes }: BoundPod): string {
  if (isLocal) return 'the data is on that node: it has to come back';
  if (otherNodes.length === 0) return 'no other node suits pod and volume: it has to come back';
  const names =
    otherNodes.length === 1
      ? 'one other node suits'
      : `${spell(otherNodes.length, 'other node')} suit`;
  return `once the volume is detached, ${names} pod and volume`;
}

/** Pods that must wait for their data. */
const volumes: Panel = (cluster) => {
  const found = boundPods(cluster);
  const shown = grid(
    ['Pod', 'Namespace', 'Claim', 'Now on', 'What happens'],
    found
      .slice(0, longList)
      .map((bound): Cell[] => [
        refCell(cluster, bound.pod),
        namespaceOf(bound.pod),
        refCell(cluster, bound.claim),
        nodeCell(cluster, readPod(bound.pod).spec?.nodeName),
        textCell(afterLoss(bound)),
      ]),
  );
  return [...shown, ...restOf(found.length - longList, 'pod')];
};

export const nodeLossPanels = {
  patience,
  'node-loss': loss,
  'on-one-node': oneNode,
  'volumes-at-risk': volumes,
};

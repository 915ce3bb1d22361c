import { age, humanDuration } from '#kinds/parts/duration.ts';
import type { Entry } from '#model/model.ts';
import { isAddress } from '#views/chapters/address.ts';
import { all, type Cluster, find } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { nodeLeases, sinceRenewal } from '#views/chapters/facts/lease-facts.ts';
import { unscheduled } from '#views/chapters/facts/running-facts.ts';
import { isOver } from '#views/chapters/node-loss.ts';
import { code, enumerate, type Prose, text } from '#views/chapters/prose.ts';
import { readLease, readNode, readPod } from '#views/chapters/read.ts';
import { codes, podsOf } from '#views/chapters/wording.ts';
import { type Cell, codeCell, empty, grid, type Panel, refCell, textCell } from './panel.ts';

const longList = 40;

function healthWord({ model }: Cluster, entry: Entry | undefined): string {
  if (entry === undefined) return 'not captured';
  return entry.kind.health(entry.object, model.context)?.word ?? 'unknown';
}

/** Leases of nodes with the age of the last renewal. */
const leases: Panel = (cluster) =>
  grid(
    ['Lease', 'Renewed before capture', 'Valid for', 'The node is'],
    nodeLeases(cluster)
      .slice(0, longList)
      .map((lease): Cell[] => {
        const { spec } = readLease(lease);
        const since = sinceRenewal(cluster, lease);
        const node = find(cluster, 'Node', undefined, lease.object.metadata.name);
        return [
          refCell(cluster, lease),
          textCell(since === undefined ? 'not captured' : humanDuration(since)),
          textCell(
            spec?.leaseDurationSeconds === undefined
              ? 'not captured'
              : `${spec.leaseDurationSeconds} s`,
          ),
          textCell(healthWord(cluster, node)),
        ];
      }),
  );

/** What nodes last said about themselves. */
const conditions: Panel = (cluster) =>
  grid(
    ['Node', 'Ready', 'Other conditions that hold'],
    all(cluster, 'Node')
      .slice(0, longList)
      .map((node): Cell[] => {
        const found = readNode(node).status?.conditions ?? [];
        const isRead = found.length > 0;
        const ready = found.find(({ type }) => type === 'Ready')?.status;
        const others = found.filter(({ type, status }) => type !== 'Ready' && status === 'True');
        return [
          refCell(cluster, node),
          textCell(ready ?? 'not captured'),
          textCell(
            others.map(({ type }) => type).join(', ') || (isRead ? 'no other' : 'not captured'),
          ),
        ];
      }),
  );

/** The processes of each node, as far as its status tells. */
const agents: Panel = (cluster) =>
  grid(
    ['Node', 'kubelet', 'Container runtime', 'System', 'Pods'],
    all(cluster, 'Node')
      .slice(0, longList)
      .map((node): Cell[] => {
        const info = readNode(node).status?.nodeInfo;
        const pods = all(cluster, 'Pod').filter(
          (pod) => readPod(pod).spec?.nodeName === node.object.metadata.name && !isOver(pod),
        );
        return [
          refCell(cluster, node),
          codeCell(info?.kubeletVersion),
          codeCell(info?.containerRuntimeVersion),
          textCell(info?.osImage ?? 'not captured'),
          textCell(`${pods.length}`),
        ];
      }),
    [4],
  );

/** Which addresses the pods of a node get. */
const ranges: Panel = (cluster) =>
  grid(
    ['Node', 'Its pods have addresses in', 'Its own address'],
    all(cluster, 'Node')
      .slice(0, longList)
      .map((node): Cell[] => {
        const { spec, status } = readNode(node);
        const own = (status?.addresses ?? []).filter(
          ({ type, address }) =>
            type === 'InternalIP' && address !== '127.0.0.1' && isAddress(address ?? ''),
        );
        const cidrs = spec?.podCIDRs.length ? spec.podCIDRs : [spec?.podCIDR ?? ''];
        return [refCell(cluster, node), codeCell(cidrs.join(', ')), codeCell(own[0]?.address)];
      }),
  );

function taintText({
  key = '',
  value,
  effect = '',
}: {
  key?: string | undefined;
  value?: string | undefined;
  effect?: string | undefined;
}): string {
  return `${key}${value ? `=${value}` : ''}:${effect}`;
}

function tolerationWords(pod: Entry): Cell {
  const tolerations = readPod(pod).spec?.tolerations ?? [];
  const everything = tolerations.find(({ key, operator }) => !key && operator === 'Exists');
  if (everything !== undefined) {
    return everything.effect
      ? [text('every taint with the effect '), code(everything.effect)]
      : [text('every taint')];
  }
  const keys = tolerations.map(({ key = '', effect, tolerationSeconds }): Prose[] => [
    code(`${key}${effect ? `:${effect}` : ''}`),
    ...(tolerationSeconds === undefined ? [] : [text(` for ${tolerationSeconds} s`)]),
  ]);
  return keys.length === 0 ? [text('none')] : enumerate(keys);
}

/** Taints of the nodes, and what the pods of kube-system tolerate. */
const taints: Panel = (cluster) => {
  const nodes = all(cluster, 'Node');
  const rows = nodes.slice(0, longList).map((node): Cell[] => {
    const found = (readNode(node).spec?.taints ?? []).map(taintText);
    const none = node.inferred === undefined ? 'none' : 'not captured';
    return [refCell(cluster, node), found.length === 0 ? [text(none)] : codes(found)];
  });
  const workloads = cluster.running('kube-system').flatMap((running): Cell[][] => {
    const [pod] = podsOf([running]);
    return pod === undefined ? [] : [[refCell(cluster, running.root), tolerationWords(pod)]];
  });
  return [
    ...grid(['Node', 'Taints'], rows),
    ...grid(['Runs in kube-system', 'Tolerates'], workloads),
  ];
};

/** Pods that wait for a node, with what the scheduler says. */
const waiting: Panel = (cluster) => {
  const pods = unscheduled(cluster);
  if (pods.length === 0) {
    return capturedOf(cluster, 'pods') === 'not-captured'
      ? empty('Pods were not captured.')
      : empty('No pod of this snapshot waits for a node.');
  }
  const rows = pods.slice(0, longList).map((pod): Cell[] => {
    const condition = readPod(pod).status?.conditions.find(({ type }) => type === 'PodScheduled');
    const { creationTimestamp } = pod.object.metadata;
    return [
      refCell(cluster, pod),
      textCell(pod.object.metadata.namespace ?? ''),
      textCell(age(creationTimestamp, cluster.model.context.now)),
      textCell(condition?.message ?? 'nothing yet'),
    ];
  });
  return grid(['Pod', 'Namespace', 'Waits for', 'The scheduler says'], rows);
};

export const nodePanels = {
  'node-leases': leases,
  'node-conditions': conditions,
  'node-agents': agents,
  'pod-ranges': ranges,
  taints,
  unscheduled: waiting,
};

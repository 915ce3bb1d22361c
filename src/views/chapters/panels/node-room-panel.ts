import { podRequest } from '#kinds/parts/pod-requests.ts';
import type { Entry } from '#model/model.ts';
import { quantityValue } from '#snapshot/quantity.ts';
import { all } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { readNodeRoom, readPod } from '#views/chapters/read.ts';
import { type Cell, grid, type Panel, refCell, textCell } from './panel.ts';

const longList = 40;

/** `3.92` cores, `15.3 GiB`: to three digits. */
function amountText(resource: 'cpu' | 'memory', value: number): string {
  const rounded = (number: number) => number.toLocaleString('en', { maximumSignificantDigits: 3 });
  return resource === 'cpu' ? rounded(value) : `${rounded(value / 2 ** 30)} GiB`;
}

function roomCell(node: Entry, pods: readonly Entry[], resource: 'cpu' | 'memory'): Cell {
  const { status } = readNodeRoom(node);
  const allocatable = quantityValue(status?.allocatable?.[resource]);
  if (allocatable === undefined) return textCell('not captured');
  const requested = pods.reduce((sum, { object }) => sum + podRequest(object, resource), 0);
  const share = allocatable === 0 ? 0 : Math.round((requested / allocatable) * 100);
  return textCell(
    `${amountText(resource, requested)} of ${amountText(resource, allocatable)} (${share} %)`,
  );
}

function machineCell(node: Entry, resource: 'cpu' | 'memory'): Cell {
  const capacity = quantityValue(readNodeRoom(node).status?.capacity?.[resource]);
  return textCell(capacity === undefined ? 'not captured' : amountText(resource, capacity));
}

/** Pods that still take room: those that have ended do not. */
function takesRoom(pod: Entry): boolean {
  const phase = readPod(pod).status?.phase;
  return phase !== 'Succeeded' && phase !== 'Failed';
}

/** How much pods may ask for on each node, and how much they do. */
export const nodeRoom: Panel = (cluster) => {
  const byNode = Map.groupBy(
    all(cluster, 'Pod').filter(takesRoom),
    (pod) => readPod(pod).spec?.nodeName ?? '',
  );
  const isCounted = capturedOf(cluster, 'pods') !== 'not-captured';
  return grid(
    ['Node', 'CPU requested', 'Its CPU', 'Memory requested', 'Its memory', 'Pods'],
    all(cluster, 'Node')
      .slice(0, longList)
      .map((node): Cell[] => {
        const pods = byNode.get(node.object.metadata.name) ?? [];
        const most = readNodeRoom(node).status?.allocatable?.['pods'];
        const count = isCounted ? `${pods.length}` : 'not captured';
        return [
          refCell(cluster, node),
          roomCell(node, pods, 'cpu'),
          machineCell(node, 'cpu'),
          roomCell(node, pods, 'memory'),
          machineCell(node, 'memory'),
          textCell(most === undefined ? count : `${count} of ${most}`),
        ];
      }),
  );
};

import type { Entry } from '#model/model.ts';
import { all } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { amountOf, type NodeRoom, percentOf, nodeRoom as roomOf } from '#views/nodes/room.ts';
import { type Cell, grid, type Panel, refCell, textCell } from './panel.ts';

const longList = 40;

function roomCell(room: NodeRoom, resource: 'cpu' | 'memory'): Cell {
  const { requested, allocatable } = room[resource];
  if (allocatable === undefined) return textCell('not captured');
  const percent = percentOf(room[resource]) ?? 0;
  return textCell(
    `${amountOf(resource, requested)} of ${amountOf(resource, allocatable)} (${percent} %)`,
  );
}

function machineCell(room: NodeRoom, resource: 'cpu' | 'memory'): Cell {
  const { capacity } = room[resource];
  return textCell(capacity === undefined ? 'not captured' : amountOf(resource, capacity));
}

/** How much pods may ask for on each node, and how much they do. */
export const nodeRoom: Panel = (cluster) => {
  const isCounted = capturedOf(cluster, 'pods') !== 'not-captured';
  return grid(
    ['Node', 'CPU requested', 'Its CPU', 'Memory requested', 'Its memory', 'Pods'],
    all(cluster, 'Node')
      .slice(0, longList)
      .map((node: Entry): Cell[] => {
        const room = roomOf(cluster.model, node);
        const { requested, allocatable } = room.pods;
        const count = isCounted ? `${requested}` : 'not captured';
        return [
          refCell(cluster, node),
          roomCell(room, 'cpu'),
          machineCell(room, 'cpu'),
          roomCell(room, 'memory'),
          machineCell(room, 'memory'),
          textCell(allocatable === undefined ? count : `${count} of ${allocatable}`),
        ];
      }),
  );
};

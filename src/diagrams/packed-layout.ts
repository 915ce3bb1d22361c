import type { Diagram, DiagramNode } from './diagram.ts';
import { labelText } from './label-text.ts';
import type { Layout, PlacedGroup, PlacedNode } from './layout.ts';
import { nodeHeight, nodeWidth } from './node-box.ts';
import type { TextMetrics } from './text-metrics.ts';

const margin = 2;
const widestNode = 250;
const gap = 10;
const frame = { top: 34, side: 14, bottom: 14, gap: 14, labelRoom: 28 } as const;
/** Around boxes that no frame holds. */
const noFrame = { top: 0, side: 0, bottom: 0 } as const;

/** What a page can show without scrolling, in px: frames beside each other are no wider together. */
const widest = 900;

/** What stands in one frame, or in none: boxes in rows of one width. */
interface Block {
  readonly group: Diagram['groups'][number] | undefined;
  readonly nodes: readonly DiagramNode[];
  readonly column: number;
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Boxes in the frames of their groups, placed directly: what is where, and nothing that joins it. Frames
 * stand beside each other as long as the page has room. Groups have no groups here.
 */
export function layoutPacked(diagram: Diagram, metrics: TextMetrics): Layout {
  const blocks = [...diagram.groups, undefined].flatMap((group) => {
    const nodes = diagram.nodes.filter((node) => node.group === group?.id);
    return nodes.length === 0 ? [] : [blockOf(group, nodes, metrics)];
  });
  const groups: PlacedGroup[] = [];
  const nodes: PlacedNode[] = [];
  let [x, y, rowHeight, width] = [margin, margin, 0, 0];
  for (const block of blocks) {
    if (x > margin && x + block.width > widest) {
      [x, y, rowHeight] = [margin, y + rowHeight + frame.gap, 0];
    }
    if (block.group !== undefined) {
      const box = { x, y, width: block.width, height: block.height };
      groups.push({ group: block.group, level: 1, box });
    }
    nodes.push(...boxesOf(block, x, y));
    x += block.width + frame.gap;
    rowHeight = Math.max(rowHeight, block.height);
    width = Math.max(width, x - frame.gap);
  }
  return { width: width + margin, height: y + rowHeight + margin, groups, nodes, edges: [] };
}

function blockOf(
  group: Block['group'],
  nodes: readonly DiagramNode[],
  metrics: TextMetrics,
): Block {
  const column = Math.max(...nodes.map((node) => nodeWidth(node, metrics, widestNode)));
  const label = metrics(labelText(group?.label ?? ''), 'group') + frame.labelRoom;
  const { top, side, bottom } = group === undefined ? noFrame : frame;
  const room = Math.max(1, Math.floor((widest - 2 * side + gap) / (column + gap)));
  // About as many rows as columns look like a block; a wide label takes what room it needs.
  const columns = Math.min(room, nodes.length, Math.max(1, Math.ceil(Math.sqrt(nodes.length / 2))));
  const rows = Math.ceil(nodes.length / columns);
  const height = Math.max(...nodes.map(nodeHeight));
  const boxes = columns * (column + gap) - gap + 2 * side;
  return {
    group,
    nodes,
    column,
    columns,
    width: group === undefined ? boxes : Math.min(widest, Math.max(boxes, Math.ceil(label))),
    height: top + rows * (height + gap) - gap + bottom,
  };
}

function boxesOf(
  { group, nodes, column, columns }: Block,
  left: number,
  top: number,
): readonly PlacedNode[] {
  const pad = group === undefined ? noFrame : frame;
  const height = Math.max(...nodes.map(nodeHeight));
  return nodes.map((node, i) => ({
    node,
    box: {
      x: left + pad.side + (i % columns) * (column + gap),
      y: top + pad.top + Math.floor(i / columns) * (height + gap),
      width: column,
      height: nodeHeight(node),
    },
  }));
}

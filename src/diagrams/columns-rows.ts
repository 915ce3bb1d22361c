import type { Diagram, DiagramEdge, DiagramNode } from './diagram.ts';
import { nodeHeight } from './node-box.ts';

/** Between two boxes of one bundle, and between two bundles, in px. */
const rowGap = 10;
const bundleGap = 20;
const smallestStep = 18;

/** A box of a column. */
export interface Row {
  readonly edge: DiagramEdge;
  readonly node: DiagramNode;
  /** Its middle, from the top of the column, in px. */
  readonly y: number;
  readonly height: number;
}

/** Neighbours whose edges carry the same words: they share a line and the words on it. */
export interface Bundle {
  readonly label: string;
  readonly rows: readonly Row[];
  /** Half way between its first and its last row, or the row next to that. */
  readonly middle: number;
}

/** Neighbours of a node at one end of its edges, in the order of the edges, not yet placed. */
export function bundlesOf(
  { nodes, edges }: Diagram,
  middle: DiagramNode,
  end: 'from' | 'to',
): readonly Bundle[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const start = end === 'from' ? 'to' : 'from';
  const bundles: { label: string; rows: Row[]; middle: number }[] = [];
  for (const edge of edges) {
    const node = byId.get(edge[end]);
    if (edge[start] !== middle.id || node === undefined) continue;
    const label = edge.label ?? '';
    const row = { edge, node, y: 0, height: nodeHeight(node) };
    const last = bundles.at(-1);
    if (last?.label === label) last.rows.push(row);
    else bundles.push({ label, rows: [row], middle: 0 });
  }
  return bundles;
}

/** Bundles one below the other, and the height of the column they make. */
export function stackRows(bundles: readonly Bundle[]): {
  readonly bundles: readonly Bundle[];
  readonly height: number;
} {
  let bottom = -bundleGap;
  const stacked = bundles.map(({ label, rows }) => {
    bottom += bundleGap - rowGap;
    const placed = rows.map((row) => {
      const y = bottom + rowGap + row.height / 2;
      bottom = y + row.height / 2;
      return { ...row, y };
    });
    return { label, rows: placed, middle: middleOf(placed) };
  });
  return { bundles: stacked, height: Math.max(0, bottom) };
}

/** Where the bundle's line arrives: level with a row if one is near, since a small step looks like a slip. */
function middleOf(rows: readonly Row[]): number {
  const middle = ((rows[0]?.y ?? 0) + (rows.at(-1)?.y ?? 0)) / 2;
  return rows.find(({ y }) => Math.abs(y - middle) < smallestStep)?.y ?? middle;
}

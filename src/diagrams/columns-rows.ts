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
  /** Of the box, or of what stands beyond it where that is higher. */
  readonly height: number;
  /** What the node is joined to one step further out; its height in px. */
  readonly beyond: { readonly bundles: readonly Bundle[]; readonly height: number };
}

/** Neighbours whose edges carry the same words: they share a line and the words on it. */
export interface Bundle {
  readonly label: string;
  readonly rows: readonly Row[];
  /** Half way between its first and its last row, or the row next to that. */
  readonly middle: number;
}

const nothing = { bundles: [], height: 0 } as const;

/**
 * Neighbours of a node at one end of its edges, in the order of the edges, not yet placed, each with its
 * own neighbours beyond it.
 */
export function bundlesOf(
  diagram: Diagram,
  middle: DiagramNode,
  end: 'from' | 'to',
  isFirst = true,
): readonly Bundle[] {
  const start = end === 'from' ? 'to' : 'from';
  const bundles: { label: string; rows: Row[]; middle: number }[] = [];
  for (const edge of diagram.edges) {
    if (edge[start] !== middle.id) continue;
    const node = diagram.nodes.find(({ id }) => id === edge[end]);
    if (node === undefined) continue;
    const label = edge.label ?? '';
    const beyond = isFirst ? stackRows(bundlesOf(diagram, node, end, false)) : nothing;
    const row = { edge, node, y: 0, height: Math.max(nodeHeight(node), beyond.height), beyond };
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

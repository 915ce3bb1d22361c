import { type Bundle, bundlesOf, type Row, stackRows } from './columns-rows.ts';
import type { Diagram } from './diagram.ts';
import { labelText } from './label-text.ts';
import type { Layout, PlacedEdge, PlacedNode, Point } from './layout.ts';
import { nodeBox, nodeWidth } from './node-box.ts';
import type { TextMetrics } from './text-metrics.ts';

const margin = 2;
const widestSide = 240;
const widestMiddle = 264;
/** From a column to the line its edges share; holds the arrow head. */
const stub = 20;
const labelPad = 8;
/** Distance from label to the line below it. */
const labelLift = 6;
/** An edge this far from the node's middle still meets it straight. */
const straightReach = 14;

/** One side of the figure: its rows, and the x of everything between node and boxes. */
interface Side {
  readonly bundles: readonly Bundle[];
  readonly height: number;
  /** Edge of the node. */
  readonly node: number;
  /** The line all bundles share. */
  readonly trunk: number;
  /** Where a bundle parts. */
  readonly fork: number;
  /** Edge of the boxes that faces the node. */
  readonly column: number;
  /** Left edge of the boxes. */
  readonly boxes: number;
  readonly width: number;
}

/**
 * Three columns: what points to the node of role `self`, the node, what it points to. Placed directly,
 * without a layout engine. Edges of one label that follow each other become a bundle.
 *
 * @throws {Error} When no node has the role `self`.
 */
export function layoutColumns(diagram: Diagram, metrics: TextMetrics): Layout {
  const self = diagram.nodes.find(({ role }) => role === 'self');
  if (self === undefined) throw new Error(`Figure ${diagram.id} has no middle.`);
  const width = nodeWidth(self, metrics, widestMiddle);
  const left = leftSide(bundlesOf(diagram, self, 'from'), metrics);
  const right = rightSide(bundlesOf(diagram, self, 'to'), left.node + width, metrics);
  const height = Math.max(left.height, right.height, nodeBox.height) + 2 * margin;
  const box = { x: left.node, y: (height - nodeBox.height) / 2, width, height: nodeBox.height };
  return {
    width: right.boxes + right.width + margin,
    height,
    groups: [],
    nodes: [...placeNodes(left, height), { node: self, box }, ...placeNodes(right, height)],
    edges: [...placeEdges(left, height).map(reversed), ...placeEdges(right, height)],
  };
}

function leftSide(bundles: readonly Bundle[], metrics: TextMetrics): Side {
  const width = columnWidth(bundles, metrics);
  const column = margin + width;
  const node = column + gapWidth(bundles, metrics);
  return {
    ...stackRows(bundles),
    width,
    boxes: margin,
    column,
    fork: column + stub,
    trunk: node - stub,
    node,
  };
}

function rightSide(bundles: readonly Bundle[], node: number, metrics: TextMetrics): Side {
  const column = node + gapWidth(bundles, metrics);
  return {
    ...stackRows(bundles),
    width: columnWidth(bundles, metrics),
    boxes: column,
    column,
    fork: column - stub,
    trunk: node + stub,
    node,
  };
}

function columnWidth(bundles: readonly Bundle[], metrics: TextMetrics): number {
  const nodes = bundles.flatMap(({ rows }) => rows.map(({ node }) => node));
  return Math.max(0, ...nodes.map((node) => nodeWidth(node, metrics, widestSide)));
}

function gapWidth(bundles: readonly Bundle[], metrics: TextMetrics): number {
  if (bundles.length === 0) return 0;
  const words = bundles.map(({ label }) => metrics(labelText(label), 'edge'));
  return Math.ceil(2 * stub + 2 * labelPad + Math.max(...words));
}

function placeNodes(side: Side, height: number): readonly PlacedNode[] {
  const top = (height - side.height) / 2;
  return side.bundles.flatMap(({ rows }) =>
    rows.map((row) => ({ node: row.node, box: rowBox(row, side, top) })),
  );
}

function rowBox({ y, height }: Row, { boxes, width }: Side, top: number): PlacedNode['box'] {
  return { x: boxes, y: top + y - height / 2, width, height };
}

/** Edges from the node to the boxes; those of the left side are turned round later. */
function placeEdges(side: Side, height: number): readonly PlacedEdge[] {
  const centre = height / 2;
  const top = centre - side.height / 2;
  const middles = side.bundles.map(({ middle }) => top + middle);
  // A bundle that is nearly level with the node runs straight, and the others leave where it does.
  const port = middles.find((middle) => Math.abs(middle - centre) <= straightReach) ?? centre;
  return side.bundles.flatMap(({ rows }, i) => {
    const middle = middles[i] ?? centre;
    const label = { x: (side.trunk + side.fork) / 2, y: middle - labelLift };
    return rows.map(({ edge, y }, row) => ({
      edge,
      points: line(side, port, middle, top + y),
      label: row === 0 ? label : undefined,
    }));
  });
}

function line(side: Side, port: number, middle: number, row: number): readonly Point[] {
  return [
    { x: side.node, y: port },
    { x: side.trunk, y: port },
    { x: side.trunk, y: middle },
    { x: side.fork, y: middle },
    { x: side.fork, y: row },
    { x: side.column, y: row },
  ];
}

function reversed(placed: PlacedEdge): PlacedEdge {
  return { ...placed, points: placed.points.toReversed() };
}

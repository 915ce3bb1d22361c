import { type Bundle, bundlesOf, type Row, stackRows } from './columns-rows.ts';
import type { Diagram } from './diagram.ts';
import { labelText } from './label-text.ts';
import type { Layout, PlacedEdge, PlacedNode, Point } from './layout.ts';
import { nodeBox, nodeHeight, nodeWidth } from './node-box.ts';
import type { TextMetrics } from './text-metrics.ts';

const margin = 2;
const widestSide = 240;
/** In a figure of five columns. */
const widestOfFive = 208;
const widestMiddle = 264;
/** From a column to the line its edges share; holds the arrow head. */
const stub = 20;
const labelPad = 8;
/** Distance from label to the line below it. */
const labelLift = 6;
/** An edge this far from the node's middle still meets it straight. */
const straightReach = 14;

/** One side of a node: its rows, and the x of everything between node and boxes. */
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
  /** The column beyond this one, where a box has one; each box has its own rows in it. */
  readonly beyond?: Side | undefined;
}

/**
 * Columns: what points to the node of role `self`, the node, what it points to; where their boxes are
 * joined to others in turn, these stand one column further out. Placed directly, without a layout engine.
 * Edges of one label that follow each other become a bundle.
 *
 * @throws {Error} When no node has the role `self`.
 */
export function layoutColumns(diagram: Diagram, metrics: TextMetrics): Layout {
  const self = diagram.nodes.find(({ role }) => role === 'self');
  if (self === undefined) throw new Error(`Figure ${diagram.id} has no middle.`);
  const width = nodeWidth(self, metrics, widestMiddle);
  const [users, used] = [bundlesOf(diagram, self, 'from'), bundlesOf(diagram, self, 'to')];
  const widest = beyond([...users, ...used]).length > 0 ? widestOfFive : widestSide;
  const left = leftSide(users, widest, metrics);
  const right = rightSide(used, left.node + width, widest, metrics);
  const height = Math.max(left.height, right.height, nodeBox.height) + 2 * margin;
  const box = { x: left.node, y: (height - nodeBox.height) / 2, width, height: nodeBox.height };
  const last = right.beyond ?? right;
  return {
    width: last.boxes + last.width + margin,
    height,
    groups: [],
    nodes: [...placeNodes(left, height / 2), { node: self, box }, ...placeNodes(right, height / 2)],
    edges: [...placeEdges(left, height / 2).map(reversed), ...placeEdges(right, height / 2)],
  };
}

function leftSide(bundles: readonly Bundle[], widest: number, metrics: TextMetrics): Side {
  const further = beyond(bundles);
  const outer = further.length === 0 ? undefined : leftSide(further, widest, metrics);
  const width = columnWidth(bundles, widest, metrics);
  const boxes = outer?.node ?? margin;
  const column = boxes + width;
  const node = column + gapWidth(bundles, metrics);
  return {
    ...stackRows(bundles),
    width,
    boxes,
    column,
    fork: column + stub,
    trunk: node - stub,
    node,
    beyond: outer,
  };
}

function rightSide(
  bundles: readonly Bundle[],
  node: number,
  widest: number,
  metrics: TextMetrics,
): Side {
  const column = node + gapWidth(bundles, metrics);
  const width = columnWidth(bundles, widest, metrics);
  const further = beyond(bundles);
  return {
    ...stackRows(bundles),
    width,
    boxes: column,
    column,
    fork: column - stub,
    trunk: node + stub,
    node,
    beyond: further.length === 0 ? undefined : rightSide(further, column + width, widest, metrics),
  };
}

/** What stands beyond the boxes of a column, all of it: that column has one width. */
function beyond(bundles: readonly Bundle[]): readonly Bundle[] {
  return bundles.flatMap(({ rows }) => rows.flatMap((row) => row.beyond.bundles));
}

function columnWidth(bundles: readonly Bundle[], widest: number, metrics: TextMetrics): number {
  const nodes = bundles.flatMap(({ rows }) => rows.map(({ node }) => node));
  return Math.max(0, ...nodes.map((node) => nodeWidth(node, metrics, widest)));
}

function gapWidth(bundles: readonly Bundle[], metrics: TextMetrics): number {
  if (bundles.length === 0) return 0;
  const words = bundles.map(({ label }) => metrics(labelText(label), 'edge'));
  return Math.ceil(2 * stub + 2 * labelPad + Math.max(...words));
}

/** The boxes of a side around the middle of the node they belong to, from left to right. */
function placeNodes(side: Side, centre: number): readonly PlacedNode[] {
  const top = centre - side.height / 2;
  const isLeft = side.boxes < side.node;
  return side.bundles.flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const placed = { node: row.node, box: rowBox(row, side, top) };
      const further = sidesBeyond(side, row).flatMap((own) => placeNodes(own, top + row.y));
      return isLeft ? [...further, placed] : [placed, ...further];
    }),
  );
}

function rowBox({ node, y }: Row, { boxes, width }: Side, top: number): PlacedNode['box'] {
  const height = nodeHeight(node);
  return { x: boxes, y: top + y - height / 2, width, height };
}

/** The part of the column beyond that belongs to one box. */
function sidesBeyond({ beyond: outer }: Side, { beyond: own }: Row): readonly Side[] {
  return outer === undefined || own.bundles.length === 0 ? [] : [{ ...outer, ...own }];
}

/** Edges from the node to the boxes; those of the left side are turned round later. */
function placeEdges(side: Side, centre: number): readonly PlacedEdge[] {
  const top = centre - side.height / 2;
  const middles = side.bundles.map(({ middle }) => top + middle);
  // A bundle that is nearly level with the node runs straight, and the others leave where it does.
  const port = middles.find((middle) => Math.abs(middle - centre) <= straightReach) ?? centre;
  return side.bundles.flatMap(({ rows }, i) => {
    const middle = middles[i] ?? centre;
    const label = { x: (side.trunk + side.fork) / 2, y: middle - labelLift };
    return rows.flatMap((row, place) => [
      {
        edge: row.edge,
        points: line(side, port, middle, top + row.y),
        label: place === 0 ? label : undefined,
      },
      ...sidesBeyond(side, row).flatMap((own) => placeEdges(own, top + row.y)),
    ]);
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

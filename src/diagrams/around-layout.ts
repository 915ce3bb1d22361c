import { aroundColumns, type Columns } from './around-columns.ts';
import type { Diagram, DiagramEdge } from './diagram.ts';
import { labelText } from './label-text.ts';
import type { Box, Layout, PlacedEdge, Point } from './layout.ts';
import type { TextMetrics } from './text-metrics.ts';

/** Distance from a label to the line below it, and to a line beside it. */
const labelLift = 6;
const labelAside = 8;
/** How far from the middle of a box a line past others leaves it or arrives. */
const bracketShift = 6;

/**
 * A template instead of a search: the node called `hub` is a bar as tall as the figure, so that every
 * edge to it is a straight line; an edge between boxes of the left column runs beside it. Right of it stand the nodes of its group, left of it the other groups
 * one below the other, and far left the nodes without a group.
 *
 * @throws {Error} When there is no node called `hub`.
 */
export function layoutAround(diagram: Diagram, metrics: TextMetrics): Layout {
  const columns = aroundColumns(diagram, metrics);
  return {
    ...columns,
    edges: diagram.edges.flatMap((edge) => placeEdge(edge, columns, metrics)),
  };
}

function placeEdge(
  edge: DiagramEdge,
  columns: Columns,
  metrics: TextMetrics,
): readonly PlacedEdge[] {
  const [from, to] = [columns.boxOf(edge.from), columns.boxOf(edge.to)];
  if (from === undefined || to === undefined) return [];
  const lane = columns.bracketAt(edge);
  if (lane !== undefined) return [bracket(edge, from, to, lane)];
  const isUpright = from.x === to.x;
  const points = isUpright ? upright(from, to) : level(from, to);
  const [start = from, end = to] = points;
  const words = metrics(labelText(edge.label ?? ''), 'edge');
  const label = isUpright
    ? { x: start.x + labelAside + words / 2, y: (start.y + end.y) / 2 + 4 }
    : { x: columns.labelMiddle(start.x, end.x), y: start.y - labelLift };
  return [{ edge, points, label }];
}

/** A line past the boxes between two of the left column. */
function bracket(edge: DiagramEdge, from: Box, to: Box, x: number): PlacedEdge {
  // Where a box has several such lines, those that leave it start above those that arrive.
  const y1 = from.y + from.height / 2 - bracketShift;
  const y2 = to.y + to.height / 2 + bracketShift;
  const points = [
    { x: from.x, y: y1 },
    { x, y: y1 },
    { x, y: y2 },
    { x: to.x, y: y2 },
  ];
  return { edge, points };
}

/** A line between two boxes of one column. */
function upright(from: Box, to: Box): readonly Point[] {
  const x = from.x + from.width / 2;
  return from.y < to.y
    ? [
        { x, y: from.y + from.height },
        { x, y: to.y },
      ]
    : [
        { x, y: from.y },
        { x, y: to.y + to.height },
      ];
}

/** A line between boxes of two columns, at the height of the smaller one. */
function level(from: Box, to: Box): readonly Point[] {
  const smaller = from.height < to.height ? from : to;
  const y = smaller.y + smaller.height / 2;
  return from.x < to.x
    ? [
        { x: from.x + from.width, y },
        { x: to.x, y },
      ]
    : [
        { x: from.x, y },
        { x: to.x + to.width, y },
      ];
}

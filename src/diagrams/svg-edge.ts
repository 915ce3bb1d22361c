import type { DiagramEdge } from './diagram.ts';
import { labelText } from './label-text.ts';
import type { Layout, PlacedEdge, Point } from './layout.ts';
import { roundedPath } from './rounded-path.ts';
import { coordinate, element, escapeText, type Markup } from './svg-markup.ts';

type Evidence = DiagramEdge['evidence'];

// Proven last: where lines of different evidence share a way, the solid one shows.
const drawingOrder = ['unseen', 'typical', 'proven'] as const satisfies readonly Evidence[];

/** Length and half the width of an arrow head in px. */
const headLength = 8;
const headHalfWidth = 3.5;

/**
 * All lines, then all heads. Lines of one evidence are one path: where several run together they are
 * painted once, and stay as thin as a single one. What each part of a path joins stands beside it, as
 * places of its boxes in the drawing (`data-e="0-3 0-4"`), so that a script can show the lines of a box.
 */
export function drawEdges(layout: Layout): readonly Markup[] {
  const places = new Map(layout.nodes.map(({ node }, place) => [node.id, place]));
  const partOf = (d: string, { from, to }: DiagramEdge): Part => ({
    d,
    joins: `${places.get(from)}-${places.get(to)}`,
  });
  return drawingOrder.flatMap((evidence) => {
    const edges = layout.edges.filter(
      ({ edge, points }) => edge.evidence === evidence && points.length > 1,
    );
    const lines = edges.map(({ edge, points }) => partOf(roundedPath(points), edge));
    const heads = edges.flatMap((placed) =>
      headsOf(placed, layout).map((d) => partOf(d, placed.edge)),
    );
    return [
      ...drawParts(evidence === 'proven' ? 'e' : `e ${evidence}`, lines),
      ...drawParts(evidence === 'unseen' ? 'ah u' : 'ah', heads),
    ];
  });
}

/** One line or one head of a path that draws several. */
interface Part {
  readonly d: string;
  readonly joins: string;
}

function drawParts(name: string, parts: readonly Part[]): readonly Markup[] {
  if (parts.length === 0) return [];
  const joins = parts.map((part) => part.joins).join(' ');
  const d = parts.map((part) => part.d).join('');
  return [element('path', { class: name, 'data-e': joins, d })];
}

/** The words on the lines. */
export function drawEdgeLabels({ edges }: Layout): readonly Markup[] {
  return edges.flatMap(({ edge, label }) => {
    if (label === undefined || edge.label === undefined) return [];
    const attributes = { class: 'el', x: label.x, y: label.y, 'text-anchor': 'middle' };
    return [element('text', attributes, [escapeText(labelText(edge.label))])];
  });
}

function headsOf({ edge, points }: PlacedEdge, { nodes }: Layout): readonly string[] {
  const isWords = nodes.some(({ node }) => node.id === edge.to && node.role === 'more');
  return [
    ...(isWords ? [] : [arrowHead(points.at(-1), beforeLast(points))]),
    ...(edge.both ? [arrowHead(points[0], beforeLast(points.toReversed()))] : []),
  ];
}

/** The last point before the end that is not the end itself. */
function beforeLast(points: readonly Point[]): Point | undefined {
  const end = points.at(-1);
  return points.findLast(({ x, y }) => x !== end?.x || y !== end.y);
}

function arrowHead(tip: Point | undefined, before: Point | undefined): string {
  if (tip === undefined || before === undefined) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const corner = (side: number) =>
    `${coordinate(tip.x - headLength * dx - side * dy)} ${coordinate(tip.y - headLength * dy + side * dx)}`;
  const top = `${coordinate(tip.x)} ${coordinate(tip.y)}`;
  return `M${corner(headHalfWidth)}L${top}L${corner(-headHalfWidth)}z`;
}

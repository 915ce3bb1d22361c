import type { Point } from './layout.ts';
import { coordinate } from './svg-markup.ts';

/** Radius of the corners of an edge in px. */
const cornerRadius = 7;

/**
 * The `d` of a line through the points with its corners rounded. A corner next to a short piece gets a
 * smaller radius; points that stand in line with both neighbours are left out.
 */
export function roundedPath(points: readonly Point[]): string {
  const corners = withoutStraightPoints(points);
  const [first, ...rest] = corners;
  if (first === undefined) return '';
  const parts = [`M${at(first)}`];
  rest.forEach((corner, i) => {
    const before = corners[i] ?? first;
    const after = rest[i + 1];
    parts.push(after === undefined ? `L${at(corner)}` : turn(before, corner, after));
  });
  return parts.join('');
}

function turn(before: Point, corner: Point, after: Point): string {
  const radius = Math.min(cornerRadius, distance(before, corner) / 2, distance(corner, after) / 2);
  return `L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, after, radius))}`;
}

function withoutStraightPoints(points: readonly Point[]): readonly Point[] {
  return points.filter((point, i) => {
    const before = points[i - 1];
    const after = points[i + 1];
    if (before === undefined || after === undefined) return true;
    const sameX = before.x === point.x && point.x === after.x;
    const sameY = before.y === point.y && point.y === after.y;
    return !sameX && !sameY;
  });
}

function at({ x, y }: Point): string {
  return `${coordinate(x)} ${coordinate(y)}`;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** The point `length` px from `from` on the way to `to`. */
function towards(from: Point, to: Point, length: number): Point {
  const share = length / (distance(from, to) || 1);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

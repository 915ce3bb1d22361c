/** The smallest upright box around something, in px; empty before anything was added. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box around nothing: its {@link union} with any other is that other. */
export const emptyExtent: Extent = {
  left: Number.POSITIVE_INFINITY,
  top: Number.POSITIVE_INFINITY,
  right: Number.NEGATIVE_INFINITY,
  bottom: Number.NEGATIVE_INFINITY,
};

/** The box around both. */
export function union(a: Extent, b: Extent): Extent {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** The box around a list of points, `[x, y]` each. */
export function extentOf(points: readonly (readonly [number, number])[]): Extent {
  return points.reduce(
    (extent, [x, y]) => union(extent, { left: x, top: y, right: x, bottom: y }),
    emptyExtent,
  );
}

type Point = readonly [number, number];

const coordinateCount: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
};

/** Points on an arc are close enough for a box when they are this many. */
const arcSamples = 24;

/**
 * Box around the `d` of a path. Arcs are exact to a fraction of a pixel; for curves it is the box of
 * their control points, which can be a little too large.
 */
export function pathExtent(d: string): Extent {
  let at: Point = [0, 0];
  let extent = emptyExtent;
  for (const [, command = '', text = ''] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (text.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g) ?? []).map(Number);
    const size = coordinateCount[command.toUpperCase()];
    if (size === undefined) continue;
    for (let i = 0; i + size <= numbers.length; i += size) {
      const points = pointsOf(command, numbers.slice(i, i + size), at);
      extent = union(extent, extentOf(points));
      at = points.at(-1) ?? at;
    }
  }
  return extent;
}

function pointsOf(command: string, numbers: readonly number[], at: Point): readonly Point[] {
  const [dx, dy] = command === command.toLowerCase() ? at : [0, 0];
  const [first = 0] = numbers;
  switch (command.toUpperCase()) {
    case 'H':
      return [[first + dx, at[1]]];
    case 'V':
      return [[at[0], first + dy]];
    case 'A': {
      const end: Point = [(numbers[5] ?? 0) + dx, (numbers[6] ?? 0) + dy];
      return arcPoints(at, end, numbers);
    }
    default:
      return Array.from({ length: numbers.length / 2 }, (_, i) => [
        (numbers[2 * i] ?? 0) + dx,
        (numbers[2 * i + 1] ?? 0) + dy,
      ]);
  }
}

/**
 * Points on an elliptical arc, its end last. Axes are taken as upright: no shape of Mermaid turns one.
 *
 * @see https://www.w3.org/TR/SVG2/implnote.html#ArcConversionEndpointToCenter
 */
function arcPoints(start: Point, end: Point, numbers: readonly number[]): readonly Point[] {
  const [rx = 0, ry = 0, , large = 0, sweep = 0] = numbers;
  if (rx === 0 || ry === 0) return [end];
  const [x, y] = [(start[0] - end[0]) / 2, (start[1] - end[1]) / 2];
  const needed = (x / rx) ** 2 + (y / ry) ** 2;
  const scale = Math.max(1, Math.sqrt(needed));
  const [a, b] = [Math.abs(rx) * scale, Math.abs(ry) * scale];
  const spread = (a * b) ** 2 / ((a * y) ** 2 + (b * x) ** 2 || 1) - 1;
  const factor = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, spread));
  const [mx, my] = [(factor * a * y) / b, (-factor * b * x) / a];
  const [cx, cy] = [mx + (start[0] + end[0]) / 2, my + (start[1] + end[1]) / 2];
  const from = Math.atan2((y - my) / b, (x - mx) / a);
  const turn = turnOf(from, Math.atan2((-y - my) / b, (-x - mx) / a), sweep === 1);
  const sampled = Array.from({ length: arcSamples }, (_, i): Point => {
    const angle = from + (turn * (i + 1)) / (arcSamples + 1);
    return [cx + a * Math.cos(angle), cy + b * Math.sin(angle)];
  });
  return [...sampled, end];
}

function turnOf(from: number, to: number, clockwise: boolean): number {
  const turn = to - from;
  if (clockwise && turn < 0) return turn + 2 * Math.PI;
  return !clockwise && turn > 0 ? turn - 2 * Math.PI : turn;
}

import { moveLayout } from './frame-layout.ts';
import type { Box, Layout, Point } from './layout.ts';

/** Between two layouts in px, and around all. */
const gap = 24;
const margin = 2;

/** A wide rectangle is read more easily than a high one, but none beyond what a page shows. */
const shape = { ratio: 1.7, narrowest: 480, widest: 900 } as const;

/**
 * Layouts beside and below each other as one: the highest first, each as far up as it finds room. Nodes,
 * groups and edges are in the order of the layouts.
 */
export function packLayouts(layouts: readonly Layout[]): Layout {
  const [only, ...others] = layouts;
  if (only !== undefined && others.length === 0) return only;
  const limit = limitOf(layouts);
  const taken: Box[] = [];
  const places = new Map<Layout, Point>();
  for (const layout of layouts.toSorted((a, b) => b.height - a.height)) {
    const size = { width: inner(layout.width), height: inner(layout.height) };
    const place = firstFree(size, taken, limit);
    taken.push({ ...place, ...size });
    places.set(layout, place);
  }
  const moved = layouts.map((layout) => moveLayout(layout, places.get(layout) ?? { x: 0, y: 0 }));
  return {
    width: Math.max(...taken.map(({ x, width }) => x + width)) + 2 * margin,
    height: Math.max(...taken.map(({ y, height }) => y + height)) + 2 * margin,
    groups: moved.flatMap(({ groups }) => groups),
    edges: moved.flatMap(({ edges }) => edges),
    nodes: moved.flatMap(({ nodes }) => nodes),
  };
}

/** Each layout comes with a margin, which the whole has once. */
function inner(length: number): number {
  return length - 2 * margin;
}

function limitOf(layouts: readonly Layout[]): number {
  const area = layouts.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const wanted = Math.min(shape.widest, Math.max(shape.narrowest, Math.sqrt(area * shape.ratio)));
  return Math.max(wanted, ...layouts.map(({ width }) => inner(width)));
}

/** The uppermost place, there the leftmost, where a box of this size leaves the gap to all others. */
function firstFree(
  size: Pick<Box, 'width' | 'height'>,
  taken: readonly Box[],
  limit: number,
): Point {
  const columns = [0, ...taken.map(({ x, width }) => x + width + gap)];
  const rows = [0, ...taken.map(({ y, height }) => y + height + gap)];
  const places = rows.flatMap((y) => columns.map((x) => ({ x, y })));
  places.sort((a, b) => a.y - b.y || a.x - b.x);
  const isFree = ({ x, y }: Point) =>
    (x === 0 || x + size.width <= limit) &&
    taken.every(
      (box) =>
        x >= box.x + box.width + gap ||
        box.x >= x + size.width + gap ||
        y >= box.y + box.height + gap ||
        box.y >= y + size.height + gap,
    );
  const free = places.find(isFree);
  if (free === undefined) throw new Error('There is always room below all others.');
  return free;
}

import type { DiagramEdge, DiagramNode } from './diagram.ts';
import { edgeRoom, labelWidth, margin } from './edge-room.ts';
import { labelText } from './label-text.ts';
import type { Box, Layout, PlacedEdge, PlacedNode } from './layout.ts';
import { nodeHeight, nodeWidth } from './node-box.ts';
import type { TextMetrics } from './text-metrics.ts';
import type { Branch, Tree } from './tree.ts';

/** Boxes this far from the middle of the one they hang on share its line, in px. */
const straightReach = 14;
/** From an edge to the baseline of words below it, and above it. */
const [wordsBelow, wordsAbove] = [15, 7];

/** The boxes that are equally far from the root. */
interface Column {
  readonly left: number;
  readonly width: number;
  /** The line that edges to the next level share. */
  readonly trunk: number;
  /** Centre of the words on these edges. */
  readonly words: number;
}

/** A branch with the middle of its box; `y` is in px from the top of the figure. */
interface PlacedBranch {
  readonly node: DiagramNode;
  readonly edge?: DiagramEdge | undefined;
  readonly depth: number;
  readonly y: number;
  readonly branches: readonly PlacedBranch[];
}

/**
 * A tree from left to right, in the spacing that the layout engine keeps. Every box stands in the middle
 * of those that hang on it, and their edges share a line. Most figures of a cluster are trees of a few
 * boxes, and such a one takes the engine 4 ms and more.
 */
export function layoutTree(tree: Tree, metrics: TextMetrics, widestNode: number): Layout {
  const { root, direction } = tree;
  const columns = columnsOf(tree, metrics, widestNode);
  const placed = inReadingOrder(placeBranch(root, 0, margin), direction);
  const boxOf = ({ node, depth, y }: PlacedBranch): Box => {
    const height = nodeHeight(node);
    const width = nodeWidth(node, metrics, widestNode);
    return { x: columns[depth]?.left ?? 0, y: y - height / 2, width, height };
  };
  const nodes = placed.map((branch): PlacedNode => ({ node: branch.node, box: boxOf(branch) }));
  const edges = placed.flatMap((branch) => {
    const column = columns[branch.depth];
    if (column === undefined) return [];
    const box = boxOf(branch);
    return branch.branches.flatMap((next) =>
      placeEdge({ branch, next, box, nextBox: boxOf(next), column }, direction),
    );
  });
  const ends = columns.map(({ left, width }) => left + width);
  return {
    width: Math.max(...ends) + margin,
    height: heightOf(root) + 2 * margin,
    groups: [],
    nodes,
    edges,
  };
}

/** From left to right along each branch, which is how the keyboard goes through the boxes. */
function inReadingOrder(
  branch: PlacedBranch,
  direction: Tree['direction'],
): readonly PlacedBranch[] {
  const beyond = branch.branches.flatMap((next) => inReadingOrder(next, direction));
  return direction === 'out' ? [branch, ...beyond] : [...beyond, branch];
}

function columnsOf(
  { root, direction }: Tree,
  metrics: TextMetrics,
  widest: number,
): readonly Column[] {
  const levels = levelsOf(root);
  const rooms = levels.map((level) => roomBeside(level, metrics));
  const columns: Column[] = [];
  let left = margin;
  for (const depth of direction === 'out' ? levels.keys() : [...levels.keys()].reverse()) {
    const widths = levels[depth]?.map(({ node }) => nodeWidth(node, metrics, widest)) ?? [];
    const [width, room] = [Math.max(...widths), rooms[depth] ?? noRoom];
    const outward = (px: number) => (direction === 'out' ? left + width + px : left - px);
    const words = outward((room.total + room.bend) / 2);
    columns[depth] = { left, width, trunk: outward(edgeRoom.bend), words };
    left += width + (direction === 'out' ? room : (rooms[depth - 1] ?? noRoom)).total;
  }
  return columns;
}

function levelsOf(root: Branch): readonly (readonly Branch[])[] {
  const levels: (readonly Branch[])[] = [];
  for (let level: readonly Branch[] = [root]; level.length > 0; ) {
    levels.push(level);
    level = level.flatMap(({ branches }) => branches);
  }
  return levels;
}

/** What edges need between two levels, in px: all of it, and as much of that where they bend. */
interface Room {
  readonly total: number;
  readonly bend: number;
}

const noRoom: Room = { total: 0, bend: 0 };

function roomBeside(level: readonly Branch[], metrics: TextMetrics): Room {
  const edges = level.flatMap(({ branches }) => branches.flatMap(({ edge }) => edge ?? []));
  if (edges.length === 0) return noRoom;
  const words = Math.max(...edges.map((edge) => labelWidth(edge, metrics)));
  if (words === 0) return { total: edgeRoom.bare, bend: 0 };
  const bend = level.some(({ branches }) => branches.length > 1) ? edgeRoom.bend : 0;
  return { total: bend + words + 2 * edgeRoom.besideLabel, bend };
}

function heightOf({ node, branches }: Branch): number {
  return Math.max(nodeHeight(node), heightOfAll(branches));
}

function heightOfAll(branches: readonly Branch[]): number {
  const heights = branches.map(heightOf);
  const gaps = Math.max(0, branches.length - 1) * edgeRoom.betweenBoxes;
  return heights.reduce((sum, height) => sum + height, gaps);
}

function placeBranch(branch: Branch, depth: number, top: number): PlacedBranch {
  const { node, edge, branches } = branch;
  const height = heightOf(branch);
  let next = top + (height - heightOfAll(branches)) / 2;
  const placed = branches.map((each) => {
    const at = placeBranch(each, depth + 1, next);
    next += heightOf(each) + edgeRoom.betweenBoxes;
    return at;
  });
  const half = nodeHeight(node) / 2;
  const y = Math.min(
    Math.max(middleOf(placed) ?? top + height / 2, top + half),
    top + height - half,
  );
  return { node, edge, depth, y, branches: placed };
}

/** Of the boxes on both ends, or of one that is near to that: its edge is then straight. */
function middleOf(branches: readonly PlacedBranch[]): number | undefined {
  const [first, last] = [branches[0], branches.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const middle = Math.round((first.y + last.y) / 2);
  const distance = ({ y }: PlacedBranch) => Math.abs(y - middle);
  const near = branches.toSorted((a, b) => distance(a) - distance(b))[0];
  return near !== undefined && distance(near) <= straightReach ? near.y : middle;
}

/** Two boxes of which the second hangs on the first, whose column is given. */
interface Joint {
  readonly branch: PlacedBranch;
  readonly next: PlacedBranch;
  readonly box: Box;
  readonly nextBox: Box;
  readonly column: Column;
}

function placeEdge(
  { branch, next, box, nextBox, column }: Joint,
  direction: Tree['direction'],
): readonly PlacedEdge[] {
  const { edge } = next;
  if (edge === undefined) return [];
  const isOut = direction === 'out';
  const start = { x: isOut ? box.x + box.width : box.x, y: branch.y };
  const end = { x: isOut ? nextBox.x : nextBox.x + nextBox.width, y: next.y };
  const bends = [start, end].map(({ y }) => ({ x: column.trunk, y }));
  const line = [start, ...(branch.y === next.y ? [] : bends), end];
  const points = isOut ? line : line.toReversed();
  if (labelText(edge.label ?? '') === '') return [{ edge, points }];
  const baseline = next.y < branch.y ? next.y - wordsAbove : next.y + wordsBelow;
  return [{ edge, points, label: { x: column.words, y: baseline } }];
}

import { type Cast, castOf } from './around-cast.ts';
import type { Diagram, DiagramEdge, DiagramNode } from './diagram.ts';
import { labelText } from './label-text.ts';
import type { Box, PlacedGroup, PlacedNode } from './layout.ts';
import { nodeBox, nodeWidth } from './node-box.ts';
import type { TextMetrics } from './text-metrics.ts';

const margin = 2;
const widestNode = 232;
const narrowestBar = 118;
/** Inside a group: left and right, below its last box, above its first one. */
const groupPad = 14;
const groupHead = 34;
const groupGap = 16;
const rowGap = 10;
/** Room for an edge between two boxes of one column. */
const linkedGap = 26;
/** A box left of the frame, and the height of a line from there to the bar. */
const outsideGap = 22;
const laneHeight = nodeBox.height + 18;
/** Room beside the words on a line. */
const labelPad = 16;

/** Room for a line past other boxes of its column. It has no words: the list of the figure has them. */
const bracketPad = 12;

/** Where everything but the edges stands. */
export interface Columns {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly PlacedGroup[];
  readonly nodes: readonly PlacedNode[];
  /** Box of a node by its id. */
  boxOf(id: string): Box | undefined;
  /** x of the ways beside the left column, for edges between boxes of it that are no neighbours. */
  bracketAt(edge: DiagramEdge): number | undefined;
  /** x of the middle of an edge's words, for an edge that runs between these two x. */
  labelMiddle(start: number, end: number): number;
}

/** Columns of a figure around the node called `hub`; all boxes of a column have one width. */
export function aroundColumns(diagram: Diagram, metrics: TextMetrics): Columns {
  const cast = castOf(diagram);
  const x = columnsOf(cast, diagram, metrics);
  const rows = leftRows(cast, diagram, x);
  const nodes = [
    ...rows.nodes,
    ...outsideNodes(cast, diagram, x, rows),
    ...hubNodes(cast, x, rows),
  ];
  const boxes = new Map(nodes.map(({ node, box }) => [node.id, box]));
  return {
    width: x.end + margin,
    height: rows.bottom + (cast.frame === undefined ? 0 : groupPad) + margin,
    groups: [...frames(cast, x, rows), ...rows.groups],
    nodes,
    boxOf: (id) => boxes.get(id),
    bracketAt: (edge) => {
      const lane = x.brackets.indexOf(edge);
      return lane === -1 ? undefined : x.left - bracketPad * (lane + 1);
    },
    // Words on a long line stand between the groups, not above a box that the line passes.
    labelMiddle: (start, end) =>
      Math.min(start, end) < x.barGroup && Math.max(start, end) > x.leftEnd
        ? (x.leftEnd + x.barGroup) / 2
        : (start + end) / 2,
  };
}

/** The x of every column, from left to right. */
interface ColumnPlaces {
  readonly outside: number;
  readonly outsideWidth: number;
  readonly frame: number;
  readonly leftGroup: number;
  readonly left: number;
  /** Edges that run beside the left column, the innermost first. */
  readonly brackets: readonly DiagramEdge[];
  readonly leftWidth: number;
  readonly leftEnd: number;
  readonly barGroup: number;
  readonly bar: number;
  readonly barWidth: number;
  readonly right: number;
  readonly rightWidth: number;
  readonly barGroupEnd: number;
  readonly end: number;
}

function columnsOf(cast: Cast, diagram: Diagram, metrics: TextMetrics): ColumnPlaces {
  const widest = (nodes: readonly DiagramNode[]) =>
    Math.max(0, ...nodes.map((node) => nodeWidth(node, metrics, widestNode)));
  const brackets = bracketsOf(cast, diagram);
  const rightIds = new Set(cast.right.map(({ id }) => id));
  const wordsWidth = (toRight: boolean) =>
    Math.max(
      0,
      ...diagram.edges
        .filter((edge) => !brackets.includes(edge))
        .filter(({ from, to }) => (rightIds.has(from) || rightIds.has(to)) === toRight)
        .map(({ label = '' }) => metrics(labelText(label), 'edge')),
    );
  const outsideWidth = widest([...cast.lanes, ...cast.asides]);
  const frame = margin + (outsideWidth === 0 ? 0 : outsideWidth + outsideGap);
  const framePad = cast.frame === undefined ? 0 : groupPad;
  const leftGroup = frame + framePad;
  // A group is at least as wide as its name.
  const names = cast.left.map(({ group }) => Math.ceil(metrics(labelText(group.label), 'group')));
  const leftWidth = Math.max(widest(cast.left.flatMap(({ nodes }) => nodes)), ...names);
  const gutter = bracketPad * brackets.length;
  const leftEnd = leftGroup + gutter + leftWidth + 2 * groupPad;
  const barGroup = Math.ceil(leftEnd + wordsWidth(false) + labelPad);
  const bar = barGroup + groupPad;
  const words = Math.max(metrics(cast.hub.label, 'name'), metrics(cast.hub.kind, 'kind'));
  const barWidth = Math.max(narrowestBar, Math.ceil(words) + 2 * groupPad);
  const rightWidth = widest(cast.right);
  const rightGap = cast.right.length === 0 ? 0 : Math.ceil(wordsWidth(true) + 2 * labelPad);
  const right = bar + barWidth + rightGap;
  const barGroupEnd = right + rightWidth + groupPad;
  return {
    outside: margin,
    outsideWidth,
    frame,
    leftGroup,
    left: leftGroup + gutter + groupPad,
    brackets,
    leftWidth,
    leftEnd,
    barGroup,
    bar,
    barWidth,
    right,
    rightWidth,
    barGroupEnd,
    end: barGroupEnd + framePad,
  };
}

/** Edges between boxes of the left column that others stand between, or a frame. */
function bracketsOf({ left }: Cast, { edges }: Diagram): readonly DiagramEdge[] {
  const places = new Map(
    left.flatMap(({ nodes }, group) => nodes.map(({ id }, i) => [id, { group, i }] as const)),
  );
  return edges.filter(({ from, to }) => {
    const [a, b] = [places.get(from), places.get(to)];
    if (a === undefined || b === undefined) return false;
    return a.group !== b.group || Math.abs(a.i - b.i) > 1;
  });
}

interface LeftRows {
  readonly nodes: readonly PlacedNode[];
  readonly groups: readonly PlacedGroup[];
  /** y of the bar's group. */
  readonly top: number;
  readonly bottom: number;
}

/** Left groups below the lanes, their boxes one below the other. */
function leftRows(cast: Cast, { edges }: Diagram, x: ColumnPlaces): LeftRows {
  const linked = (a: DiagramNode, b: DiagramNode | undefined) =>
    edges.some(
      ({ from, to }) => (from === a.id && to === b?.id) || (to === a.id && from === b?.id),
    );
  const level = cast.frame === undefined ? 1 : 2;
  const top = margin + (cast.frame === undefined ? 0 : groupHead - groupPad / 2);
  const nodes: PlacedNode[] = [];
  const groups: PlacedGroup[] = [];
  let y = top + cast.lanes.length * laneHeight + (cast.lanes.length > 0 ? groupHead - groupPad : 0);
  for (const { group, nodes: members } of cast.left) {
    const start = y;
    y += groupHead;
    members.forEach((node, i) => {
      nodes.push({ node, box: { x: x.left, y, width: x.leftWidth, height: nodeBox.height } });
      const gap = linked(node, members[i + 1]) ? linkedGap : rowGap;
      y += nodeBox.height + (i === members.length - 1 ? groupPad : gap);
    });
    const width = x.leftEnd - x.leftGroup;
    const box = { x: x.leftGroup, y: start, width, height: y - start };
    groups.push({ group, level, box, inset: x.left - x.leftGroup });
    y += groupGap;
  }
  const rightNeeds = top + groupHead + cast.right.length * laneHeight;
  return { nodes, groups, top, bottom: Math.max(y - groupGap, rightNeeds) };
}

function outsideNodes(
  cast: Cast,
  { edges }: Diagram,
  x: ColumnPlaces,
  rows: LeftRows,
): readonly PlacedNode[] {
  const at = (node: DiagramNode, y: number): PlacedNode => {
    const box = { x: x.outside, y, width: x.outsideWidth, height: nodeBox.height };
    return { node, box };
  };
  const lanes = cast.lanes.map((node, i) => at(node, rows.top + groupHead + i * laneHeight));
  const asides = cast.asides.flatMap((node) => {
    const neighbours = edges.flatMap(({ from, to }) =>
      from === node.id ? [to] : to === node.id ? [from] : [],
    );
    const beside = rows.nodes.find((placed) => neighbours.includes(placed.node.id));
    return beside === undefined ? [] : [at(node, beside.box.y)];
  });
  return [...lanes, ...asides];
}

/** The bar, and the nodes right of it spread over its height. */
function hubNodes(cast: Cast, x: ColumnPlaces, { top, bottom }: LeftRows): readonly PlacedNode[] {
  const y = top + groupHead;
  const height = bottom - groupPad - y;
  const share = height / Math.max(1, cast.right.length);
  const bar = { node: cast.hub, box: { x: x.bar, y, width: x.barWidth, height } };
  const right = cast.right.map((node, i) => {
    const rowY = Math.round(y + share * i + (share - nodeBox.height) / 2);
    return { node, box: { x: x.right, y: rowY, width: x.rightWidth, height: nodeBox.height } };
  });
  return [bar, ...right];
}

/** The frame and the bar's own group. */
function frames(cast: Cast, x: ColumnPlaces, { top, bottom }: LeftRows): readonly PlacedGroup[] {
  const level = cast.frame === undefined ? 1 : 2;
  const placed: PlacedGroup[] = [];
  if (cast.frame !== undefined) {
    const height = bottom + groupPad - margin;
    const box = { x: x.frame, y: margin, width: x.end - x.frame, height };
    placed.push({ group: cast.frame, level: 1, box });
  }
  if (cast.hubGroup !== undefined) {
    const box = { x: x.barGroup, y: top, width: x.barGroupEnd - x.barGroup, height: bottom - top };
    placed.push({ group: cast.hubGroup, level, box });
  }
  return placed;
}

import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Diagram, DiagramEdge } from './diagram.ts';
import { type ElkShape, elkGraph, elkKey } from './elk-graph.ts';
import { layoutInFrame, onlyFrame } from './frame-layout.ts';
import type { Box, Layout, PlacedEdge } from './layout.ts';
import { packLayouts } from './pack-layouts.ts';
import { layoutPacked } from './packed-layout.ts';
import { partsOf } from './parts.ts';
import { noCache, type TextCache } from './text-cache.ts';
import type { TextMetrics } from './text-metrics.ts';
import { treeIn } from './tree.ts';
import { layoutTree } from './tree-layout.ts';

/** Part of every cache key: another version may place boxes elsewhere. */
export const layoutEngine = 'elkjs 0.12.1';

/** From the top of a label's box to its baseline, in px. */
const labelBaseline = 11;

/** What a page has room for, in px; a wider figure scrolls. */
const pageWidth = 1100;

// Tried in this order until one fits: names in full, names cut, one below the other.
const shapes: readonly ElkShape[] = [
  { widestNode: 280, direction: 'RIGHT' },
  { widestNode: 206, direction: 'RIGHT' },
  { widestNode: 240, direction: 'DOWN' },
];

/**
 * Left to right in the direction of the edges, by ELK's layered algorithm (what Mermaid 12 uses by
 * default); where that is wider than a page, with names cut, or from top to bottom. What nothing joins is
 * laid out by itself, and all of it packed: ELK would stack frames one below the other. A tree, which most
 * parts are, is placed directly: it has only one layout, for which the engine takes 4 ms and more. The same
 * diagram always gets the same layout.
 */
export async function layoutLayered(
  diagram: Diagram,
  metrics: TextMetrics,
  cache: TextCache = noCache,
): Promise<Layout> {
  const parts = partsOf(diagram);
  const lone = parts.filter(isLone);
  const layouts: Layout[] = [];
  for (const part of parts.filter((each) => !isLone(each))) {
    layouts.push(await layoutPart(part, metrics, cache));
  }
  // Boxes that nothing joins need no engine, and are easier to read in rows of one width.
  if (lone.length > 0) {
    layouts.push(layoutPacked({ ...diagram, groups: [], nodes: lone.flatMap(nodesOf) }, metrics));
  }
  return packLayouts(layouts);
}

function isLone({ nodes, groups }: Diagram): boolean {
  return nodes.length === 1 && groups.length === 0;
}

function nodesOf({ nodes }: Diagram): Diagram['nodes'] {
  return nodes.map((node) => ({ ...node, group: undefined }));
}

async function layoutPart(
  diagram: Diagram,
  metrics: TextMetrics,
  cache: TextCache,
): Promise<Layout> {
  const framed = onlyFrame(diagram);
  if (framed !== undefined) {
    const inside = await layoutLayered(framed.inside, metrics, cache);
    return layoutInFrame(inside, framed.group, diagram, metrics);
  }
  const tree = treeIn(diagram);
  let narrowest: Layout | undefined;
  for (const shape of shapes) {
    if (narrowest !== undefined && isHopeless(shape, narrowest)) continue;
    const layout =
      tree !== undefined && shape.direction === 'RIGHT'
        ? layoutTree(tree, metrics, shape.widestNode)
        : await layoutIn(shape, diagram, metrics, cache);
    if (layout.width <= pageWidth) return layout;
    if (narrowest === undefined || layout.width < narrowest.width) narrowest = layout;
  }
  if (narrowest === undefined) throw new Error('A figure has no shape to be laid out in.');
  return narrowest;
}

/** Whether a layout stays wider than a page though the boxes of each of its columns are cut. */
function isHopeless({ direction, widestNode }: ElkShape, { width, nodes }: Layout): boolean {
  if (direction === 'DOWN') return false;
  const columns = Map.groupBy(nodes, ({ box }) => Math.round(box.x));
  const saved = [...columns.values()].map((members) =>
    Math.max(0, ...members.map(({ box }) => box.width - widestNode)),
  );
  return width - saved.reduce((sum, px) => sum + px, 0) > pageWidth;
}

async function layoutIn(
  shape: ElkShape,
  diagram: Diagram,
  metrics: TextMetrics,
  cache: TextCache,
): Promise<Layout> {
  const { root, groups } = elkGraph(diagram, metrics, shape);
  const placed = await layOut(root, cache);
  const boxes = new Map(boxesIn(placed));
  const boxOf = (key: string) => boxes.get(key) ?? { x: 0, y: 0, width: 0, height: 0 };
  const edges = new Map(placed.edges?.map((edge) => [edge.id, edge]));
  return {
    width: placed.width ?? 0,
    height: placed.height ?? 0,
    nodes: diagram.nodes.map((node, i) => ({ node, box: boxOf(elkKey.node(i)) })),
    groups: groups.map(({ group, key, level }) => ({ group, level, box: boxOf(key) })),
    edges: diagram.edges.flatMap((edge, i) => placedEdge(edge, edges.get(elkKey.edge(i)))),
  };
}

async function layOut(root: ElkNode, cache: TextCache): Promise<ElkNode> {
  const key = `${layoutEngine} ${JSON.stringify(root)}`;
  const known = await cache.get(key);
  if (known !== undefined) return JSON.parse(known);
  engine ??= openEngine();
  const placed = await (await engine).layout(root);
  await cache.set(key, JSON.stringify(placed, placesOnly));
  return placed;
}

/** Leaves out what nobody reads again: the options that went in, and the engine's own numbering. */
function placesOnly(key: string, value: unknown): unknown {
  return key === 'layoutOptions' || key === '$H' ? undefined : value;
}

let engine: Promise<ELK> | undefined;

/** One for all: each new one learns the algorithms again, a third of the time of a small layout. */
async function openEngine(): Promise<ELK> {
  // 1.5 MB of code that a build with a warm cache never loads.
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  return new Elk();
}

function boxesIn(parent: ElkNode): readonly (readonly [string, Box])[] {
  return (parent.children ?? []).flatMap((child) => {
    const { x = 0, y = 0, width = 0, height = 0 } = child;
    return [[child.id, { x, y, width, height }], ...boxesIn(child)];
  });
}

function placedEdge(edge: DiagramEdge, placed: ElkExtendedEdge | undefined): readonly PlacedEdge[] {
  const section = placed?.sections?.[0];
  if (section === undefined) return [];
  const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
  const [label] = placed?.labels ?? [];
  if (label === undefined) return [{ edge, points }];
  const { x = 0, y = 0, width = 0 } = label;
  return [{ edge, points, label: { x: x + width / 2, y: y + labelBaseline } }];
}

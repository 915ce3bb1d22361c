import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import type { Diagram, DiagramEdge, DiagramGroup, DiagramNode } from './diagram.ts';
import { edgeRoom, labelWidth, margin } from './edge-room.ts';
import { framePad } from './frame-layout.ts';
import { labelText } from './label-text.ts';
import { nodeHeight, nodeWidth } from './node-box.ts';
import type { TextMetrics } from './text-metrics.ts';

const labelHeight = 14;

// Nested groups do not inherit spacing, so every level gets these.
const spacing: LayoutOptions = {
  'elk.spacing.nodeNode': `${edgeRoom.betweenBoxes}`,
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeEdge': '10',
  'elk.spacing.edgeLabel': '3',
  'elk.spacing.componentComponent': '30',
  'elk.layered.spacing.nodeNodeBetweenLayers': `${edgeRoom.besideLabel}`,
  'elk.layered.spacing.edgeNodeBetweenLayers': `${edgeRoom.bend}`,
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
};

// Words on an edge are a layer of their own and bring room; a bare one needs some to be seen.
const bareEdgeSpacing: LayoutOptions = {
  'elk.layered.spacing.nodeNodeBetweenLayers': `${edgeRoom.bare}`,
};

const rootOptions: LayoutOptions = {
  ...spacing,
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.aspectRatio': '1.2',
  // Belongs on the root only: elkjs throws when it is set inside groups.
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.considerModelOrder.components': 'MODEL_ORDER',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.padding': `[top=${margin},left=${margin},bottom=${margin},right=${margin}]`,
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
};

// Only with groups: without it ELK places what is not joined side by side.
const nestedOptions: LayoutOptions = { 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' };

const groupOptions: LayoutOptions = {
  ...spacing,
  'elk.padding': `[top=${framePad.top},left=${framePad.side},bottom=${framePad.bottom},right=${framePad.side}]`,
};

/** A group that has nodes, in the words of ELK. */
export interface ElkGroup {
  readonly group: DiagramGroup;
  readonly key: string;
  /** 1 for an outermost group. */
  readonly level: number;
}

/** A diagram in the words of ELK. */
export interface ElkGraph {
  readonly root: ElkNode;
  /** Outermost first. */
  readonly groups: readonly ElkGroup[];
}

/** Key of a node, group or edge by its place in the diagram: no id of an object reaches ELK. */
export const elkKey = {
  node: (place: number) => `n${place}`,
  group: (place: number) => `g${place}`,
  edge: (place: number) => `e${place}`,
} as const;

/** How a graph is laid out, where its own size leaves a choice. */
export interface ElkShape {
  /** Words of a wider box are cut, in px. */
  readonly widestNode: number;
  readonly direction: 'RIGHT' | 'DOWN';
}

/** Boxes with their measured sizes, groups around them, edges with measured labels. */
export function elkGraph(diagram: Diagram, metrics: TextMetrics, shape: ElkShape): ElkGraph {
  const groups = usedGroups(diagram, undefined, 1);
  const keys = new Map(diagram.nodes.map(({ id }, i) => [id, elkKey.node(i)]));
  const sizeOf = (node: DiagramNode) => ({
    width: nodeWidth(node, metrics, shape.widestNode),
    height: nodeHeight(node),
  });
  const root = {
    id: 'root',
    layoutOptions: {
      ...rootOptions,
      'elk.direction': shape.direction,
      ...(groups.length > 0 ? nestedOptions : {}),
      ...roomFor(diagram),
    },
    children: childrenOf(diagram, groups, undefined, sizeOf),
    edges: diagram.edges.flatMap((edge, i) => elkEdge(edge, i, keys, metrics)),
  };
  return { root, groups };
}

function roomFor({ edges }: Diagram): LayoutOptions {
  return edges.some(({ label = '' }) => label === '') ? bareEdgeSpacing : {};
}

function usedGroups(
  diagram: Diagram,
  parent: string | undefined,
  level: number,
): readonly ElkGroup[] {
  return diagram.groups.flatMap((group, i) => {
    if (group.parent !== parent) return [];
    const inside = usedGroups(diagram, group.id, level + 1);
    const isUsed = inside.length > 0 || diagram.nodes.some((node) => node.group === group.id);
    return isUsed ? [{ group, key: elkKey.group(i), level }, ...inside] : [];
  });
}

type SizeOf = (node: DiagramNode) => { readonly width: number; readonly height: number };

function childrenOf(
  diagram: Diagram,
  groups: readonly ElkGroup[],
  parent: string | undefined,
  sizeOf: SizeOf,
): ElkNode[] {
  const inside = groups.filter(({ group }) => group.parent === parent);
  return [
    ...inside.map(({ group, key }) => ({
      id: key,
      layoutOptions: { ...groupOptions, ...roomFor(diagram) },
      children: childrenOf(diagram, groups, group.id, sizeOf),
    })),
    ...diagram.nodes.flatMap((node, i) =>
      node.group === parent ? [elkNode(node, i, sizeOf)] : [],
    ),
  ];
}

function elkNode(node: DiagramNode, place: number, sizeOf: SizeOf): ElkNode {
  return {
    id: elkKey.node(place),
    ...sizeOf(node),
    layoutOptions: { 'elk.alignment': 'LEFT' },
  };
}

function elkEdge(
  edge: DiagramEdge,
  place: number,
  keys: ReadonlyMap<string, string>,
  metrics: TextMetrics,
): readonly ElkExtendedEdge[] {
  const [source, target] = [keys.get(edge.from), keys.get(edge.to)];
  if (source === undefined || target === undefined) return [];
  const id = elkKey.edge(place);
  const ends = { id, sources: [source], targets: [target] };
  const width = labelWidth(edge, metrics);
  if (width === 0) return [ends];
  const text = labelText(edge.label ?? '');
  return [{ ...ends, labels: [{ id: `l${id}`, text, width, height: labelHeight }] }];
}

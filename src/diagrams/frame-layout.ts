import type { Diagram, DiagramGroup } from './diagram.ts';
import { labelText } from './label-text.ts';
import type { Layout } from './layout.ts';
import type { TextMetrics } from './text-metrics.ts';

/** Room in px between a frame and what stands in it; above there is also its name. */
export const framePad = { top: 34, side: 16, bottom: 16 } as const;

/** What each layout has around it. */
const margin = 2;
/** Left and right of the name. */
const labelRoom = 28;

/**
 * The group that holds all boxes of a diagram, and the diagram of what stands in it; nothing where there is
 * a box outside.
 */
export function onlyFrame({
  groups,
  nodes,
  ...rest
}: Diagram): { readonly group: DiagramGroup; readonly inside: Diagram } | undefined {
  const known = new Set(groups.map(({ id }) => id));
  const isInside = (id: string | undefined) => id !== undefined && known.has(id);
  const [group, ...others] = groups.filter(({ parent }) => !isInside(parent));
  if (group === undefined || others.length > 0) return undefined;
  if (!nodes.every((node) => isInside(node.group))) return undefined;
  const out = (id: string | undefined) => (id === group.id ? undefined : id);
  return {
    group,
    inside: {
      ...rest,
      nodes: nodes.map((node) => ({ ...node, group: out(node.group) })),
      groups: groups
        .filter((each) => each !== group)
        .map((each) => ({ ...each, parent: out(each.parent) })),
    },
  };
}

/** A layout with the frame of a group around it, which is at least as wide as the group's name. */
export function layoutInFrame(
  inside: Layout,
  group: DiagramGroup,
  whole: Diagram,
  metrics: TextMetrics,
): Layout {
  const { top, side, bottom } = framePad;
  const name = Math.ceil(metrics(labelText(group.label), 'group')) + labelRoom;
  const width = Math.max(name, inside.width - 2 * margin + 2 * side);
  const height = inside.height - 2 * margin + top + bottom;
  const moved = moveLayout(inside, { x: side, y: top });
  const byId = new Map(whole.nodes.map((node) => [node.id, node]));
  return {
    width: width + 2 * margin,
    height: height + 2 * margin,
    groups: [
      { group, level: 1, box: { x: margin, y: margin, width, height } },
      ...moved.groups.map((placed) => ({ ...placed, level: placed.level + 1 })),
    ],
    edges: moved.edges,
    // As the diagram has them, in their groups.
    nodes: moved.nodes.map(({ node, box }) => ({ node: byId.get(node.id) ?? node, box })),
  };
}

/** The same layout elsewhere. */
export function moveLayout(
  layout: Layout,
  { x, y }: { readonly x: number; readonly y: number },
): Layout {
  const at = <Place extends { readonly x: number; readonly y: number }>(place: Place): Place => ({
    ...place,
    x: place.x + x,
    y: place.y + y,
  });
  return {
    ...layout,
    groups: layout.groups.map((placed) => ({ ...placed, box: at(placed.box) })),
    nodes: layout.nodes.map((placed) => ({ ...placed, box: at(placed.box) })),
    edges: layout.edges.map((placed) => ({
      ...placed,
      points: placed.points.map(at),
      label: placed.label && at(placed.label),
    })),
  };
}

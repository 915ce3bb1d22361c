import type { Diagram, DiagramGroup, DiagramNode } from './diagram.ts';
import { mergedEdges, mergedNode, pluralWords, sharedStatus } from './merge-nodes.ts';

/** What a reader can follow in one picture, and what the layout keeps at a readable size. */
const mostNodes = 40;
const mostEdges = 60;

/**
 * A diagram that a reader can follow: at most 40 boxes and 60 edges. Too large a one is reduced in
 * steps until it fits, and `omitted` says what became of the rest:
 *
 * 1. objects of one kind with the same edges become a box, `12 ConfigMaps`;
 * 2. all objects of a kind in a group become a box, kinds with the fewest edges first;
 * 3. groups become a box each, the largest first;
 * 4. such boxes become one where their edges are the same, then all of them;
 * 5. what has the fewest edges is left out, what is missing last.
 */
export function collapse(diagram: Diagram): Diagram {
  if (fits(diagram)) return diagram;
  const steps = [mergeAlike, mergeKinds, mergeGroups, mergeAlike, mergeKinds];
  const merged = steps.reduce(
    (reduced, step) => (fits(reduced) ? reduced : step(reduced)),
    diagram,
  );
  const kept = fits(merged) ? merged : leaveOut(merged);
  const whole = new Set(diagram.nodes.map(({ id }) => id));
  const sentences = [
    diagram.omitted,
    mergedSentence(kept.nodes.filter(({ id }) => !whole.has(id))),
    lostSentence(merged, kept),
  ].filter((part) => part !== undefined);
  return { ...kept, omitted: sentences.join(' ') || undefined };
}

function fits({ nodes, edges }: Diagram): boolean {
  return nodes.length <= mostNodes && edges.length <= mostEdges;
}

/** Replicas and leaves: nothing that the figure says of one is not true of the others. */
function mergeAlike(diagram: Diagram): Diagram {
  const edgesOf = Map.groupBy(
    diagram.edges.flatMap(({ from, to, label, evidence }) => [
      { node: from, key: JSON.stringify(['to', to, label, evidence]) },
      { node: to, key: JSON.stringify(['from', from, label, evidence]) },
    ]),
    ({ node }) => node,
  );
  return merge(diagram, ({ id }) => (edgesOf.get(id) ?? []).map(({ key }) => key).toSorted());
}

function mergeKinds(diagram: Diagram): Diagram {
  const kinds = kindsByEdges(diagram);
  let merged = diagram;
  for (let many = 1; many <= kinds.length && !fits(merged); many++) {
    const chosen = new Set(kinds.slice(0, many));
    merged = merge(diagram, ({ kind }) => (chosen.has(kind) ? [] : undefined));
  }
  return merged;
}

/** Kinds of the diagram, those with the fewest edges an object first: they are at its margin. */
function kindsByEdges({ nodes, edges }: Diagram): readonly string[] {
  const degree = degrees(edges);
  const mean = (members: readonly DiagramNode[]) =>
    members.reduce((sum, { id }) => sum + (degree.get(id) ?? 0), 0) / members.length;
  return [...Map.groupBy(nodes, ({ kind }) => kind)]
    .filter(([, members]) => members.length > 1)
    .toSorted(([, a], [, b]) => mean(a) - mean(b))
    .map(([kind]) => kind);
}

function degrees(edges: Diagram['edges']): ReadonlyMap<string, number> {
  const degree = new Map<string, number>();
  for (const end of edges.flatMap(({ from, to }) => [from, to])) {
    degree.set(end, (degree.get(end) ?? 0) + 1);
  }
  return degree;
}

/** Groups as boxes that lead to the page of the group, the largest first, until the rest can be read. */
function mergeGroups(diagram: Diagram): Diagram {
  let reduced = diagram;
  while (!fits(reduced)) {
    const group = largestGroup(reduced);
    if (group === undefined) break;
    reduced = groupAsBox(reduced, group);
  }
  return reduced;
}

/** Of the innermost groups that hold several boxes, the one with the most. */
function largestGroup({ nodes, groups }: Diagram): DiagramGroup | undefined {
  const members = Map.groupBy(nodes, ({ group }) => group);
  const size = ({ id }: DiagramGroup) => members.get(id)?.length ?? 0;
  const outer = new Set(groups.filter((group) => size(group) > 1).map(({ parent }) => parent));
  const inner = groups.filter((group) => size(group) > 1 && !outer.has(group.id));
  return inner.toSorted((a, b) => size(b) - size(a))[0];
}

function groupAsBox(diagram: Diagram, { id, label, href, parent }: DiagramGroup): Diagram {
  const inside = diagram.nodes.filter(({ group }) => group === id);
  const [first] = inside;
  if (first === undefined) return diagram;
  const box: DiagramNode = {
    ...first,
    id: `group ${id}`,
    object: undefined,
    count: undefined,
    kind: `${inside.length} objects`,
    label,
    href,
    group: parent,
    role: 'plain',
    status: sharedStatus(inside),
  };
  const idOf = new Map(inside.map((node) => [node.id, box.id]));
  const nodes = diagram.nodes.flatMap((node) => {
    if (node === first) return [box];
    return idOf.has(node.id) ? [] : [node];
  });
  return { ...diagram, nodes, edges: mergedEdges(diagram.edges, idOf) };
}

/** Plain nodes of one kind, group and key as one node; nodes without a key stay as they are. */
function merge(
  diagram: Diagram,
  keyOf: (node: DiagramNode) => readonly unknown[] | undefined,
): Diagram {
  const bundles = Map.groupBy(diagram.nodes, (node) => {
    const key = node.role === 'plain' ? keyOf(node) : undefined;
    return JSON.stringify(key === undefined ? [node.id] : [node.kind, node.group, ...key]);
  });
  const drawn = [...bundles.values()].map((bundle, place) => ({
    bundle,
    node: mergedNode(bundle, place, diagram.complete?.href),
  }));
  const idOf = new Map(
    drawn.flatMap(({ bundle, node }) => bundle.map(({ id }) => [id, node.id] as const)),
  );
  return {
    ...diagram,
    nodes: drawn.map(({ node }) => node),
    edges: mergedEdges(diagram.edges, idOf),
  };
}

function leaveOut(diagram: Diagram): Diagram {
  const degree = degrees(diagram.edges);
  const isKept = ({ role }: DiagramNode) => role === 'self' || role === 'ghost';
  const rank = (node: DiagramNode) =>
    (isKept(node) ? diagram.edges.length : 0) + (degree.get(node.id) ?? 0);
  const kept = new Set(diagram.nodes.toSorted((a, b) => rank(b) - rank(a)).slice(0, mostNodes));
  const keptIds = new Set([...kept].map(({ id }) => id));
  const possible = diagram.edges.filter(({ from, to }) => keptIds.has(from) && keptIds.has(to));
  return {
    ...diagram,
    nodes: diagram.nodes.filter((node) => kept.has(node)),
    edges: possible.slice(0, mostEdges),
  };
}

function lostSentence(before: Diagram, after: Diagram): string | undefined {
  const nodes = before.nodes.length - after.nodes.length;
  const edges = before.edges.length - after.edges.length;
  return nodes + edges === 0 ? undefined : `Left out: ${nodes} boxes and ${edges} edges.`;
}

function mergedSentence(merged: readonly DiagramNode[]): string | undefined {
  if (merged.length === 0) return undefined;
  const alike = Map.groupBy(merged, (node) => (node.count === undefined ? node.id : node.kind));
  const words = [...alike.values()].map(boxesInWords);
  return `Drawn as one box each, to keep the figure readable: ${words.join(', ')}.`;
}

/** `12 ConfigMaps`, `9 ConfigMaps in 3 boxes`, `shop (8 objects)`. */
function boxesInWords(boxes: readonly DiagramNode[]): string {
  const [first, ...others] = boxes;
  if (first === undefined) return '';
  if (first.count === undefined) return `${first.label} (${first.kind})`;
  if (others.length === 0) return first.label;
  const count = boxes.reduce((sum, box) => sum + (box.count ?? 1), 0);
  return `${count} ${pluralWords(first.kind)} in ${boxes.length} boxes`;
}

import type { Diagram, DiagramEdge, DiagramNode } from './diagram.ts';

/** What a reader can follow in one picture, and what the layout keeps at a readable size. */
const mostNodes = 40;
const mostEdges = 60;

/**
 * A diagram that a reader can follow: at most 40 boxes and 60 edges. Too large a one is reduced in
 * steps until it fits, and `omitted` says what became of the rest:
 *
 * 1. objects of one kind with one and the same edge become a box, `12 ConfigMaps`;
 * 2. all objects of a kind in a group become a box, kinds with the fewest edges first;
 * 3. what has the fewest edges is left out.
 */
export function collapse(diagram: Diagram): Diagram {
  const steps = [mergeLeaves, mergeKinds, leaveOut];
  return steps.reduce((reduced, step) => (fits(reduced) ? reduced : step(reduced)), diagram);
}

function fits({ nodes, edges }: Diagram): boolean {
  return nodes.length <= mostNodes && edges.length <= mostEdges;
}

function mergeLeaves(diagram: Diagram): Diagram {
  const edgesOf = Map.groupBy(
    diagram.edges.flatMap((edge) => [
      { end: edge.from, edge },
      { end: edge.to, edge },
    ]),
    ({ end }) => end,
  );
  return merge(diagram, (node) => {
    const own = edgesOf.get(node.id) ?? [];
    const [only] = own;
    if (own.length > 1) return undefined;
    const isSource = only?.edge.from === node.id;
    const end = isSource ? only?.edge.to : only?.edge.from;
    return [isSource, end, only?.edge.label, only?.edge.evidence];
  });
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

function degrees(edges: readonly DiagramEdge[]): ReadonlyMap<string, number> {
  const degree = new Map<string, number>();
  for (const end of edges.flatMap(({ from, to }) => [from, to])) {
    degree.set(end, (degree.get(end) ?? 0) + 1);
  }
  return degree;
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
  const nodes = [...bundles.values()].map(mergedNode);
  const idOf = new Map(
    [...bundles.values()].flatMap((bundle, i) => bundle.map(({ id }) => [id, nodes[i]?.id ?? id])),
  );
  const merged = nodes.filter((node) => !diagram.nodes.includes(node));
  return {
    ...diagram,
    nodes,
    edges: mergedEdges(diagram.edges, idOf),
    omitted: withSentence(diagram.omitted, mergedSentence(merged)),
  };
}

function mergedNode(bundle: readonly DiagramNode[], place: number): DiagramNode {
  const [first] = bundle;
  if (first === undefined) throw new Error('A bundle of nodes is empty.');
  if (bundle.length === 1) return first;
  const count = bundle.reduce((sum, node) => sum + (node.count ?? 1), 0);
  const label = `${count} ${plural(first.kind)}`;
  return { ...first, id: `merged ${place}`, label, count, href: undefined };
}

function mergedEdges(
  edges: readonly DiagramEdge[],
  idOf: ReadonlyMap<string, string>,
): readonly DiagramEdge[] {
  const bundles = Map.groupBy(
    edges.map((edge) => ({
      ...edge,
      from: idOf.get(edge.from) ?? edge.from,
      to: idOf.get(edge.to) ?? edge.to,
    })),
    ({ from, to, evidence }) => JSON.stringify([from, to, evidence]),
  );
  return [...bundles.values()].flatMap((bundle) => {
    const [first] = bundle;
    if (first === undefined || first.from === first.to) return [];
    if (bundle.length === 1) return [first];
    const isOneLabel = bundle.every(({ label }) => label === first.label);
    return [
      { ...first, label: isOneLabel ? first.label : `${bundle.length} ways`, proof: undefined },
    ];
  });
}

function leaveOut(diagram: Diagram): Diagram {
  const degree = degrees(diagram.edges);
  const rank = ({ id, role }: DiagramNode) =>
    role === 'self' ? Number.POSITIVE_INFINITY : (degree.get(id) ?? 0);
  const kept = new Set(diagram.nodes.toSorted((a, b) => rank(b) - rank(a)).slice(0, mostNodes));
  const keptIds = new Set([...kept].map(({ id }) => id));
  const possible = diagram.edges.filter(({ from, to }) => keptIds.has(from) && keptIds.has(to));
  const edges = possible.slice(0, mostEdges);
  const lostNodes = diagram.nodes.length - kept.size;
  const lostEdges = diagram.edges.length - edges.length;
  return {
    ...diagram,
    nodes: diagram.nodes.filter((node) => kept.has(node)),
    edges,
    omitted: withSentence(diagram.omitted, `Left out: ${lostNodes} boxes and ${lostEdges} edges.`),
  };
}

function mergedSentence(merged: readonly DiagramNode[]): string | undefined {
  if (merged.length === 0) return undefined;
  return `Drawn as one box each, to keep the figure readable: ${merged.map(({ label }) => label).join(', ')}.`;
}

function withSentence(
  before: string | undefined,
  sentence: string | undefined,
): string | undefined {
  return [before, sentence].filter((part) => part !== undefined).join(' ') || undefined;
}

/** `ConfigMap` → `ConfigMaps`, `Ingress` → `Ingresses`, `Endpoints` → `Endpoints`. */
export function plural(kind: string): string {
  if (/(?:ss|x|ch|sh)$/.test(kind)) return `${kind}es`;
  if (kind.endsWith('s')) return kind;
  return /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}

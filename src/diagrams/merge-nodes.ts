import type { DiagramEdge, DiagramNode, NodeStatus } from './diagram.ts';

/** Labels that an edge which stands for several shows; more of them are only counted. */
const mostLabels = 2;

/**
 * Nodes of one kind as one, `12 ConfigMaps`; a single one stays as it is.
 *
 * @param place Of the bundle in its diagram; part of the new id.
 * @param href Where all of them are listed.
 */
export function mergedNode(
  bundle: readonly DiagramNode[],
  place: number,
  href?: string | undefined,
): DiagramNode {
  const [first] = bundle;
  if (first === undefined) throw new Error('A bundle of nodes is empty.');
  if (bundle.length === 1) return first;
  const count = bundle.reduce((sum, node) => sum + (node.count ?? 1), 0);
  const label = `${count} ${pluralWords(first.kind)}`;
  return { ...first, id: `merged ${place}`, label, count, href, status: sharedStatus(bundle) };
}

const words = { bad: 'failing', warn: 'not well' } as const;

/**
 * The state of a box that stands for several: how many are in trouble, by the worst of them; else the one
 * that all share. Absent where they differ without trouble.
 */
export function sharedStatus(nodes: readonly DiagramNode[]): NodeStatus | undefined {
  const known = nodes.flatMap(({ status }) => status ?? []);
  for (const state of ['bad', 'warn'] as const) {
    const { length } = known.filter((status) => status.state === state);
    if (length > 0) return { state, word: `${length} ${words[state]}` };
  }
  const [first] = known;
  const isShared =
    known.length === nodes.length && known.every(({ state }) => state === first?.state);
  return isShared ? first : undefined;
}

/** Edges between the nodes that stand for theirs, each pair once; what then lies inside one is gone. */
export function mergedEdges(
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
    return bundle.length === 1
      ? [first]
      : [{ ...first, label: sharedLabel(bundle), proof: undefined }];
  });
}

function sharedLabel(bundle: readonly DiagramEdge[]): string | undefined {
  const labels = [...new Set(bundle.flatMap(({ label }) => label ?? []))];
  if (labels.length > mostLabels) return `${bundle.length} ways`;
  return labels.length === 0 ? undefined : labels.join(', ');
}

/** A kind and what a figure says besides: `Deployment in shop` → `Deployments in shop`. */
export function pluralWords(kind: string): string {
  const [word = ''] = /^[^\s,:]*/.exec(kind) ?? [];
  return plural(word) + kind.slice(word.length);
}

/** `ConfigMap` → `ConfigMaps`, `Ingress` → `Ingresses`, `Endpoints` → `Endpoints`. */
export function plural(kind: string): string {
  if (/(?:ss|x|ch|sh)$/.test(kind)) return `${kind}es`;
  if (kind.endsWith('s')) return kind;
  return /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}

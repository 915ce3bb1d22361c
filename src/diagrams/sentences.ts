import type { Diagram, DiagramEdge, DiagramNode } from './diagram.ts';
import { labelText, nodeName } from './label-text.ts';

const sureness = {
  proven: '',
  typical: ' Typical, not proven.',
  unseen: ' One end is not visible.',
} as const satisfies Record<DiagramEdge['evidence'], string>;

/** The figure as a list: a sentence for each edge, then one for each node without any and where it stands. Plain text. */
export function sentences({ nodes, edges, groups }: Diagram): readonly string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return [
    ...edges.map((edge) => sentence(edge, byId)),
    ...nodes
      .filter(({ id }) => !joined.has(id))
      .map((node) => `${nodeName(node)}${placeIn(node, groups)}.`),
  ];
}

function placeIn({ group }: DiagramNode, groups: Diagram['groups']): string {
  const frame = groups.find(({ id }) => id === group);
  return frame === undefined ? '' : `, in ${labelText(frame.label)}`;
}

function sentence(edge: DiagramEdge, nodes: ReadonlyMap<string, DiagramNode>): string {
  const [from = '', to = ''] = [edge.from, edge.to].map((id) => nameIn(nodes, id));
  const words = edge.label === undefined ? '' : `: ${labelText(edge.label)}`;
  const proof = edge.proof === undefined ? '' : ` Proven by ${labelText(edge.proof)}.`;
  return `${from} ${edge.both ? '↔' : '→'} ${to}${words}.${proof}${sureness[edge.evidence]}`;
}

function nameIn(nodes: ReadonlyMap<string, DiagramNode>, id: string): string {
  const node = nodes.get(id);
  return node === undefined ? '' : nodeName(node);
}

import type { Diagram, DiagramEdge, DiagramNode } from './diagram.ts';
import { labelText, nodeName, nodeWithTrouble } from './label-text.ts';

const sureness = {
  proven: '',
  typical: ' Typical, not proven.',
  unseen: ' One end is not visible.',
} as const satisfies Record<DiagramEdge['evidence'], string>;

/**
 * The figure as a list: a sentence for each edge, then one for each node without any and where it stands.
 * Trouble of a node is told where it is named first. Plain text.
 */
export function sentences({ nodes, edges, groups }: Diagram): readonly string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const told = new Set<string>();
  const nameOf = (id: string) => {
    const node = byId.get(id);
    if (node === undefined) return '';
    const isNew = !told.has(id);
    told.add(id);
    return isNew ? nodeWithTrouble(node) : nodeName(node);
  };
  return [
    ...edges.map((edge) => sentence(edge, nameOf)),
    ...nodes
      .filter(({ id }) => !joined.has(id))
      .map((node) => `${nodeWithTrouble(node)}${placeIn(node, groups)}.`),
  ];
}

function placeIn({ group }: DiagramNode, groups: Diagram['groups']): string {
  const frame = groups.find(({ id }) => id === group);
  return frame === undefined ? '' : `, in ${labelText(frame.label)}`;
}

function sentence(edge: DiagramEdge, nameOf: (id: string) => string): string {
  const [from, to] = [nameOf(edge.from), nameOf(edge.to)];
  const words = edge.label === undefined ? '' : `: ${labelText(edge.label)}`;
  const proof = edge.proof === undefined ? '' : ` Proven by ${labelText(edge.proof)}.`;
  return `${from} ${edge.both ? '↔' : '→'} ${to}${words}.${proof}${sureness[edge.evidence]}`;
}

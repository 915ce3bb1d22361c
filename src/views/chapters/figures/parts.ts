import type { Diagram, DiagramEdge, DiagramNode } from '#diagrams/diagram.ts';
import type { Entry } from '#model/model.ts';
import type { Cluster } from '#views/chapters/cluster.ts';
import { objectNode } from '#views/diagrams/nodes.ts';

/** A figure of a chapter; nothing when the cluster lacks what it would show. */
export type FigureMaker = (cluster: Cluster) => Diagram | undefined;

/** The box of an object, with a link to its page. */
export function objectBox({ model, links }: Cluster, { id, object }: Entry): DiagramNode {
  return objectNode(model, id, links.object, { namespace: object.metadata.namespace });
}

/** A box for something that is no object: a client, a step, a file. */
export function plainBox(
  id: string,
  kind: string,
  label: string,
  glyph: string,
  role: DiagramNode['role'] = 'outside',
): DiagramNode {
  return { id, label, kind, glyph, category: 'machine', role };
}

/** An arrow that the snapshot proves; `proof` is the flag or the field that does. */
export function proven(from: string, to: string, label?: string, proof?: string): DiagramEdge {
  return { from, to, label, proof, evidence: 'proven' };
}

/** An arrow that clusters of this sort have, and the snapshot cannot show. */
export function typical(from: string, to: string, label?: string): DiagramEdge {
  return { from, to, label, evidence: 'typical' };
}

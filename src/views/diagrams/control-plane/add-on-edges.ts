import type { Component } from '#catalogue/components/component.ts';
import { type Connection, componentsOf, peerOf } from '#catalogue/components/connection.ts';
import type { DiagramEdge } from '#diagrams/diagram.ts';
import type { Entry } from '#model/model.ts';
import { proofOf, sideOf } from '#views/card/proof.ts';
import { proseText } from '#views/chapters/prose.ts';
import type { Survey } from './survey.ts';

/** An add-on of the cluster that the catalogue knows. */
export interface AddOn {
  readonly entry: Entry;
  readonly component: Component;
}

/** Most lines beside those to the API server: each takes room of its own. */
const mostAmong = 4;

/** What in the snapshot shows that one component calls another, in words. */
export function proofText(
  { model, hrefFor }: Survey,
  { from = '', to = '' }: { readonly from?: string | undefined; readonly to?: string | undefined },
): string | undefined {
  const scope = { model, links: { object: hrefFor } };
  const proof = proofOf(scope, { from: sideOf(scope, from), to: sideOf(scope, to) });
  return proof && proseText(proof);
}

/** Lines among add-ons, and between them and the kubelet, as the catalogue knows them. */
export function edgesAmong(seen: Survey, shown: readonly AddOn[]): readonly DiagramEdge[] {
  const boxes = new Map(shown.map(({ entry, component }) => [component.id, entry.id as string]));
  if (seen.nodes.length > 0) boxes.set('kubelet', 'kubelet');
  const edges = shown.flatMap(({ entry, component }) =>
    component.connections.flatMap((connection): DiagramEdge[] => {
      const peer = peerOf(connection);
      const id = peer && componentsOf(peer).find((one) => boxes.has(one));
      if (id === undefined) return [];
      const isOut = 'to' in connection;
      const ids = isOut ? { from: component.id, to: id } : { from: id, to: component.id };
      const ends = isOut
        ? { from: entry.id, to: boxes.get(id) ?? id }
        : { from: boxes.get(id) ?? id, to: entry.id };
      const proof = proofText(seen, ids);
      const evidence = proof === undefined ? 'typical' : 'proven';
      return [{ ...ends, label: labelOf(connection), evidence, proof }];
    }),
  );
  const byEnds = new Map(edges.map((edge) => [`${edge.from} ${edge.to}`, edge]));
  return [...byEnds.values()].slice(0, mostAmong);
}

function labelOf({ port, over = '' }: Connection): string {
  if (port !== undefined) return String(port);
  return /socket/i.test(over) ? 'socket' : 'calls';
}

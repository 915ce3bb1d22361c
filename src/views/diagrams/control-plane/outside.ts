import type { DiagramNode } from '#diagrams/diagram.ts';
import type { AddOn } from './add-on-edges.ts';
import type { Part } from './server-side.ts';
import { type Survey, serverEvidence } from './survey.ts';

/** Clients of the cluster, and the machine that Docker Desktop opens ports on. */
export function outside(seen: Survey, addOns: readonly AddOn[]): Part {
  const { port, proof } = seen.apiPort;
  const place = { glyph: 'terminal', category: 'machine', role: 'outside' } as const;
  const client: DiagramNode = { ...place, id: 'client', label: 'kubectl', kind: 'Client' };
  const toServer = {
    from: 'client',
    to: 'hub',
    label: `${port} HTTPS`,
    evidence: serverEvidence(seen, proof),
    proof,
  } as const;
  const vpnkit = addOns.find(({ component }) => component.id === 'vpnkit-controller');
  if (vpnkit === undefined) return { nodes: [client], edges: [toServer] };
  const machine: DiagramNode = {
    ...place,
    id: 'localhost',
    label: 'localhost',
    kind: 'Your machine',
  };
  const toMachine = { from: vpnkit.entry.id, to: 'localhost', evidence: 'unseen' } as const;
  return { nodes: [client, machine], edges: [toServer, toMachine] };
}

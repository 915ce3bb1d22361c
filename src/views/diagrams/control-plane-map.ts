import type { Diagram, DiagramGroup } from '#diagrams/diagram.ts';
import type { Model } from '#model/model.ts';
import type { HrefFor } from '#views/ref.ts';
import { count } from '#views/words.ts';
import type { AddOn } from './control-plane/add-on-edges.ts';
import { addOnGroup, addOnSide, addOnsOf } from './control-plane/add-ons.ts';
import { hostGroup, hostLabel, nodeSide } from './control-plane/node-side.ts';
import { outside } from './control-plane/outside.ts';
import { planeFrame, serverSide } from './control-plane/server-side.ts';
import { podsOf, type Survey, survey } from './control-plane/survey.ts';

const frame = 'machine';

/**
 * The map of a cluster: who talks to the API server, and what it talks to. Solid lines are proven by
 * the snapshot, dashed ones typical, dotted ones have an end that is not visible; a control plane that a
 * provider hides is drawn as such.
 */
export function controlPlaneMap(model: Model, hrefFor: HrefFor): Diagram {
  const seen = survey(model, hrefFor);
  const addOns = addOnsOf(seen);
  const parts = [serverSide(seen), nodeSide(seen), addOnSide(seen, addOns), outside(seen, addOns)];
  const nodes = parts.flatMap((part) => part.nodes);
  const { name } = model.snapshot.manifest.cluster;
  return {
    id: 'map',
    title: `Map of ${name}`,
    description: descriptionOf(seen),
    caption: captionOf(seen, addOns),
    omitted: omittedSentence(addOns, new Set(nodes.map(({ id }) => id))),
    layout: 'around',
    groups: groupsOf(seen, addOns),
    nodes,
    edges: parts.flatMap((part) => part.edges),
  };
}

function groupsOf(seen: Survey, addOns: readonly AddOn[]): readonly DiagramGroup[] {
  const [node] = seen.nodes;
  // With one node everything but the clients stands on it.
  const isOneMachine = seen.nodes.length === 1 && seen.seesServer && node !== undefined;
  const parent = isOneMachine ? frame : undefined;
  const machine: readonly DiagramGroup[] = isOneMachine
    ? [{ id: frame, label: `Node ${node.object.metadata.name}`, href: seen.hrefFor(node.id) }]
    : [];
  return [
    ...machine,
    { id: hostGroup, label: hostLabel(seen), parent },
    { id: addOnGroup, label: addOnSide(seen, addOns).label, parent },
    planeFrame(seen, parent),
  ];
}

function descriptionOf({ seesServer, plane }: Survey): string {
  const rule =
    'Clients, kubelets, controllers and add-ons all talk to the API server. Only the API server talks to etcd.';
  return seesServer
    ? rule
    : `${rule} The control plane is not in the snapshot: ${plain(plane.reason)}.`;
}

function captionOf(seen: Survey, addOns: readonly AddOn[]): string {
  const pods = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'] as const;
  const parts = pods.flatMap((part) => podsOf(seen, part)).length;
  const drawn = addOnSide(seen, addOns).nodes.length;
  const beside = drawn === 0 ? 'no known add-on' : count(drawn, 'add-on');
  const where = placeOf(seen);
  if (!seen.seesServer) {
    return `The control plane is not visible: ${plain(seen.plane.reason)}. ${tracesOf(seen)}${beside.replace(/^n/, 'N')}${where}.`;
  }
  return `${count(parts, 'pod')} of the control plane, ${beside} and two host processes${where}. Open a box for its page.`;
}

/** What a control plane that is out of sight leaves in a snapshot: what its boxes lead to. Ends in a space. */
function tracesOf(seen: Survey): string {
  const boxes = serverSide(seen).nodes.filter(({ role, href }) => role === 'unseen' && href);
  const leases = boxes.filter(({ id }) => id !== 'hub').length;
  const traces = [
    ...(leases > 0 ? [leases === 1 ? 'a Lease' : 'its Leases'] : []),
    ...(leases < boxes.length ? ['Service kubernetes'] : []),
  ];
  return traces.length === 0 ? '' : `What is known of it comes from ${traces.join(' and from ')}. `;
}

/** ` on 3 nodes`; nothing where no Node is known. */
function placeOf({ nodes }: Survey): string {
  if (nodes.length === 0) return '';
  const isRead = nodes.every(({ inferred }) => inferred === undefined);
  return ` on ${isRead ? '' : 'at least '}${count(nodes.length, 'node')}`;
}

function plain(reason: string): string {
  return reason.replaceAll('`', '');
}

function omittedSentence(addOns: readonly AddOn[], drawn: ReadonlySet<string>): string | undefined {
  const names = new Set(
    addOns.filter(({ entry }) => !drawn.has(entry.id)).map(({ component }) => component.name),
  );
  return names.size === 0 ? undefined : `Not on the map: ${[...names].join(', ')}.`;
}

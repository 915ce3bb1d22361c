import type { ComponentCategory } from '#catalogue/components/component.ts';
import { matchComponent } from '#catalogue/match-component.ts';
import type { DiagramEdge, DiagramNode } from '#diagrams/diagram.ts';
import { absentOwner } from '#views/chapters/cluster.ts';
import { objectNode } from '#views/diagrams/nodes.ts';
import { type AddOn, edgesAmong, proofText } from './add-on-edges.ts';
import type { Part } from './server-side.ts';
import { type Survey, serverEvidence } from './survey.ts';

/** Id of the group of the add-ons. */
export const addOnGroup = 'add-ons';

/** Most boxes of add-ons; the others are named below the figure. */
const mostAddOns = 8;

/** Add-ons that keep a cluster going, in the order of the map. */
const categories: readonly ComponentCategory[] = ['node', 'dns', 'network', 'storage'];
const others = new Set(['cloud-controller-manager', 'konnectivity-agent', 'metrics-server']);

/** What the catalogue recognises among the workloads, apart from the control plane itself. */
export function addOnsOf({ model, plane }: Survey): readonly AddOn[] {
  const parts = new Set(Object.values(plane.pods).flat());
  const found = model.entries.flatMap((entry) => {
    const { id, kind } = entry;
    const isMade = model.ownerChain(id).some((owner) => owner.kind.category === 'workload');
    if (kind.category !== 'workload' || isMade || parts.has(id)) return [];
    const match = matchComponent(entry.object);
    return match?.confidence === 'certain' ? [{ entry, component: match.component }] : [];
  });
  return [...Map.groupBy(found, placeOf).values()].flatMap(highest);
}

function placeOf({ entry, component }: AddOn): string {
  return `${entry.object.metadata.namespace} ${component.id}`;
}

/**
 * A dump may hold Pods without saying what made them: beside their DaemonSet they are the same add-on.
 */
function highest(same: readonly AddOn[]): readonly AddOn[] {
  const level = ({ entry }: AddOn) => levels[entry.object.kind] ?? 0;
  const top = Math.min(...same.map(level));
  return oneOfEach(same.filter((addOn) => level(addOn) === top));
}

/** Of Pods whose workload was not captured the first stands for all. */
function oneOfEach(addOns: readonly AddOn[]): readonly AddOn[] {
  const byMaker = Map.groupBy(addOns, ({ entry }) => absentOwner(entry)?.name ?? entry.id);
  return [...byMaker.values()].flatMap(([first]) => first ?? []);
}

const levels: Readonly<Record<string, number>> = { Pod: 2, ReplicaSet: 1 };

/** Whether an add-on stands on the map. */
export function isOnMap({ entry, component: { id, category, owners } }: AddOn): boolean {
  // Storage plugins on the nodes talk to the kubelet, not to the API server; helpers say little alone.
  const isNodePlugin =
    category === 'storage' && (entry.object.kind === 'DaemonSet' || owners.includes('sidecar'));
  return (categories.includes(category) && !isNodePlugin) || others.has(id);
}

/** The add-ons of the map, by what they are for. */
export function addOnSide(seen: Survey, all: readonly AddOn[]): Part & { readonly label: string } {
  const order = ({ component: { category } }: AddOn) => {
    const place = categories.indexOf(category);
    return place === -1 ? categories.length : place;
  };
  const shown = all
    .filter(isOnMap)
    .toSorted((a, b) => order(a) - order(b))
    .slice(0, mostAddOns);
  const namespaces = new Set(shown.map(({ entry }) => entry.object.metadata.namespace));
  return {
    label: namespaces.size === 1 ? `Add-ons in ${[...namespaces].join()}` : 'Add-ons',
    nodes: shown.map((addOn) => box(seen, addOn)),
    edges: [...shown.map((addOn) => edgeOf(seen, addOn)), ...edgesAmong(seen, shown)],
  };
}

function box({ model, hrefFor }: Survey, { entry }: AddOn): DiagramNode {
  const { namespace } = entry.object.metadata;
  const node = objectNode(model, entry.id, hrefFor, { namespace });
  const maker = absentOwner(entry);
  if (maker !== undefined) {
    return { ...node, label: maker.name, kind: `${maker.kind}, not captured`, group: addOnGroup };
  }
  const isBare = entry.object.kind === 'Pod' && entry.object.metadata.ownerReferences === undefined;
  return { ...node, kind: isBare ? 'Pod without owner' : node.kind, group: addOnGroup };
}

/** Words for what an add-on wants of the API server; `watch` for all others. */
const wants: Readonly<Record<string, string>> = {
  storage: 'watch claims',
  'vpnkit-controller': 'watch Services',
  'cloud-controller-manager': 'watch Nodes',
};

function edgeOf(seen: Survey, { entry, component }: AddOn): DiagramEdge {
  const isAsked = component.id === 'metrics-server';
  const [from, to] = isAsked ? ['kube-apiserver', component.id] : [component.id, 'kube-apiserver'];
  const proof = proofText(seen, { from, to });
  // The one add-on here that the API server calls, and not the other way round.
  if (isAsked) {
    const evidence = serverEvidence(seen, proof);
    return { from: 'hub', to: entry.id, label: 'asks for metrics', evidence, proof };
  }
  const label = wants[component.id] ?? wants[component.category] ?? 'watch';
  return { from: entry.id, to: 'hub', label, evidence: serverEvidence(seen, proof), proof };
}

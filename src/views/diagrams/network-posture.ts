import type { Diagram, DiagramEdge, DiagramNode } from '#diagrams/diagram.ts';
import { formatSelector, labelSelector } from '#kinds/parts/label-selector.ts';
import { networkPeers, networkPorts } from '#kinds/parts/network-peer.ts';
import { type Infer, list, part, readObject, text } from '#kinds/parts/schema.ts';
import type { LabelSelector } from '#kinds/reference.ts';
import type { Entry, Model } from '#model/model.ts';
import { matches } from '#model/select.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import type { Links } from '#views/links.ts';
import { workloadOf } from './namespace-edges.ts';
import { objectNode } from './nodes.ts';

/** The fields of a NetworkPolicy that say whom it lets talk to whom. */
export const Policy = part({
  spec: part({
    podSelector: labelSelector,
    policyTypes: list(text),
    ingress: list(part({ from: networkPeers, ports: networkPorts })),
    egress: list(part({ to: networkPeers, ports: networkPorts })),
  }),
});
type Peer = Infer<typeof networkPeers>[number];
type Ports = Infer<typeof networkPorts>;
/** Seen from the Pods that a policy selects. */
export type Direction = 'Ingress' | 'Egress';

const podKind = { group: '', kind: 'Pod' };
const namespaceKind = { group: '', kind: 'Namespace' };
const frame = 'namespace';
const everyPod = 'every pod';

/** One side of an allowed connection: boxes, drawn when a line needs them. */
type Side = readonly DiagramNode[];

/** One rule: who of the namespace, who else, in which direction, on which ports. */
interface Allowed {
  readonly own: Side;
  readonly peers: Side;
  readonly direction: Direction;
  readonly ports: string;
  readonly proof: string;
}

/** A namespace with what is asked of it again and again. */
interface Scope {
  readonly model: Model;
  readonly links: Links;
  readonly namespace: string;
  /** Pods that run; a finished one talks to nobody. */
  readonly pods: readonly Entry[];
}

/**
 * Who may talk to whom in a namespace, both directions, as its NetworkPolicies say. Nothing without a
 * policy: then everybody may. The network plugin must enforce it, which no snapshot shows.
 */
export function networkPosture(model: Model, links: Links, namespace: string): Diagram | undefined {
  const entries = model.inNamespace(namespace);
  const policies = entries.filter(
    ({ object, resource }) =>
      object.kind === 'NetworkPolicy' && resource.group === 'networking.k8s.io',
  );
  if (policies.length === 0) return undefined;
  const pods = entries.filter(({ object }) => object.kind === podKind.kind);
  const scope: Scope = { model, links, namespace, pods };
  const allowed = policies.flatMap((policy) => allowedBy(scope, policy));
  const edges = joinPorts(allowed.flatMap(edgesOf));
  const boxes = allowed.flatMap(({ own, peers }) => [...own, ...peers]);
  const nodes = new Map([...workloads(scope), ...boxes].map((node) => [node.id, node]));
  const closed = closedTo(scope, policies);
  return {
    id: 'posture',
    title: `Who may talk to whom in namespace ${namespace}`,
    description: `Connections that the NetworkPolicies of ${namespace} allow, with their ports.`,
    caption: `What the NetworkPolicies of ${namespace} allow, with the ports. A pod that no policy selects takes and makes every connection. The network plugin must enforce it: a snapshot cannot show that.`,
    complete: {
      label: 'All NetworkPolicies',
      href: links.kind('networkpolicies.networking.k8s.io'),
    },
    groups: [{ id: frame, label: `Namespace ${namespace}`, href: links.namespace(namespace) }],
    nodes: [...nodes.values()].map((node) => withState(node, closed, edges)),
    edges,
  };
}

function workloads({ model, links, namespace, pods }: Scope): readonly DiagramNode[] {
  const ids = new Set(pods.map(({ id }) => workloadOf(model, id)));
  return [...ids].map((id) => ownBox(model, links, namespace, id));
}

function ownBox(model: Model, links: Links, namespace: string, id: ObjectId): DiagramNode {
  return { ...objectNode(model, id, links.object, { namespace }), group: frame };
}

/** The directions in which a policy restricts the Pods it selects. */
export function directionsOf({ spec }: Infer<typeof Policy>): readonly Direction[] {
  const stated = spec?.policyTypes ?? [];
  const all = ['Ingress', 'Egress'] as const;
  if (stated.length > 0) return all.filter((direction) => stated.includes(direction));
  return spec?.egress.length ? all : ['Ingress'];
}

function allowedBy(scope: Scope, policy: Entry): readonly Allowed[] {
  const { links } = scope;
  const read = readObject(Policy, policy.object);
  const empty = links.object(policy.id);
  const own = boxesOf(scope, read.spec?.podSelector ?? {}, empty);
  const directions = directionsOf(read);
  const rules = [
    ...(read.spec?.ingress ?? []).map(({ from, ports }, i) => ({
      direction: 'Ingress' as const,
      peers: from,
      ports,
      path: `spec.ingress[${i}]`,
    })),
    ...(read.spec?.egress ?? []).map(({ to, ports }, i) => ({
      direction: 'Egress' as const,
      peers: to,
      ports,
      path: `spec.egress[${i}]`,
    })),
  ];
  return rules
    .filter(({ direction }) => directions.includes(direction))
    .map(({ direction, peers, ports, path }) => ({
      own,
      peers:
        peers.length === 0 ? [anybody] : peers.flatMap((peer) => peerBoxes(scope, peer, empty)),
      direction,
      ports: portsText(ports),
      proof: `NetworkPolicy ${policy.object.metadata.name} ${path}`,
    }));
}

/**
 * Workloads whose pods a selector finds here; all of them are one box, and so is nobody.
 *
 * @param empty Where a box leads that no pod stands behind: the page of the policy.
 */
function boxesOf(
  { model, links, namespace, pods }: Scope,
  selector: LabelSelector,
  empty: string,
): Side {
  if (formatSelector(selector) === '') {
    return [
      {
        ...networkBox(everyPod, 'Every pod', `of ${namespace}`, 'pod', 'plain'),
        category: 'workload',
        href: links.namespace(namespace),
        group: frame,
      },
    ];
  }
  const found = pods.filter(({ object }) => matches(selector, object.metadata.labels));
  const ids = new Set(found.map(({ id }) => workloadOf(model, id)));
  if (ids.size > 0) return [...ids].map((id) => ownBox(model, links, namespace, id));
  const words = formatSelector(selector);
  const id = `pods ${words}`;
  const nobody = networkBox(id, words, 'pods, none matches', 'pod', 'ghost');
  return [{ ...nobody, href: empty, group: frame }];
}

function networkBox(
  id: string,
  label: string,
  kind: string,
  glyph: string,
  role: DiagramNode['role'],
): DiagramNode {
  return { id, label, kind, glyph, category: 'network', role };
}

const anybody = networkBox('anybody', 'Anybody', 'inside and outside', 'networkpolicy', 'outside');

function peerBoxes(
  scope: Scope,
  { podSelector, namespaceSelector, ipBlock }: Peer,
  empty: string,
): Side {
  const { model, links, namespace } = scope;
  if (ipBlock !== undefined) {
    const { cidr = '', except } = ipBlock;
    const kind = except.length === 0 ? 'addresses' : `addresses, except ${except.join(', ')}`;
    return [networkBox(`block ${cidr} ${except}`, cidr, kind, 'networkpolicy', 'outside')];
  }
  if (namespaceSelector === undefined) return boxesOf(scope, podSelector ?? {}, empty);
  const pods = formatSelector(podSelector);
  if (formatSelector(namespaceSelector) === '') {
    const label = pods === '' ? 'Every namespace' : `pods ${pods}`;
    const kind = pods === '' ? 'all their pods' : 'of every namespace';
    return [networkBox(`every namespace ${pods}`, label, kind, 'namespace', 'outside')];
  }
  const found = model
    .ofKind(namespaceKind)
    .filter(({ object }) => matches(namespaceSelector, object.metadata.labels));
  if (found.length === 0) {
    const label = formatSelector(namespaceSelector);
    const kind = 'namespaces, none matches';
    return [
      { ...networkBox(`namespaces ${label}`, label, kind, 'namespace', 'ghost'), href: empty },
    ];
  }
  return found.map(({ object: { metadata } }) => {
    if (metadata.name === namespace) return boxesOf(scope, podSelector ?? {}, empty)[0] ?? anybody;
    const kind = pods === '' ? 'Namespace' : `pods ${pods} of`;
    const box = networkBox(
      `namespace ${metadata.name} ${pods}`,
      metadata.name,
      kind,
      'namespace',
      'plain',
    );
    return { ...box, category: 'machine', href: links.namespace(metadata.name) };
  });
}

function portsText(ports: Ports): string {
  if (ports.length === 0) return 'any port';
  const words = ports.map(({ port = 'any', endPort, protocol = 'TCP' }) => {
    const range = endPort === undefined ? port : `${port}–${endPort}`;
    return protocol === 'TCP' ? range : `${range}/${protocol}`;
  });
  return words.length > 3 ? `${words.length} ports` : words.join(', ');
}

function edgesOf({ own, peers, direction, ports, proof }: Allowed): readonly DiagramEdge[] {
  return own.flatMap((mine) =>
    peers.map((peer) => {
      const [from, to] = direction === 'Ingress' ? [peer.id, mine.id] : [mine.id, peer.id];
      return { from, to, label: ports, evidence: 'proven' as const, proof };
    }),
  );
}

/** One arrow for each pair: both sides may state it, and each rule has ports of its own. */
function joinPorts(edges: readonly DiagramEdge[]): readonly DiagramEdge[] {
  const pairs = Map.groupBy(
    edges.filter(({ from, to }) => from !== to || from === everyPod),
    ({ from, to }) => JSON.stringify([from, to]),
  );
  return [...pairs.values()].flatMap((pair) => {
    const [first] = pair;
    if (first === undefined || first.from === first.to) return [];
    const labels = new Set(pair.map(({ label }) => label));
    const proofs = new Set(pair.map(({ proof }) => proof));
    return [{ ...first, label: [...labels].join('; '), proof: [...proofs].join(' and ') }];
  });
}

/** Workloads that some policy restricts, by direction. */
function closedTo(
  { model, pods }: Scope,
  policies: readonly Entry[],
): ReadonlyMap<string, ReadonlySet<Direction>> {
  const closed = new Map<string, Set<Direction>>();
  for (const policy of policies) {
    const read = readObject(Policy, policy.object);
    for (const pod of pods) {
      if (!matches(read.spec?.podSelector ?? {}, pod.object.metadata.labels)) continue;
      const id = workloadOf(model, pod.id);
      closed.set(id, new Set([...(closed.get(id) ?? []), ...directionsOf(read)]));
    }
  }
  return closed;
}

/** A workload's kind, and what a reader cannot see from missing arrows: that it is open, or shut. */
function withState(
  node: DiagramNode,
  closed: ReadonlyMap<string, ReadonlySet<Direction>>,
  edges: readonly DiagramEdge[],
): DiagramNode {
  if (node.group !== frame || node.role !== 'plain' || node.id === everyPod) return node;
  const restricted = closed.get(node.id);
  const isTarget = edges.some(({ to }) => to === node.id || to === everyPod);
  const isSource = edges.some(({ from }) => from === node.id || from === everyPod);
  const words = [
    ...(restricted?.has('Ingress') ? (isTarget ? [] : ['nothing in']) : ['all in']),
    ...(restricted?.has('Egress') ? (isSource ? [] : ['nothing out']) : ['all out']),
  ];
  return words.length === 0 ? node : { ...node, kind: `${node.kind}: ${words.join(', ')}` };
}

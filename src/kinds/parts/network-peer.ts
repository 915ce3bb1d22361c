import type { LabelSelector, Reference } from '#kinds/reference.ts';
import { formatSelector, labelSelector } from './label-selector.ts';
import { referBySelector } from './refer.ts';
import { type Infer, intOrString, list, number, part, text } from './schema.ts';

/** Who may talk, as `from` and `to` of a NetworkPolicy list them. */
export const networkPeers = list(
  part({
    podSelector: labelSelector,
    namespaceSelector: labelSelector,
    ipBlock: part({ cidr: text, except: list(text) }),
  }),
);
type Peers = Infer<typeof networkPeers>;
type Peer = Peers[number];

/** `ports` of a NetworkPolicy rule: a number or a name, and the end of a range of numbers. */
export const networkPorts = list(part({ port: intOrString, endPort: number, protocol: text }));
type Ports = Infer<typeof networkPorts>;

/** A rule of a NetworkPolicy as text, a peer a line: `pods app=web, on 80/TCP`. */
export function ruleLines(peers: Peers, ports: Ports): readonly string[] {
  const where = peers.length === 0 ? ['anybody'] : peers.map(peerText);
  return where.map((peer) => `${peer}, on ${portsText(ports)}`);
}

function peerText({ podSelector, namespaceSelector, ipBlock }: Peer): string {
  if (ipBlock !== undefined) {
    const except = ipBlock.except.length === 0 ? '' : ` except ${ipBlock.except.join(', ')}`;
    return `${ipBlock.cidr}${except}`;
  }
  const pods = formatSelector(podSelector);
  const who = pods === '' ? 'every pod' : `pods ${pods}`;
  if (namespaceSelector === undefined) return who;
  const namespaces = formatSelector(namespaceSelector);
  return `${who} of ${namespaces === '' ? 'every namespace' : `namespaces ${namespaces}`}`;
}

function portsText(ports: Ports): string {
  if (ports.length === 0) return 'every port';
  return ports
    .map(({ port = 'every port', endPort, protocol = 'TCP' }) => {
      return endPort === undefined ? `${port}/${protocol}` : `${port}–${endPort}/${protocol}`;
    })
    .join(', ');
}

/** The edges that one rule of a NetworkPolicy writes; blocks of addresses lead to no object. */
export function peerReferences(
  { peers, ports }: { readonly peers: Peers; readonly ports: Ports },
  site: {
    /** Path of the list: `spec.ingress[0].from`. */
    readonly at: string;
    readonly namespace: string | undefined;
    readonly direction: 'ingress' | 'egress';
  },
): readonly Reference[] {
  const detail = `${site.direction}, ${portsText(ports)}`;
  return peers.flatMap(({ podSelector, namespaceSelector }, index) => {
    const path = `${site.at}[${index}]`;
    if (podSelector === undefined) {
      return referBySelector('allows', 'Namespace', {
        selector: namespaceSelector,
        path: `${path}.namespaceSelector`,
        detail,
      });
    }
    const namespaces = namespacesOf(namespaceSelector, site.namespace);
    if (namespaces === undefined) {
      return referBySelector('allows', 'Namespace', {
        selector: namespaceSelector,
        path: `${path}.namespaceSelector`,
        detail: `${detail}, only pods ${formatSelector(podSelector) || 'of any label'}`,
      });
    }
    return namespaces.flatMap((namespace) =>
      referBySelector('allows', 'Pod', {
        selector: podSelector,
        namespace,
        path: `${path}.podSelector`,
        detail,
      }),
    );
  });
}

/**
 * The namespaces in which a peer selects pods: the policy's own without a selector, every one
 * (`[undefined]`) with an empty one, those it names by the label that each namespace bears.
 * `undefined` when only the labels of the namespaces can tell.
 */
function namespacesOf(
  selector: LabelSelector | undefined,
  own: string | undefined,
): readonly (string | undefined)[] | undefined {
  if (selector === undefined) return [own];
  const labels = Object.entries(selector.matchLabels ?? {});
  const expressions = selector.matchExpressions ?? [];
  if (labels.length + expressions.length === 0) return [undefined];
  if (labels.length + expressions.length > 1) return undefined;
  const [name] = labels.map(([key, value]) => ({ key, operator: 'In', values: [value] }));
  const term = name ?? expressions[0];
  const names = term?.key === 'kubernetes.io/metadata.name' && term.operator === 'In';
  return names ? term.values : undefined;
}

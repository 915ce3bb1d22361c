import type { Reference } from '#kinds/reference.ts';
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
    const at = `${site.at}[${index}]`;
    // Every pod of a namespace is the namespace: ten policies over ten thousand Pods stay readable.
    if (namespaceSelector !== undefined && formatSelector(podSelector) === '') {
      return referBySelector('allows', 'Namespace', {
        selector: namespaceSelector,
        path: `${at}.namespaceSelector`,
        detail,
      });
    }
    return referBySelector('allows', 'Pod', {
      selector: podSelector,
      ...(namespaceSelector === undefined
        ? { namespace: site.namespace }
        : { namespaces: namespaceSelector }),
      path: `${at}.podSelector`,
      detail,
    });
  });
}

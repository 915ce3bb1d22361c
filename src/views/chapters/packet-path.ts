import { list, part, readObject, text as textField } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import { all, type Cluster } from './cluster.ts';
import { capturedOf } from './coverage.ts';
import { podNetwork } from './facts/network-facts.ts';
import { podNetworkSettings } from './facts/pod-network-facts.ts';
import { code, type Prose, text } from './prose.ts';
import { commandLine, configText } from './read.ts';
import { linkTo, linkToRunning } from './wording.ts';

/** How packets of pods get to another node, and the object that says so, a sentence each. */
export interface PacketPath {
  readonly says: string;
  readonly proof: readonly Prose[];
}

type Reader = (cluster: Cluster) => PacketPath | undefined;

function inTunnel(kind: string): string {
  return `Between nodes the packets of pods travel in a tunnel: the sending node wraps them in ${kind}, the receiving one unwraps them, and the network between needs to know nodes only.`;
}

const routed =
  'Between nodes the packets of pods travel as they are, without a tunnel: every node has a route to the pods of each other node.';

function fieldOf(cluster: Cluster, path: string, value: string, entry: Entry): readonly Prose[] {
  return [
    code(`${path}: ${value}`),
    text(` in ${entry.object.kind} `),
    linkTo(cluster, entry),
    text('.'),
  ];
}

const pool = part({ spec: part({ ipipMode: textField, vxlanMode: textField }) });
const installation = part({
  spec: part({ calicoNetwork: part({ ipPools: list(part({ encapsulation: textField })) }) }),
});

/** What a mode of a Calico pool means: `Always`, `CrossSubnet`, `Never`. */
function calicoTunnel(kind: string, mode: string): string | undefined {
  if (mode === 'Always') return inTunnel(kind);
  return mode === 'CrossSubnet'
    ? `Between nodes of one subnet the packets of pods travel as they are; to another subnet they go in a tunnel, wrapped in ${kind}.`
    : undefined;
}

/** Calico's pools say it, one of them for both modes. */
const calicoPool: Reader = (cluster) => {
  const [found] = all(cluster, 'IPPool.crd.projectcalico.org');
  if (found === undefined) return undefined;
  const { ipipMode = 'Never', vxlanMode = 'Never' } = readObject(pool, found.object).spec ?? {};
  const says = calicoTunnel('IP in IP', ipipMode) ?? calicoTunnel('VXLAN', vxlanMode) ?? routed;
  const isIpip = ipipMode !== 'Never';
  const field = isIpip ? 'spec.ipipMode' : 'spec.vxlanMode';
  return { says, proof: fieldOf(cluster, field, isIpip ? ipipMode : vxlanMode, found) };
};

/** What Calico's operator was told: `IPIP`, `VXLANCrossSubnet`, `None`. */
const calicoOperator: Reader = (cluster) => {
  const [told] = all(cluster, 'Installation.operator.tigera.io');
  const encapsulation =
    told && readObject(installation, told.object).spec?.calicoNetwork?.ipPools[0]?.encapsulation;
  if (told === undefined || encapsulation === undefined) return undefined;
  const kind = encapsulation.startsWith('VXLAN') ? 'VXLAN' : 'IP in IP';
  const mode = encapsulation.endsWith('CrossSubnet') ? 'CrossSubnet' : 'Always';
  const says = encapsulation === 'None' ? routed : calicoTunnel(kind, mode);
  return says === undefined
    ? undefined
    : { says, proof: fieldOf(cluster, 'encapsulation', encapsulation, told) };
};

const calicoBackends: Readonly<Record<string, string>> = {
  vxlan: inTunnel('VXLAN'),
  // With BIRD it is the pool that decides about IP in IP, and nobody captured it.
  bird: 'The nodes tell each other over BGP which pods are where. Whether their packets then go in a tunnel, the pool of addresses decides, which this snapshot does not hold.',
};

const calicoBackend: Reader = (cluster) => {
  const config = podNetworkSettings(cluster);
  const backend = config && configText(config).get('calico_backend');
  if (config === undefined || backend === undefined) return undefined;
  const says = calicoBackends[backend];
  return says === undefined
    ? undefined
    : { says, proof: fieldOf(cluster, 'calico_backend', backend, config) };
};

/** @see https://docs.tigera.io/calico/latest/networking/configuring/vxlan-ipip */
const calico: Reader = (cluster) =>
  calicoPool(cluster) ?? calicoOperator(cluster) ?? calicoBackend(cluster);

/** @see https://github.com/flannel-io/flannel/blob/master/Documentation/backends.md */
const flannelTunnels: Readonly<Record<string, string>> = {
  vxlan: 'VXLAN',
  wireguard: 'WireGuard, which encrypts them',
  ipip: 'IP in IP',
  udp: 'UDP',
};

const flannel: Reader = (cluster) => {
  const config = podNetworkSettings(cluster);
  const file = config && configText(config).get('net-conf.json');
  const backend = /"Type"\s*:\s*"([a-z-]+)"/.exec(file ?? '')?.[1];
  if (config === undefined || backend === undefined) return undefined;
  const tunnel = flannelTunnels[backend];
  const says = backend === 'host-gw' ? routed : tunnel && inTunnel(tunnel);
  return says === undefined
    ? undefined
    : { says, proof: fieldOf(cluster, 'Backend.Type', backend, config) };
};

const tunnelNames: Readonly<Record<string, string>> = { vxlan: 'VXLAN', geneve: 'Geneve' };

/** Cilium: `routing-mode` and `tunnel-protocol`, before 1.14 `tunnel`. */
const cilium: Reader = (cluster) => {
  const config = podNetworkSettings(cluster);
  if (config === undefined) return undefined;
  const settings = configText(config);
  const mode = settings.get('routing-mode');
  if (mode === 'native')
    return { says: routed, proof: fieldOf(cluster, 'routing-mode', mode, config) };
  const key = mode === 'tunnel' ? 'tunnel-protocol' : 'tunnel';
  const protocol = settings.get(key);
  if (protocol === undefined) return undefined;
  const proof = fieldOf(cluster, key, protocol, config);
  if (protocol === 'disabled') return { says: routed, proof };
  const tunnel = tunnelNames[protocol];
  return tunnel === undefined ? undefined : { says: inTunnel(tunnel), proof };
};

/** kube-router routes, and tunnels between subnets unless it is told otherwise. */
const kubeRouter: Reader = (cluster) => {
  const [running] = cluster.component('kube-router');
  const [pod] = running?.pods ?? [];
  if (running === undefined || pod === undefined) return undefined;
  const flag = commandLine(pod, 'kube-router').find((word) => word.startsWith('--enable-overlay'));
  if (flag === undefined) return undefined;
  const proof = [code(flag), text(' of '), linkToRunning(cluster, running), text('.')];
  return flag.endsWith('false') ? { says: routed, proof } : undefined;
};

/** What is true of a plugin however it is set up, as its own documentation says. */
const always: Readonly<Record<string, string>> = {
  // https://kind.sigs.k8s.io/docs/design/initial/
  kindnet: routed,
  // https://docs.aws.amazon.com/eks/latest/best-practices/vpc-cni.html
  'aws-node':
    'There is no tunnel between nodes: pods have addresses of the network that the machines are in, and that network carries their packets.',
  // https://ovn-kubernetes.io/design/architecture/
  'ovn-kubernetes': inTunnel('Geneve'),
  'openshift-sdn': inTunnel('VXLAN'),
  'weave-net': inTunnel('UDP'),
};

const readers: Readonly<Record<string, Reader>> = {
  'calico-node': calico,
  canal: flannel,
  flannel,
  cilium,
  'kube-router': kubeRouter,
};

/** How packets of pods get to another node; nothing where the snapshot does not show it. */
export function packetPath(cluster: Cluster): PacketPath | undefined {
  const running = podNetwork(cluster);
  const id = running?.match?.component.id;
  if (running === undefined || id === undefined) return undefined;
  if (all(cluster, 'Node').length === 1 && capturedOf(cluster, 'nodes') === 'complete') {
    return {
      says: 'All pods are on one node, so no packet between them leaves it.',
      proof: [text('The list of Nodes was read in full.')],
    };
  }
  const shown = readers[id]?.(cluster);
  if (shown !== undefined) return shown;
  const says = always[id];
  if (says === undefined) return undefined;
  const name = running.match?.component.name ?? id;
  return {
    says,
    proof: [
      text(`Recognised as ${name}: `),
      linkToRunning(cluster, running),
      text('. It does so however it is set up.'),
    ],
  };
}

import { explainCorefile } from './corefile.ts';
import type { Explained } from './explained.ts';
import { explainYaml } from './yaml-notes.ts';

/** A ConfigMap that clusters have for a known reason. */
export interface KnownConfigMap {
  /** Who writes it: a program, or people. */
  readonly writtenBy: string;
  readonly purpose: string;
  /** What a key holds; `*` at the end stands for any text. */
  readonly keys: Readonly<Record<string, string>>;
}

const requestHeader = 'A header name, for API servers behind the main one.';

/** By name; in kube-system and kube-public, the namespaces of clusters themselves. */
const byName: Readonly<Record<string, KnownConfigMap>> = {
  'kubeadm-config': {
    writtenBy: 'kubeadm',
    purpose: 'How the cluster was set up. `kubeadm upgrade` reads it.',
    keys: {
      ClusterConfiguration: 'Version, address, networks and extra flags.',
      ClusterStatus: 'Addresses of the API servers. kubeadm stopped writing it around 1.22.',
    },
  },
  'kubelet-config': {
    writtenBy: 'kubeadm',
    purpose: 'The settings that all kubelets share. A node takes a copy when it joins.',
    keys: { kubelet: 'A KubeletConfiguration.' },
  },
  'kube-proxy': {
    writtenBy: 'the installer',
    purpose: 'What the kube-proxy pods mount.',
    keys: {
      'config.conf': 'A KubeProxyConfiguration: mode, pod network, connection tracking.',
      'kubeconfig.conf': 'Where the API server is. The credentials are the token of the pod.',
      kubeconfig: 'Where the API server is. The credentials are the token of the pod.',
    },
  },
  'kube-proxy-config': {
    writtenBy: 'Amazon',
    purpose: 'What the kube-proxy pods mount on EKS.',
    keys: { config: 'A KubeProxyConfiguration: mode, pod network, connection tracking.' },
  },
  coredns: {
    writtenBy: 'the installer',
    purpose: 'How CoreDNS answers.',
    keys: { Corefile: 'Its plugins, in blocks.', NodeHosts: 'Names of the nodes.' },
  },
  'extension-apiserver-authentication': {
    writtenBy: 'the API server',
    purpose:
      'What an API server behind the main one must trust. Nothing in it is secret: authorities and header names.',
    keys: {
      'client-ca-file': 'The authority for client certificates.',
      'requestheader-client-ca-file': 'The authority of the front proxy.',
      'requestheader-allowed-names': 'Names its certificate may carry.',
      'requestheader-*': requestHeader,
    },
  },
  'kube-root-ca.crt': {
    writtenBy: 'the controller manager',
    purpose:
      'The authority that pods check the API server against. Every namespace has had one since 1.20.',
    keys: { 'ca.crt': 'The certificate. It is public.' },
  },
  'kube-apiserver-legacy-service-account-token-tracking': {
    writtenBy: 'the API server',
    purpose: 'The day from which the use of old service account tokens is recorded.',
    keys: { since: 'That day.' },
  },
  'cluster-info': {
    writtenBy: 'kubeadm',
    purpose:
      'How a machine that wants to join finds the API server. Readable without login, on purpose.',
    keys: {
      kubeconfig: 'Address of the API server and its authority, without credentials.',
      'jws-kubeconfig-*':
        'A signature of that text, made with the bootstrap token whose id ends the name.',
    },
  },
  'aws-auth': {
    writtenBy: 'people, and Amazon for node groups',
    purpose: 'Which AWS identities are which users and groups here.',
    keys: { mapRoles: 'Roles of IAM.', mapUsers: 'Users of IAM.', mapAccounts: 'Whole accounts.' },
  },
  'amazon-vpc-cni': {
    writtenBy: 'Amazon',
    purpose: 'Settings of the pod network.',
    keys: {
      'branch-eni-cooldown': 'Seconds before a network interface of a pod may be used again.',
      'enable-network-policy-controller': 'Whether NetworkPolicies are carried out.',
      'enable-windows-ipam': 'Whether pods on Windows nodes get addresses.',
      'enable-windows-prefix-delegation':
        'Whether Windows nodes take addresses in ranges instead of one by one.',
      'minimum-ip-target': 'Addresses that a Windows node holds at least.',
      'warm-ip-target': 'Free addresses that a Windows node keeps ready.',
      'warm-prefix-target': 'Free ranges of addresses that a Windows node keeps ready.',
    },
  },
  'calico-config': {
    writtenBy: 'the Calico manifest',
    purpose: 'Settings of the pod network Calico.',
    keys: {
      calico_backend:
        'How pods of different nodes reach each other: `bird` routes, `vxlan` tunnels.',
      cni_network_config: 'The file each node gets for its container runtime.',
      typha_service_name: 'The Service of Typha, the cache between Calico and the API server.',
      veth_mtu: 'Packet size on pod interfaces; 0 lets Calico find it.',
    },
  },
  'kube-flannel-cfg': {
    writtenBy: 'the flannel manifest',
    purpose: 'Settings of the pod network flannel.',
    keys: {
      'cni-conf.json': 'The file each node gets for its container runtime.',
      'net-conf.json': 'The network of pods and the kind of tunnel.',
    },
  },
  'cilium-config': { writtenBy: 'the Cilium chart', purpose: 'Settings of Cilium.', keys: {} },
  'local-path-config': {
    writtenBy: 'the provisioner manifest',
    purpose: 'Which folders of a node become volumes, and how they are made and removed.',
    keys: {},
  },
  'cluster-autoscaler-status': {
    writtenBy: 'the Cluster Autoscaler',
    purpose: 'What it last decided about node groups.',
    keys: { status: 'The state of each group.' },
  },
};

/**
 * Keys of `byName` that stand for other names: up to 1.23 `kubelet-config-1.NN`, and that in which
 * OpenShift SDN keeps the settings of the kube-proxy in it.
 */
function canonicalName(name: string): string {
  if (name === 'sdn-config') return 'kube-proxy';
  return /^kubelet-config-1\.\d+$/.test(name) ? 'kubelet-config' : name;
}

/** What a ConfigMap of kube-system or kube-public is for, if the catalogue knows. */
export function knownConfigMap(name: string): KnownConfigMap | undefined {
  const canonical = canonicalName(name);
  return Object.hasOwn(byName, canonical) ? byName[canonical] : undefined;
}

/** What a key of a known ConfigMap holds. */
export function keyMeaning(known: KnownConfigMap, key: string): string | undefined {
  if (Object.hasOwn(known.keys, key)) return known.keys[key];
  const pattern = Object.keys(known.keys).find(
    (name) => name.endsWith('*') && key.startsWith(name.slice(0, -1)),
  );
  return pattern === undefined ? undefined : known.keys[pattern];
}

/** The text of a key line by line, with what the catalogue knows of each line for a minor version. */
export function explainText(name: string, key: string, text: string, minor?: number): Explained[] {
  if (key === 'Corefile') return explainCorefile(text);
  return explainYaml(canonicalName(name), text, minor);
}

import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const calicoComponents: readonly Component[] = [
  {
    id: 'calico-node',
    name: 'Calico node agent',
    category: 'network',
    role: 'Calico agent: routes or tunnels pod traffic and enforces policy on each node.',
    owners: ['DaemonSet'],
    labels: ['k8s-app=calico-node'],
    image: /(calico[-/]node|hardened-calico)$/i,
    ports: [
      { number: 179, for: 'BGP between nodes' },
      { number: 4789, transport: 'UDP', for: 'VXLAN between nodes' },
      { number: 9099, for: 'health; on the node only', local: true },
    ],
    connections: [
      {
        among: 'replicas',
        port: 179,
        over: 'BGP',
        for: 'exchange routes',
        only: 'where the backend is `bird`',
      },
      {
        among: 'replicas',
        port: 4789,
        over: 'VXLAN',
        for: 'carry packets of pods',
        only: 'where the backend is `vxlan`',
      },
      { to: 'calico-typha', port: 5473, over: 'TLS', for: 'get policies and addresses' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'read policies, nodes and address blocks' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'calico-config',
        holds: 'Backend, packet size and the CNI file.',
      },
      {
        in: 'resources',
        group: 'crd.projectcalico.org',
        kinds: ['IPPool', 'FelixConfiguration', 'BGPConfiguration'],
        holds: 'Address pools and how the agent works.',
      },
    ],
    docs: {
      title: 'Cluster Networking',
      href: 'https://kubernetes.io/docs/concepts/cluster-administration/networking/',
    },
    source: verified(
      'https://github.com/kubernetes/minikube/blob/HEAD/pkg/minikube/cni/calico.yaml',
      'https://docs.tigera.io/calico/latest/getting-started/kubernetes/requirements',
    ),
  },
  {
    id: 'calico-kube-controllers',
    name: 'Calico controllers',
    category: 'network',
    role: "Calico's controllers: address clean-up, policy and node sync.",
    owners: ['Deployment'],
    labels: ['k8s-app=calico-kube-controllers'],
    image: /calico[-/]kube-controllers$/i,
    connections: [
      {
        to: 'kube-apiserver',
        over: 'HTTPS',
        for: 'watch pods, nodes and policies, clean up addresses',
      },
    ],
    configuration: [
      {
        in: 'environment',
        names: ['ENABLED_CONTROLLERS', 'DATASTORE_TYPE'],
        holds: 'Which controllers run.',
      },
      {
        in: 'resources',
        group: 'crd.projectcalico.org',
        kinds: ['KubeControllersConfiguration'],
        holds: 'The same, as an object.',
      },
    ],
    docs: {
      title: 'Calico documentation',
      href: 'https://docs.tigera.io/calico/latest/reference/kube-controllers/',
    },
    source: verified(
      'https://github.com/kubernetes/minikube/blob/HEAD/pkg/minikube/cni/calico.yaml',
    ),
  },
  {
    id: 'calico-typha',
    name: 'Calico Typha',
    category: 'network',
    role: 'Fan-out cache between the API server and many calico-node agents.',
    owners: ['Deployment'],
    labels: ['k8s-app=calico-typha'],
    image: /calico[-/]typha$/i,
    ports: [{ number: 5473, for: 'agents of nodes, over TLS' }],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch once for many agents' },
      { from: 'calico-node', port: 5473, over: 'TLS', for: 'get policies and addresses' },
    ],
    configuration: [
      {
        in: 'environment',
        names: ['TYPHA_DATASTORETYPE', 'TYPHA_LOGSEVERITYSCREEN'],
        holds: 'Settings whose names begin with `TYPHA_`.',
      },
    ],
    docs: {
      title: 'Calico documentation',
      href: 'https://docs.tigera.io/calico/latest/reference/typha/',
    },
    source: verified('https://docs.tigera.io/calico/latest/reference/typha/'),
  },
  {
    id: 'tigera-operator',
    name: 'Tigera operator',
    category: 'network',
    role: 'Installs and upgrades Calico from an Installation object.',
    owners: ['Deployment'],
    namespaces: ['tigera-operator'],
    labels: ['k8s-app=tigera-operator', 'name=tigera-operator'],
    image: /(tigera\/operator|mirrored-calico-operator)$/i,
    connections: [
      {
        to: 'kube-apiserver',
        over: 'HTTPS',
        for: 'watch the Installation, write the parts of Calico',
      },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'operator.tigera.io',
        kinds: ['Installation'],
        holds: 'How Calico is to be.',
      },
    ],
    docs: {
      title: 'Calico documentation: operator install',
      href: 'https://docs.tigera.io/calico/latest/reference/installation/api',
    },
    source: verified('https://github.com/tigera/operator/blob/HEAD/README.md'),
  },
  {
    id: 'canal',
    name: 'Canal',
    category: 'network',
    role: 'Flannel for connectivity plus Calico for policy (RKE2 default).',
    owners: ['DaemonSet'],
    labels: ['k8s-app=canal'],
    image: /(hardened-calico|calico\/node)$/i,
    ports: [
      { number: 8472, transport: 'UDP', for: 'VXLAN between nodes' },
      { number: 9099, for: 'health; on the node only', local: true },
    ],
    connections: [
      { among: 'replicas', port: 8472, over: 'VXLAN', for: 'carry packets of pods' },
      {
        to: 'kube-apiserver',
        over: 'HTTPS',
        for: 'read policies and the pod network of each Node',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: /^(rke2-)?canal-config$/,
        keys: ['cni_network_config', 'net-conf.json'],
        holds: 'Network, tunnel and CNI file.',
      },
      {
        in: 'resources',
        group: 'crd.projectcalico.org',
        kinds: ['FelixConfiguration', 'IPPool'],
        holds: 'How policies are enforced.',
      },
    ],
    docs: {
      title: 'RKE2 documentation: Basic Network Options',
      href: 'https://docs.rke2.io/networking/basic_network_options',
    },
    source: verified(
      'https://github.com/rancher/rke2-charts/blob/HEAD/packages/rke2-canal/charts/templates/daemonset.yaml',
      'https://github.com/rancher/rke2-charts/blob/HEAD/packages/rke2-canal/charts/templates/config.yaml',
    ),
  },
];

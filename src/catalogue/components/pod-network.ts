import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const podNetworkComponents: readonly Component[] = [
  {
    id: 'kindnet',
    name: 'kindnet',
    category: 'network',
    role: "kind's tiny network plugin: routes between node containers and masquerading; in releases since 2024 network policies too.",
    owners: ['DaemonSet'],
    labels: ['k8s-app=kindnet', 'app=kindnet'],
    image: /kindnetd$/i,
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Nodes and NetworkPolicies' },
      {
        to: { name: 'the network of its node' },
        over: 'files and netlink',
        for: 'write the CNI file, routes and masquerading rules',
      },
    ],
    configuration: [
      {
        in: 'environment',
        names: ['POD_SUBNET', 'HOST_IP'],
        holds: 'The network of pods, and the address of the node.',
      },
    ],
    docs: {
      title: 'kind: networking design',
      href: 'https://kind.sigs.k8s.io/docs/user/configuration/#networking',
    },
    source: verified(
      'https://github.com/kubernetes-sigs/kind/blob/HEAD/pkg/build/nodeimage/const_cni.go',
      'https://kind.sigs.k8s.io/docs/design/initial/',
    ),
  },
  {
    id: 'flannel',
    name: 'flannel',
    category: 'network',
    role: 'Simple overlay: one subnet per node, VXLAN by default.',
    owners: ['DaemonSet'],
    namespaces: ['kube-flannel', 'kube-system'],
    labels: ['app=flannel', 'k8s-app=flannel'],
    image: /(^|\/)(hardened-)?flannel$/i,
    ports: [{ number: 8472, transport: 'UDP', for: 'VXLAN between nodes' }],
    connections: [
      { among: 'replicas', port: 8472, over: 'VXLAN', for: 'carry packets of pods' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'read the pod network of each Node' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        name: /^(kube|rke2?|canal)-flannel-cfg$/,
        keys: ['cni-conf.json', 'net-conf.json'],
        holds: 'The network of pods and the kind of tunnel.',
      },
    ],
    docs: {
      title: 'Installing Addons',
      href: 'https://kubernetes.io/docs/concepts/cluster-administration/addons/',
    },
    source: verified(
      'https://github.com/kubernetes/minikube/blob/HEAD/pkg/minikube/cni/flannel.yaml',
      'https://kubernetes.io/docs/concepts/cluster-administration/addons/',
    ),
  },
  {
    id: 'weave-net',
    name: 'Weave Net',
    category: 'network',
    role: 'Legacy mesh overlay network.',
    owners: ['DaemonSet'],
    labels: ['name=weave-net'],
    image: /weave-(kube|npc)$/i,
    ports: [
      { number: 6783, transport: 'TCP and UDP', for: 'the mesh of nodes' },
      { number: 6784, transport: 'UDP', for: 'packets of pods between nodes' },
      { number: 6782, for: 'metrics' },
    ],
    connections: [
      { among: 'replicas', port: 6783, for: 'carry packets of pods' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'read nodes and NetworkPolicies' },
    ],
    configuration: [
      {
        in: 'environment',
        names: ['IPALLOC_RANGE', 'WEAVE_MTU', 'EXPECT_NPC'],
        holds: 'The network of pods and its packet size.',
      },
    ],
    docs: { title: 'Weave Net (archived)', href: 'https://github.com/weaveworks/weave' },
    source: verified(
      'https://github.com/weaveworks/weave/blob/HEAD/prog/weave-kube/launch.sh',
      'https://github.com/weaveworks/weave/blob/HEAD/prog/weave-kube/weave-daemonset-k8s-1.11.yaml',
    ),
  },
  {
    id: 'kube-router',
    name: 'kube-router',
    category: 'network',
    role: 'BGP routing, network policy and optional Service proxy (k0s default).',
    owners: ['DaemonSet'],
    labels: ['k8s-app=kube-router'],
    image: /kube-router$/i,
    ports: [
      { number: 179, for: 'BGP between nodes' },
      { number: 20244, for: 'health; on the node only', local: true },
    ],
    connections: [
      { among: 'replicas', port: 179, over: 'BGP', for: 'exchange routes' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Nodes, Services and NetworkPolicies' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'kube-router-cfg',
        keys: ['cni-conf.json'],
        holds: 'The CNI file.',
      },
      {
        in: 'flags',
        names: ['run-router', 'run-firewall', 'run-service-proxy', 'bgp-port'],
        holds: 'Which of its three jobs it does.',
      },
    ],
    docs: { title: 'kube-router documentation', href: 'https://www.kube-router.io/' },
    source: verified(
      'https://github.com/cloudnativelabs/kube-router/blob/HEAD/daemonset/kubeadm-kuberouter.yaml',
      'https://github.com/cloudnativelabs/kube-router/blob/HEAD/docs/user-guide.md',
    ),
  },
  {
    id: 'antrea',
    name: 'Antrea',
    category: 'network',
    role: 'Open vSwitch based network plugin.',
    owners: ['DaemonSet', 'Deployment'],
    labels: ['app=antrea,component=antrea-agent', 'app=antrea,component=antrea-controller'],
    image: /antrea-(agent|controller|ubuntu|ubi)/i,
    ports: [
      { number: 6081, transport: 'UDP', for: 'Geneve between nodes' },
      { number: 10349, for: 'API of the controller: the agents get their policies here' },
      { number: 10350, for: 'API of an agent' },
      { number: 10351, transport: 'TCP and UDP', for: 'membership of agents' },
    ],
    connections: [
      { among: 'replicas', port: 10349, over: 'HTTPS', for: 'get policies from the controller' },
      { among: 'replicas', port: 6081, over: 'Geneve', for: 'carry packets of pods' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch pods, Services and policies' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: /^antrea-config/,
        keys: ['antrea-agent.conf', 'antrea-controller.conf', 'antrea-cni.conflist'],
        holds: 'Settings of agents and controller.',
      },
    ],
    docs: { title: 'Antrea documentation', href: 'https://antrea.io/docs/' },
    source: verified('https://github.com/antrea-io/antrea/blob/HEAD/build/yamls/antrea.yml'),
  },
  {
    id: 'kube-ovn',
    name: 'Kube-OVN',
    category: 'network',
    role: 'OVN based network plugin with subnets as objects.',
    owners: ['DaemonSet', 'Deployment'],
    labels: ['app=kube-ovn-controller', 'app=kube-ovn-cni', 'app=ovs'],
    image: /kubeovn\/kube-ovn/i,
    ports: [
      { number: 6081, transport: 'UDP', for: 'Geneve between nodes' },
      { number: 6641, for: 'northbound database of OVN' },
      { number: 6642, for: 'southbound database of OVN' },
      { number: 10660, for: 'metrics and health of the controller' },
    ],
    connections: [
      { among: 'replicas', port: 6081, over: 'Geneve', for: 'carry packets of pods' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch pods, Services and subnets' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'kubeovn.io',
        kinds: ['Subnet', 'Vpc', 'IP'],
        holds: 'Subnets and who has which address.',
      },
    ],
    docs: { title: 'Kube-OVN documentation', href: 'https://kubeovn.github.io/docs/' },
    source: verified(
      'https://github.com/kubeovn/kube-ovn/blob/HEAD/charts/kube-ovn/templates/controller-deploy.yaml',
      'https://github.com/kubeovn/kube-ovn/blob/HEAD/dist/images/env-check.sh',
    ),
  },
  {
    id: 'multus',
    name: 'Multus',
    category: 'network',
    role: 'Meta plugin that attaches extra network interfaces to pods.',
    owners: ['DaemonSet'],
    labels: ['app=multus', 'name=multus'],
    image: /multus-cni/i,
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'read NetworkAttachmentDefinitions' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'k8s.cni.cncf.io',
        kinds: ['NetworkAttachmentDefinition'],
        holds: 'The networks pods may join besides.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'multus-cni-config',
        holds: 'The CNI file.',
      },
    ],
    docs: {
      title: 'Multus CNI project',
      href: 'https://github.com/k8snetworkplumbingwg/multus-cni',
    },
    source: verified(
      'https://github.com/k8snetworkplumbingwg/multus-cni/blob/HEAD/deployments/multus-daemonset.yml',
    ),
  },
];

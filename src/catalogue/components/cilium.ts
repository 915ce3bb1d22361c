import type { Component } from './component.ts';
import { seen, verified } from './source.ts';

/** See {@link Component}. */
export const ciliumComponents: readonly Component[] = [
  {
    id: 'cilium',
    name: 'Cilium agent',
    category: 'network',
    role: 'eBPF network plugin: connectivity, policy and, if enabled, Service load balancing instead of kube-proxy.',
    owners: ['DaemonSet'],
    labels: ['k8s-app=cilium', 'app.kubernetes.io/name=cilium-agent'],
    image: /cilium[-/]cilium$/i,
    ports: [
      { number: 8472, transport: 'UDP', for: 'VXLAN between nodes' },
      { number: 6081, transport: 'UDP', for: 'Geneve between nodes, where that is the tunnel' },
      { number: 4240, for: 'health checks between nodes' },
      { number: 4244, for: 'flow data for Hubble' },
    ],
    connections: [
      {
        among: 'replicas',
        port: 8472,
        over: 'VXLAN',
        for: 'carry packets of pods',
        only: 'without native routing',
      },
      {
        among: 'replicas',
        port: 4240,
        over: 'HTTP and ICMP',
        for: 'check that nodes and endpoints answer',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch pods, Services and policies' },
      { from: 'hubble-relay', port: 4244, over: 'gRPC', for: 'collect flow data' },
      { to: 'cilium-envoy', over: 'xDS on a Unix socket', for: 'configure layer-7 rules' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'cilium-config',
        keys: ['kube-proxy-replacement', 'routing-mode', 'ipam'],
        holds:
          'Nearly all settings: routing, address management, whether it stands in for kube-proxy.',
      },
    ],
    docs: { title: 'Cilium documentation', href: 'https://docs.cilium.io/en/stable/' },
    source: verified(
      'https://github.com/kubernetes/minikube/blob/HEAD/pkg/minikube/cni/cilium.yaml',
      'https://docs.cilium.io/en/stable/operations/system_requirements/',
    ),
  },
  {
    id: 'cilium-operator',
    name: 'Cilium operator',
    category: 'network',
    role: 'Cluster-wide Cilium tasks: address pools, identity and endpoint garbage collection.',
    owners: ['Deployment'],
    labels: ['io.cilium/app=operator', 'app.kubernetes.io/name=cilium-operator'],
    image: /cilium[-/]operator(-generic|-aws|-azure)?$/i,
    ports: [
      { number: 9234, for: 'health; on the node only', local: true },
      { number: 9963, for: 'metrics' },
    ],
    connections: [
      {
        to: 'kube-apiserver',
        over: 'HTTPS',
        for: 'hand out address ranges, clean up identities and endpoints',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'cilium-config',
        holds: 'The same settings as those of the agents.',
      },
    ],
    docs: {
      title: 'Cilium documentation',
      href: 'https://docs.cilium.io/en/stable/internals/cilium_operator/',
    },
    source: verified(
      'https://github.com/kubernetes/minikube/blob/HEAD/pkg/minikube/cni/cilium.yaml',
    ),
  },
  {
    id: 'cilium-envoy',
    name: 'Cilium Envoy',
    category: 'network',
    role: 'Envoy proxy used by Cilium for layer-7 policy, Ingress and Gateway API.',
    owners: ['DaemonSet'],
    labels: ['k8s-app=cilium-envoy'],
    image: /cilium-envoy$/i,
    ports: [{ number: 9964, for: 'metrics' }],
    connections: [{ from: 'cilium', over: 'xDS on a Unix socket', for: 'configure layer-7 rules' }],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'cilium-envoy-config',
        holds: 'Where it gets its rules from.',
      },
    ],
    docs: {
      title: 'Cilium documentation',
      href: 'https://docs.cilium.io/en/stable/security/network/proxy/envoy/',
    },
    source: verified(
      'https://github.com/kubernetes/minikube/blob/HEAD/pkg/minikube/cni/cilium.yaml',
    ),
  },
  {
    id: 'hubble-relay',
    name: 'Hubble relay',
    category: 'observability',
    role: 'Collects flow records from all Cilium agents.',
    owners: ['Deployment'],
    labels: ['k8s-app=hubble-relay'],
    image: /hubble-relay$/i,
    ports: [{ number: 4245, for: 'flow data for clients' }],
    connections: [{ to: 'cilium', port: 4244, over: 'gRPC', for: 'collect flow data' }],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'hubble-relay-config',
        keys: ['config.yaml'],
        holds: 'Which agents it asks.',
      },
    ],
    docs: {
      title: 'Cilium documentation: Hubble',
      href: 'https://docs.cilium.io/en/stable/observability/hubble/',
    },
    source: verified('https://docs.cilium.io/en/stable/observability/hubble/'),
  },
  {
    id: 'gke-anetd',
    name: 'GKE Dataplane V2 agent',
    category: 'network',
    role: 'Carries pod traffic and Services, built from Cilium; replaces kube-proxy.',
    owners: ['DaemonSet'],
    labels: ['k8s-app=cilium'],
    image: /(cilium|anetd)/i,
    workload: /^anetd/i,
    requires: ['name'],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch pods, Services and NetworkPolicies' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'cilium-config',
        holds: 'Its settings, which Google writes.',
      },
    ],
    docs: {
      title: 'GKE Dataplane V2',
      href: 'https://cloud.google.com/kubernetes-engine/docs/concepts/dataplane-v2',
    },
    source: seen(
      'pod listings of GKE clusters',
      'https://cloud.google.com/kubernetes-engine/docs/concepts/dataplane-v2',
      'https://cloud.google.com/kubernetes-engine/multi-cloud/docs/azure/concepts/dataplane-v2',
    ),
  },
];

import type { Component } from './component.ts';
import { verified } from './source.ts';

/** The pod networks of OpenShift. */
export const openshiftNetworkComponents: readonly Component[] = [
  {
    id: 'ovn-kubernetes',
    name: 'OVN-Kubernetes',
    category: 'network',
    role: 'OVN based network plugin of OpenShift; also implements Services, so kube-proxy is absent.',
    owners: ['DaemonSet', 'Deployment'],
    namespaces: ['openshift-ovn-kubernetes', 'ovn-kubernetes'],
    labels: ['app=ovnkube-node', 'app=ovnkube-control-plane', 'app=ovnkube-master'],
    workload: /^ovnkube-/i,
    ports: [{ number: 6081, transport: 'UDP', for: 'Geneve between nodes' }],
    connections: [
      { among: 'replicas', port: 6081, over: 'Geneve', for: 'carry packets of pods' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Nodes, pods and Services' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'openshift-ovn-kubernetes',
        name: 'ovnkube-config',
        holds: 'Its settings, on OpenShift.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'ovn-kubernetes',
        name: 'ovn-config',
        holds: 'Its settings, elsewhere.',
      },
      {
        in: 'object',
        kind: 'Network.operator.openshift.io',
        name: 'cluster',
        holds: 'What the operator of OpenShift makes of it.',
      },
    ],
    docs: {
      title: 'OVN-Kubernetes network plugin (OpenShift docs)',
      href: 'https://ovn-kubernetes.io/',
    },
    source: verified(
      'https://github.com/ovn-org/ovn-kubernetes/blob/HEAD/dist/templates/ovn-setup.yaml.j2',
      'https://github.com/ovn-org/ovn-kubernetes/blob/HEAD/docs/installation/launching-ovn-kubernetes-with-helm.md',
    ),
  },
  {
    id: 'openshift-sdn',
    name: 'OpenShift SDN',
    category: 'network',
    role: 'Older network plugin of OpenShift, made of Open vSwitch; it does the work of kube-proxy too.',
    owners: ['DaemonSet'],
    namespaces: ['openshift-sdn'],
    labels: ['app=sdn', 'app=sdn-controller'],
    requires: ['namespace'],
    ports: [{ number: 4789, transport: 'UDP', for: 'VXLAN between nodes' }],
    connections: [
      { among: 'replicas', port: 4789, over: 'VXLAN', for: 'carry packets of pods' },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Nodes, pods and Services' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'openshift-sdn',
        name: 'sdn-config',
        keys: ['kube-proxy-config.yaml'],
        holds: 'How Services reach the kernel: a KubeProxyConfiguration.',
      },
      {
        in: 'object',
        kind: 'Network.operator.openshift.io',
        name: 'cluster',
        holds: 'What the operator of OpenShift makes of it.',
      },
    ],
    docs: {
      title: 'OpenShift SDN network plugin',
      href: 'https://docs.redhat.com/en/documentation/openshift_container_platform/4.14/html/networking/openshift-sdn-network-plugin',
    },
    source: verified(
      'https://github.com/openshift/cluster-network-operator/blob/HEAD/bindata/network/openshift-sdn/sdn.yaml',
    ),
  },
];

import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const cloudNetworkComponents: readonly Component[] = [
  {
    id: 'aws-node',
    name: 'Amazon VPC CNI',
    category: 'network',
    role: "Gives pods real VPC addresses from the node's network interfaces; a second container enforces network policy.",
    owners: ['DaemonSet'],
    labels: ['k8s-app=aws-node', 'app.kubernetes.io/name=aws-node'],
    image: /amazon-k8s-cni$/i,
    ports: [
      {
        number: 50051,
        for: 'asks for addresses on the node only; newer releases use a Unix socket instead',
        local: true,
      },
      { number: 61678, for: 'metrics' },
      { number: 8162, for: 'metrics of the policy agent' },
    ],
    connections: [
      {
        to: { name: 'the EC2 API' },
        port: 443,
        over: 'HTTPS',
        for: 'attach network interfaces and addresses',
      },
      {
        from: 'kubelet',
        over: 'gRPC on the node: port 50051, in newer releases a Unix socket',
        for: 'get an address for a pod, through the CNI plugin',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'read Nodes, pods and policy endpoints' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'amazon-vpc-cni',
        holds: 'Switches that need no restart.',
      },
      {
        in: 'environment',
        names: [
          'WARM_ENI_TARGET',
          'WARM_IP_TARGET',
          'ENABLE_PREFIX_DELEGATION',
          'AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG',
        ],
        holds: 'How many addresses it keeps ready, and where from.',
      },
      {
        in: 'resources',
        group: 'crd.k8s.amazonaws.com',
        kinds: ['ENIConfig'],
        holds: 'Subnets for pods.',
      },
      {
        in: 'resources',
        group: 'vpcresources.k8s.aws',
        kinds: ['CNINode'],
        holds: 'What a node offers.',
      },
      {
        in: 'resources',
        group: 'networking.k8s.aws',
        kinds: ['PolicyEndpoint'],
        holds: 'Addresses a policy speaks of.',
      },
    ],
    docs: {
      title: 'Amazon VPC CNI',
      href: 'https://docs.aws.amazon.com/eks/latest/userguide/managing-vpc-cni.html',
    },
    source: verified(
      'https://github.com/aws/amazon-vpc-cni-k8s/blob/HEAD/config/master/aws-k8s-cni.yaml',
      'https://github.com/aws/amazon-vpc-cni-k8s/blob/HEAD/pkg/ipamd/rpc_handler.go',
      'https://github.com/aws/amazon-vpc-cni-k8s/blob/HEAD/README.md',
    ),
  },
  {
    id: 'azure-cns',
    name: 'Azure CNS',
    category: 'network',
    role: 'Azure container networking service: hands out pod addresses on each AKS node.',
    owners: ['DaemonSet'],
    labels: ['k8s-app=azure-cns'],
    image: /azure-cns$/i,
    ports: [
      { number: 10090, for: 'requests of the CNI plugin; on the node only', local: true },
      { number: 10092, for: 'metrics and health' },
    ],
    connections: [
      {
        from: { name: 'the CNI plugin of its node' },
        port: 10090,
        over: 'HTTP',
        for: 'get an address for a pod',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch the NodeNetworkConfig of its Node' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'cns-config',
        holds: 'Its settings.',
      },
      {
        in: 'resources',
        group: 'acn.azure.com',
        kinds: ['NodeNetworkConfig'],
        holds: 'The addresses of a node.',
      },
    ],
    docs: {
      title: 'AKS: Azure CNI networking',
      href: 'https://learn.microsoft.com/azure/aks/concepts-network-cni-overview',
    },
    source: verified(
      'https://github.com/Azure/azure-container-networking/blob/HEAD/cns/azure-cns.yaml',
      'https://github.com/Azure/azure-container-networking/blob/HEAD/cns/client/client.go',
    ),
  },
  {
    id: 'azure-ip-masq-agent',
    name: 'Azure IP masquerade agent',
    category: 'network',
    role: 'Keeps masquerading rules so that pod traffic leaving the virtual network is translated.',
    owners: ['DaemonSet'],
    labels: ['k8s-app=azure-ip-masq-agent'],
    image: /ip-masq-agent/i,
    connections: [
      { to: { name: 'the kernel of its node' }, over: 'iptables', for: 'write masquerading rules' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: /^azure-ip-masq-agent-config/,
        holds: 'Networks that are reached without translation.',
      },
    ],
    docs: {
      title: 'ip-masq-agent',
      href: 'https://kubernetes.io/docs/tasks/administer-cluster/ip-masq-agent/',
    },
    source: verified(
      'https://github.com/Azure/aks-engine/blob/HEAD/parts/k8s/addons/ip-masq-agent.yaml',
      'https://kubernetes.io/docs/tasks/administer-cluster/ip-masq-agent/',
    ),
  },
  {
    id: 'azure-npm',
    name: 'Azure network policy manager',
    category: 'network',
    role: "Azure's network policy enforcement.",
    owners: ['DaemonSet'],
    labels: ['k8s-app=azure-npm'],
    image: /azure-npm$/i,
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch NetworkPolicies, pods and Namespaces' },
      {
        to: { name: 'the kernel of its node' },
        over: 'iptables',
        for: 'write ipsets and iptables rules',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'azure-npm-config',
        holds: 'Its settings.',
      },
    ],
    docs: {
      title: 'AKS: network policies',
      href: 'https://learn.microsoft.com/azure/aks/use-network-policies',
    },
    source: verified(
      'https://github.com/Azure/azure-container-networking/blob/HEAD/npm/azure-npm.yaml',
    ),
  },
  {
    id: 'gke-netd',
    name: 'GKE netd',
    category: 'network',
    role: 'Writes the CNI file of a GKE node from its pod network, and the routing rules that other features need.',
    owners: ['DaemonSet'],
    labels: ['k8s-app=netd'],
    image: /(^|\/)netd/i,
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'read the pod network of its Node' },
      {
        to: { name: 'the network of its node' },
        over: 'files and netlink',
        for: 'write the CNI file and routing rules',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'netd-config',
        holds: 'The CNI file and which features are on.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'kube-system',
        name: 'networking-metrics-config',
        holds: 'Which metrics it collects.',
      },
    ],
    docs: {
      title: 'GKE: network overview',
      href: 'https://cloud.google.com/kubernetes-engine/docs/concepts/network-overview',
    },
    source: verified(
      'https://github.com/GoogleCloudPlatform/netd/blob/HEAD/netd.yaml',
      'https://github.com/GoogleCloudPlatform/netd/blob/HEAD/README.md',
    ),
  },
];

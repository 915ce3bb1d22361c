import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const controlPlaneHelpersComponents: readonly Component[] = [
  {
    id: 'cloud-controller-manager',
    name: 'Cloud controller manager',
    category: 'control-plane',
    role: 'Cloud-specific loops: node addresses and deletion, routes, load balancers.',
    owners: ['static pod', 'DaemonSet', 'Deployment'],
    labels: [
      'component=cloud-controller-manager',
      'k8s-app=cloud-controller-manager',
      'k8s-app=aws-cloud-controller-manager',
      'k8s-app=openstack-cloud-controller-manager',
      'app=hcloud-cloud-controller-manager',
    ],
    image: /(cloud-controller-manager|rke2-cloud-provider|cloud-provider-vsphere)/i,
    ports: [{ number: 10258, for: 'health and metrics, over HTTPS' }],
    connections: [
      {
        to: 'kube-apiserver',
        over: 'HTTPS',
        for: 'watch Nodes and Services, write addresses and load balancers',
      },
      {
        to: { name: 'the API of the cloud' },
        port: 443,
        over: 'HTTPS',
        for: 'look up machines, make routes and load balancers',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['cloud-provider', 'cloud-config'],
        holds: 'The cloud, and the file with its account.',
      },
      {
        in: 'object',
        kind: 'Lease.coordination.k8s.io',
        namespace: 'kube-system',
        name: 'cloud-controller-manager',
        holds: 'Which copy leads. Nobody sets it; it is written while it runs.',
      },
    ],
    docs: {
      title: 'Cloud Controller Manager',
      href: 'https://kubernetes.io/docs/concepts/architecture/cloud-controller/',
    },
    source: verified(
      'https://kubernetes.io/docs/concepts/architecture/cloud-controller/',
      'https://kubernetes.io/docs/tasks/administer-cluster/running-cloud-controller/',
    ),
  },
  {
    id: 'kube-vip',
    name: 'kube-vip',
    category: 'control-plane',
    role: 'Announces a virtual IP for a highly available API server (and optionally load balancer Services).',
    owners: ['static pod', 'DaemonSet'],
    labels: ['app.kubernetes.io/name=kube-vip', 'name=kube-vip-ds'],
    image: /kube-vip(\/kube-vip(-iptables)?)?$/i,
    ports: [{ number: 2112, for: 'metrics' }],
    connections: [
      {
        from: { name: 'clients' },
        over: 'ARP or BGP announces the address',
        for: 'reach the API server at the virtual address',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'elect the copy that announces the address' },
    ],
    configuration: [
      {
        in: 'environment',
        names: ['address', 'vip_interface', 'vip_arp', 'bgp_enable', 'cp_enable', 'svc_enable'],
        holds: 'The address, how it is announced and what for.',
      },
    ],
    docs: { title: 'kube-vip project', href: 'https://kube-vip.io/' },
    source: verified(
      'https://github.com/kube-vip/kube-vip/blob/HEAD/cmd/kube-vip.go',
      'https://github.com/kubernetes-sigs/kubespray/blob/HEAD/roles/kubernetes/node/templates/manifests/kube-vip.manifest.j2',
    ),
  },
  {
    id: 'konnectivity-agent',
    name: 'Konnectivity agent',
    category: 'control-plane',
    role: 'Dials out from the nodes to the control plane so that the API server can reach kubelets, webhooks and services through the tunnel.',
    owners: ['DaemonSet', 'Deployment'],
    labels: ['k8s-app=konnectivity-agent', 'app=konnectivity-agent'],
    image: /(proxy-agent|apiserver-network-proxy(-agent|\/agent)?)$/i,
    connections: [
      {
        to: { name: 'the Konnectivity server beside the API server' },
        port: 8132,
        over: 'gRPC over TLS',
        for: 'hold a tunnel open, through which the API server reaches the nodes',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['proxy-server-host', 'proxy-server-port'],
        holds: 'Where the other end of the tunnel is.',
      },
    ],
    docs: {
      title: 'Set up Konnectivity service',
      href: 'https://kubernetes.io/docs/tasks/extend-kubernetes/setup-konnectivity/',
    },
    source: verified(
      'https://kubernetes.io/docs/tasks/extend-kubernetes/setup-konnectivity/',
      'https://github.com/kubernetes-sigs/apiserver-network-proxy/blob/HEAD/README.md',
    ),
  },
  {
    id: 'cloud-node-manager',
    name: 'Azure cloud node manager',
    category: 'control-plane',
    role: "Node half of Azure's cloud provider: initialises node addresses, zones and labels.",
    owners: ['DaemonSet'],
    labels: ['component=cloud-node-manager', 'k8s-app=cloud-node-manager'],
    image: /azure-cloud-node-manager$/i,
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'set addresses, zones and labels of its Node' },
      {
        to: { name: 'the metadata service of the machine' },
        port: 80,
        over: 'HTTP at 169.254.169.254',
        for: 'ask what machine this is',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['node-name', 'wait-routes'],
        holds: 'Its node, and what to wait for.',
      },
    ],
    docs: { title: 'cloud-provider-azure', href: 'https://cloud-provider-azure.sigs.k8s.io/' },
    source: verified(
      'https://github.com/kubernetes-sigs/cloud-provider-azure/blob/HEAD/examples/out-of-tree/cloud-node-manager.yaml',
    ),
  },
];

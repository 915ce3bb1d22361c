import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const loadBalancersComponents: readonly Component[] = [
  {
    id: 'metallb-controller',
    name: 'MetalLB controller',
    category: 'network',
    role: 'Assigns addresses to LoadBalancer Services on bare metal.',
    owners: ['Deployment'],
    namespaces: ['metallb-system'],
    labels: [
      'app=metallb,component=controller',
      'app.kubernetes.io/name=metallb,app.kubernetes.io/component=controller',
    ],
    image: /metallb\/controller$/i,
    ports: [
      { number: 9443, for: 'validating webhooks' },
      { number: 9120, for: 'metrics; 7472 in older releases' },
    ],
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Services, write their addresses' },
      { from: 'kube-apiserver', port: 9443, over: 'HTTPS', for: 'validate its objects' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'metallb.io',
        kinds: ['IPAddressPool', 'L2Advertisement', 'BGPPeer', 'BGPAdvertisement'],
        holds: 'Addresses and how they are announced.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'metallb-system',
        name: 'config',
        holds: 'The same, before release 0.13.',
      },
    ],
    docs: { title: 'MetalLB documentation', href: 'https://metallb.io/' },
    source: verified(
      'https://github.com/metallb/metallb/blob/HEAD/config/manifests/metallb-native.yaml',
      'https://github.com/metallb/metallb/blob/HEAD/charts/metallb/templates/controller.yaml',
    ),
  },
  {
    id: 'metallb-speaker',
    name: 'MetalLB speaker',
    category: 'network',
    role: 'Announces those addresses by ARP/NDP or BGP.',
    owners: ['DaemonSet'],
    namespaces: ['metallb-system'],
    labels: [
      'app=metallb,component=speaker',
      'app.kubernetes.io/name=metallb,app.kubernetes.io/component=speaker',
    ],
    image: /metallb\/speaker$/i,
    ports: [
      { number: 7946, transport: 'TCP and UDP', for: 'membership of speakers' },
      { number: 9120, for: 'metrics; 7472 in older releases' },
    ],
    connections: [
      {
        to: { name: 'routers of the network' },
        port: 179,
        over: 'BGP',
        for: 'announce addresses',
        only: 'with BGP',
      },
      {
        among: 'replicas',
        port: 7946,
        over: 'memberlist',
        for: 'agree on who announces an address',
      },
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch Services and endpoints' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'metallb.io',
        kinds: ['L2Advertisement', 'BGPPeer', 'BGPAdvertisement'],
        holds: 'How addresses are announced.',
      },
      {
        in: 'object',
        kind: 'ConfigMap',
        namespace: 'metallb-system',
        name: 'config',
        holds: 'The same, before release 0.13.',
      },
      {
        in: 'object',
        kind: 'Secret',
        namespace: 'metallb-system',
        name: /memberlist$/,
        holds: 'The key of their membership.',
      },
    ],
    docs: { title: 'MetalLB documentation', href: 'https://metallb.io/' },
    source: verified(
      'https://github.com/metallb/metallb/blob/HEAD/charts/metallb/templates/speaker.yaml',
    ),
  },
  {
    id: 'klipper-lb',
    name: 'K3s ServiceLB',
    category: 'network',
    role: 'k3s ServiceLB: forwards host ports to a LoadBalancer Service.',
    owners: ['DaemonSet'],
    labels: ['svccontroller.k3s.cattle.io/svcname'],
    image: /klipper-lb$/i,
    workload: /^svclb-/i,
    connections: [
      {
        from: { name: 'clients' },
        over: 'the ports of the Service, on the host',
        for: 'reach a Service at the ports of a node',
      },
      {
        to: { name: 'the cluster address of the Service' },
        over: 'the same ports',
        for: 'pass the packets on',
      },
    ],
    configuration: [
      {
        in: 'environment',
        names: ['SRC_PORT', 'DEST_PORT', 'DEST_IPS'],
        holds: 'The ports and the address, copied from the Service.',
      },
    ],
    docs: {
      title: 'K3s: Networking Services (ServiceLB)',
      href: 'https://docs.k3s.io/networking/networking-services',
    },
    source: verified(
      'https://docs.k3s.io/networking/networking-services',
      'https://github.com/k3s-io/klipper-lb/blob/HEAD/entry',
    ),
  },
  {
    id: 'vpnkit-controller',
    name: 'vpnkit-controller',
    category: 'network',
    role: 'Watches Services, opens the ports of LoadBalancer and NodePort Services on the host machine, and writes `localhost` into their status. It has nothing to do with a VPN: VPNKit is the name of the network stack of Docker.',
    owners: ['bare pod'],
    image: /desktop-vpnkit-controller$/i,
    workload: /^vpnkit-controller$/i,
    connections: [
      {
        to: 'kube-apiserver',
        over: 'HTTPS',
        for: 'watch Services, write `localhost` into their status',
      },
      {
        to: { name: 'the port forwarder of Docker Desktop' },
        over: 'the API of VPNKit',
        for: 'open and close ports of your machine',
      },
    ],
    configuration: [
      {
        in: 'nothing',
        because: 'No object of the API holds its settings: Docker Desktop sets it up.',
      },
    ],
    docs: {
      title: 'docker.com blog: How Kubernetes works under the hood with Docker Desktop',
      href: 'https://www.docker.com/blog/how-kubernetes-works-under-the-hood-with-docker-desktop/',
    },
    source: verified('https://github.com/moby/vpnkit/blob/HEAD/go/pkg/controller/controller.go'),
  },
];

import type { Settings } from './setting.ts';

/**
 * KubeProxyConfiguration.
 *
 * @see https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/proxy/apis/config/v1alpha1/defaults.go
 */
export const kubeProxySettings: Settings = {
  mode: {
    meaning: 'How Services reach the kernel. Empty means iptables on Linux.',
    standard: 'iptables',
    telling: true,
  },
  bindAddress: { meaning: 'Where health checks are answered.', standard: '0.0.0.0' },
  bindAddressHardFail: {
    meaning: 'It ends when a port it wants is taken, instead of complaining.',
    standard: 'false',
  },
  healthzBindAddress: {
    meaning:
      'Where it tells that it is well. Load balancers ask here whether the node can be used.',
    standard: '0.0.0.0:10256',
  },
  metricsBindAddress: {
    meaning: 'Where metrics are served; empty means localhost only.',
    standard: '127.0.0.1:10249',
    telling: true,
  },
  enableProfiling: { meaning: 'The profiler of Go answers there too.', standard: 'false' },
  showHiddenMetricsForVersion: {
    meaning: 'Shows metrics that this version of Kubernetes had dropped.',
    standard: '',
  },
  'clientConnection.kubeconfig': { meaning: 'How it reaches the API server.', standard: '' },
  'clientConnection.acceptContentTypes': { meaning: 'Formats it asks for.', standard: '' },
  'clientConnection.contentType': {
    meaning: 'The format it sends.',
    standard: 'application/vnd.kubernetes.protobuf',
  },
  'clientConnection.qps': { meaning: 'Requests a second to the API server.', standard: '5' },
  'clientConnection.burst': { meaning: 'The same for a short while.', standard: '10' },
  configSyncPeriod: { meaning: 'How often it reads everything anew.', standard: '15m0s' },
  hostnameOverride: {
    meaning: 'The name of its node, where it is not that of the machine.',
    standard: '',
  },
  clusterCIDR: {
    meaning: 'The range of pod addresses. Traffic from outside it is masqueraded.',
    standard: '',
    telling: true,
  },
  nodePortAddresses: {
    meaning: 'On which addresses of a node NodePorts open; null means all of them.',
    telling: true,
  },
  portRange: { meaning: "Without effect in today's modes.", standard: '' },
  oomScoreAdj: { meaning: 'How late the kernel ends it when memory runs out.', standard: '-999' },
  detectLocalMode: {
    meaning:
      'How it knows that traffic comes from a pod of its own node. Empty means by `clusterCIDR`.',
    standard: 'ClusterCIDR',
    telling: true,
  },
  'detectLocal.bridgeInterface': { meaning: 'The bridge of pods, for that.', standard: '' },
  'detectLocal.interfaceNamePrefix': {
    meaning: 'How interfaces of pods begin, for that.',
    standard: '',
  },
  'conntrack.maxPerCore': {
    meaning: 'Connections the kernel may track, per CPU.',
    standard: '32768',
  },
  'conntrack.min': { meaning: 'At least so many, however few CPUs there are.', standard: '131072' },
  'conntrack.tcpEstablishedTimeout': {
    meaning: 'When the kernel forgets a silent connection.',
    standard: '24h0m0s',
  },
  'conntrack.tcpCloseWaitTimeout': {
    meaning: 'When it forgets one that the other side has closed.',
    standard: '1h0m0s',
  },
  'iptables.masqueradeAll': {
    meaning: 'Whether all traffic to Services gets the address of the node.',
    standard: 'false',
  },
  'iptables.masqueradeBit': {
    meaning: 'The mark on packets that are to be masqueraded.',
    standard: '14',
  },
  'iptables.localhostNodePorts': {
    meaning: 'NodePorts answer on localhost too.',
    standard: 'true',
  },
  'iptables.syncPeriod': { meaning: 'How often rules are written at the latest.', standard: '30s' },
  'iptables.minSyncPeriod': {
    meaning: 'How often rules are written at most.',
    standard: '1s',
  },
  'nftables.masqueradeAll': {
    meaning: 'Whether all traffic to Services gets the address of the node.',
    standard: 'false',
  },
  'nftables.masqueradeBit': {
    meaning: 'The mark on packets that are to be masqueraded.',
    standard: '14',
  },
  'nftables.syncPeriod': { meaning: 'How often rules are written at the latest.', standard: '30s' },
  'nftables.minSyncPeriod': { meaning: 'How often rules are written at most.', standard: '1s' },
  'ipvs.scheduler': { meaning: 'How IPVS chooses an endpoint; `rr` takes turns.', standard: 'rr' },
  'ipvs.strictARP': {
    meaning: 'The node answers ARP for its own addresses only; MetalLB needs that.',
    standard: 'false',
  },
  'ipvs.excludeCIDRs': { meaning: 'Addresses whose rules it leaves alone.' },
  'ipvs.syncPeriod': { meaning: 'How often rules are written at the latest.', standard: '30s' },
  'ipvs.minSyncPeriod': { meaning: 'How often rules are written at most; 0 has no limit.' },
  'ipvs.tcpTimeout': {
    meaning: 'When IPVS forgets a silent connection; 0 leaves it to the kernel.',
  },
  'ipvs.tcpFinTimeout': { meaning: 'The same for one that is being closed.' },
  'ipvs.udpTimeout': { meaning: 'The same for UDP.' },
  'winkernel.networkName': { meaning: 'On Windows: the network of pods.', standard: '' },
  'winkernel.sourceVip': { meaning: 'On Windows: the address it sends from.', standard: '' },
  'winkernel.rootHnsEndpointName': { meaning: 'On Windows: its own endpoint.', standard: '' },
  'winkernel.enableDSR': {
    meaning: 'On Windows: answers go to the client directly.',
    standard: [
      [33, 'true'],
      [0, 'false'],
    ],
  },
  'winkernel.forwardHealthCheckVip': {
    meaning: 'On Windows: health checks of load balancers are passed on.',
    standard: 'false',
  },
};

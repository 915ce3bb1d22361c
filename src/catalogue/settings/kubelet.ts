import type { Settings } from './setting.ts';

/**
 * KubeletConfiguration.
 *
 * @see https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/apis/config/v1beta1/defaults.go
 */
export const kubeletSettings: Settings = {
  address: { meaning: 'The local address it answers on.', standard: '0.0.0.0' },
  port: { meaning: 'Where it answers for logs, `exec` and metrics.', standard: '10250' },
  readOnlyPort: { meaning: 'A port without login; 0 closes it.', standard: '0' },
  'authentication.anonymous.enabled': {
    meaning: 'Whether the kubelet answers strangers.',
    standard: 'false',
  },
  'authentication.webhook.enabled': {
    meaning: 'It asks the API server whose token a caller shows.',
    standard: 'true',
  },
  'authentication.webhook.cacheTTL': {
    meaning: 'How long it remembers the answer.',
    standard: '2m0s',
  },
  'authentication.x509.clientCAFile': {
    meaning: 'Callers with a certificate of this authority are known.',
    standard: '',
  },
  'authorization.mode': {
    meaning: '`Webhook`: it asks the API server whether a caller may.',
    standard: 'Webhook',
  },
  'authorization.webhook.cacheAuthorizedTTL': {
    meaning: 'How long it remembers a yes.',
    standard: '5m0s',
  },
  'authorization.webhook.cacheUnauthorizedTTL': {
    meaning: 'How long it remembers a no.',
    standard: '30s',
  },
  tlsMinVersion: { meaning: 'Oldest version of TLS it accepts.', standard: 'VersionTLS12' },
  rotateCertificates: {
    meaning: 'It renews its own client certificate in time.',
    standard: 'false',
  },
  serverTLSBootstrap: {
    meaning: 'It asks the cluster to sign its serving certificate.',
    standard: 'false',
  },
  cgroupDriver: {
    meaning: 'Who manages cgroups; must agree with the container runtime.',
    standard: 'cgroupfs',
  },
  cgroupsPerQOS: { meaning: 'Each class of pods has a cgroup of its own.', standard: 'true' },
  failCgroupV1: { meaning: 'It refuses to start on a system with cgroup v1.' },
  clusterDNS: {
    meaning: 'The nameserver that pods get: the cluster IP of the Service before DNS.',
  },
  clusterDomain: { meaning: 'The search domain that pods get.', standard: '' },
  resolvConf: {
    meaning: 'The file of the node whose servers and search domains pods get besides.',
    standard: '/etc/resolv.conf',
  },
  containerRuntimeEndpoint: {
    meaning: 'The socket of the container runtime. Empty: a flag of the kubelet names it.',
    telling: true,
  },
  imageServiceEndpoint: { meaning: 'The socket for images, if it is another one.', standard: '' },
  runtimeRequestTimeout: { meaning: 'How long a call of the runtime may take.', standard: '2m0s' },
  healthzBindAddress: {
    meaning: 'Where the kubelet tells that it is well.',
    standard: '127.0.0.1',
  },
  healthzPort: { meaning: 'The port for that.', standard: '10248' },
  staticPodPath: {
    meaning: 'The folder whose manifests it runs without asking anybody.',
    standard: '',
  },
  fileCheckFrequency: { meaning: 'How often it looks into that folder.', standard: '20s' },
  httpCheckFrequency: {
    meaning: 'How often it looks for manifests at an address, if it has one.',
    standard: '20s',
  },
  syncFrequency: {
    meaning:
      'How often it compares running containers with what should run, and refreshes mounted ConfigMaps.',
    standard: '1m0s',
  },
  nodeStatusUpdateFrequency: { meaning: 'How often it looks at its own state.', standard: '10s' },
  nodeStatusReportFrequency: {
    meaning: 'How often it sends the status of its Node when nothing changed.',
    standard: '5m0s',
  },
  nodeLeaseDurationSeconds: {
    meaning: 'How long its Lease is valid; it renews at a quarter of that.',
    standard: '40',
  },
  registerNode: { meaning: 'It makes its own Node object.', standard: 'true' },
  maxPods: { meaning: 'Most pods a node takes.', standard: '110' },
  podPidsLimit: {
    meaning: 'Most processes a pod may have; -1 is the limit of the node.',
    standard: '-1',
  },
  podsPerCore: { meaning: 'Most pods for each CPU; 0 is no limit.', standard: '0' },
  cpuCFSQuota: { meaning: 'CPU limits of containers are enforced.', standard: 'true' },
  cpuManagerPolicy: {
    meaning: '`static` gives whole CPUs to guaranteed pods; `none` shares all.',
    standard: 'none',
  },
  cpuManagerReconcilePeriod: {
    meaning: 'How often it checks that containers have the CPUs they should.',
    standard: '10s',
  },
  memoryManagerPolicy: {
    meaning: '`Static` keeps the memory of guaranteed pods on one NUMA node.',
    standard: 'None',
  },
  topologyManagerPolicy: {
    meaning: 'Whether CPUs, memory and devices of a pod must be close to each other.',
    standard: 'none',
  },
  failSwapOn: { meaning: 'It refuses to start on a machine with swap.', standard: 'true' },
  'memorySwap.swapBehavior': {
    meaning: 'Whether pods may use swap.',
    standard: [
      [28, 'NoSwap'],
      [22, 'LimitedSwap'],
    ],
  },
  'evictionHard.memory.available': {
    meaning: 'Below so much free memory it ends pods at once.',
    standard: '100Mi',
  },
  'evictionHard.nodefs.available': {
    meaning: 'Below so much free disk it ends pods at once.',
    standard: '10%',
  },
  'evictionHard.nodefs.inodesFree': {
    meaning: 'Below so many free inodes it ends pods at once.',
    standard: '5%',
  },
  'evictionHard.imagefs.available': {
    meaning: 'The same for the disk of images; `0%` switches it off.',
    standard: '15%',
  },
  evictionPressureTransitionPeriod: {
    meaning: 'How long a node keeps a pressure condition after the pressure is gone.',
    standard: '5m0s',
  },
  enforceNodeAllocatable: { meaning: 'What is held to the room kept for pods.' },
  shutdownGracePeriod: {
    meaning: 'How long a shutdown of the machine waits for pods to end; 0 does not wait.',
    standard: '0s',
  },
  shutdownGracePeriodCriticalPods: {
    meaning: 'How much of that is for critical pods.',
    standard: '0s',
  },
  'crashLoopBackOff.maxContainerRestartPeriod': {
    meaning: 'Longest pause before a container that fails is started again.',
  },
  imageGCHighThresholdPercent: {
    meaning: 'When the disk is so full, unused images are deleted; 100 switches that off.',
    standard: '85',
  },
  imageGCLowThresholdPercent: {
    meaning: 'It deletes until the disk is this full.',
    standard: '80',
  },
  imageMinimumGCAge: { meaning: 'Younger unused images are kept.', standard: '2m0s' },
  imageMaximumGCAge: {
    meaning: 'Older unused images are deleted, however full the disk; 0 never.',
    standard: '0s',
  },
  serializeImagePulls: { meaning: 'Images are pulled one at a time.', standard: 'true' },
  registryPullQPS: { meaning: 'Image pulls a second.', standard: '5' },
  containerLogMaxSize: { meaning: 'Size at which a log begins a new file.', standard: '10Mi' },
  containerLogMaxFiles: { meaning: 'Log files kept for a container.', standard: '5' },
  volumeStatsAggPeriod: { meaning: 'How often it measures volumes.', standard: '1m0s' },
  volumePluginDir: {
    meaning: 'Where it looks for FlexVolume plugins.',
    standard: '/usr/libexec/kubernetes/kubelet-plugins/volume/exec/',
  },
  enableControllerAttachDetach: {
    meaning: 'The controller manager attaches volumes, not the kubelet.',
    standard: 'true',
  },
  configMapAndSecretChangeDetectionStrategy: {
    meaning: 'How it hears of changed ConfigMaps and Secrets.',
    standard: 'Watch',
  },
  hairpinMode: {
    meaning: 'How a pod reaches itself over its own Service.',
    standard: 'promiscuous-bridge',
  },
  makeIPTablesUtilChains: { meaning: 'It keeps some iptables rules of its own.', standard: 'true' },
  protectKernelDefaults: {
    meaning: 'It refuses to start where kernel settings differ from what it wants.',
    standard: 'false',
  },
  seccompDefault: {
    meaning: 'Containers that say nothing get the seccomp profile of the runtime.',
    standard: 'false',
  },
  enableDebuggingHandlers: { meaning: 'It answers for logs and `exec`.', standard: 'true' },
  streamingConnectionIdleTimeout: {
    meaning: 'How long a silent `exec` or `port-forward` stays open.',
    standard: '4h0m0s',
  },
  kubeAPIQPS: {
    meaning: 'Requests a second it sends to the API server.',
    standard: [
      [27, '50'],
      [0, '5'],
    ],
  },
  kubeAPIBurst: {
    meaning: 'The same for a short while.',
    standard: [
      [27, '100'],
      [0, '10'],
    ],
  },
  eventRecordQPS: {
    meaning: 'Events a second it writes.',
    standard: [
      [27, '50'],
      [0, '5'],
    ],
  },
  'logging.format': { meaning: 'How it writes its log.', standard: 'text' },
  'logging.verbosity': { meaning: 'How much it writes to its log; more is more.', standard: '0' },
  'logging.flushFrequency': { meaning: 'How often the log is written out.', standard: '5s' },
};

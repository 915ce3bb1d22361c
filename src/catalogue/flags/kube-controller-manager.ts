import type { FlagGroup } from './flag.ts';

/** @see https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/ */
export const kubeControllerManagerFlags: readonly FlagGroup[] = [
  {
    title: 'Which loops run',
    flags: [
      {
        name: 'controllers',
        meaning: 'The loops that run; `*` stands for all that are on by default.',
        values: {
          '*,bootstrapsigner,tokencleaner':
            'All default loops, and two more: one signs `cluster-info`, one deletes expired bootstrap tokens.',
        },
      },
      {
        name: 'leader-elect',
        meaning: 'Whether replicas agree on one that acts.',
        values: { true: 'Of several replicas only the holder of the Lease acts.' },
      },
      {
        name: 'use-service-account-credentials',
        meaning: 'Whether every loop has its own identity.',
        values: { true: 'Every loop signs in as its own service account, with its own rights.' },
      },
      { name: 'cluster-name', meaning: 'A prefix for things it makes at a cloud provider.' },
      { name: 'cloud-provider', meaning: 'Where the loops for cloud machines run.' },
      {
        name: 'leader-elect-lease-duration',
        meaning: 'How long the Lease is valid without renewal.',
      },
      {
        name: 'leader-elect-renew-deadline',
        meaning: 'How long the holder tries to renew it before it gives up.',
      },
      { name: 'leader-elect-retry-period', meaning: 'How often that is tried.' },
      {
        name: 'leader-elect-resource-lock',
        meaning: 'The kind of object that carries the election.',
      },
      {
        name: 'terminated-pod-gc-threshold',
        meaning: 'Ended pods that are kept before the oldest are deleted.',
      },
      { name: 'concurrent-deployment-syncs', meaning: 'Deployments worked on at a time.' },
      { name: 'concurrent-replicaset-syncs', meaning: 'ReplicaSets worked on at a time.' },
      { name: 'concurrent-gc-syncs', meaning: 'Objects the garbage collector works on at a time.' },
      { name: 'concurrent-namespace-syncs', meaning: 'Namespaces emptied at a time.' },
      {
        name: 'horizontal-pod-autoscaler-sync-period',
        meaning: 'How often autoscalers look at metrics.',
      },
      {
        name: 'horizontal-pod-autoscaler-downscale-stabilization',
        meaning: 'How long an autoscaler waits before it takes pods away.',
      },
      {
        name: 'horizontal-pod-autoscaler-tolerance',
        meaning: 'How far a metric may be off before an autoscaler acts.',
      },
    ],
  },
  {
    title: 'Nodes',
    flags: [
      { name: 'node-monitor-period', meaning: 'How often it looks at the heartbeats.' },
      {
        name: 'node-monitor-grace-period',
        meaning: 'Silence after which a node counts as unreachable.',
      },
      {
        name: 'pod-eviction-timeout',
        meaning: 'Without effect since evictions are decided by taints; removed in 1.27.',
      },
      {
        name: 'allocate-node-cidrs',
        meaning: 'Whether every node gets its own range of pod addresses.',
        values: { true: 'Every node gets its own range of pod addresses, `spec.podCIDR`.' },
      },
      { name: 'cluster-cidr', meaning: 'The range those are cut from.' },
      { name: 'node-cidr-mask-size', meaning: 'Size of the range of one node.' },
      { name: 'node-cidr-mask-size-ipv4', meaning: 'Size of the range of one node, of IPv4.' },
      { name: 'node-cidr-mask-size-ipv6', meaning: 'Size of the range of one node, of IPv6.' },
      {
        name: 'configure-cloud-routes',
        meaning: 'Whether the cloud is told the routes to those ranges.',
      },
      {
        name: 'node-eviction-rate',
        meaning: 'Nodes a second whose pods are deleted, while a zone is well.',
      },
      {
        name: 'secondary-node-eviction-rate',
        meaning: 'The same while many nodes of a large zone are silent.',
      },
      {
        name: 'unhealthy-zone-threshold',
        meaning: 'The share of silent nodes from which a zone is not well.',
      },
      {
        name: 'large-cluster-size-threshold',
        meaning: 'Nodes of a zone from which it counts as large.',
      },
      {
        name: 'service-cluster-ip-range',
        meaning: 'The range of Services, which it must leave alone.',
      },
    ],
  },
  {
    title: 'Certificates and tokens',
    flags: [
      {
        name: 'cluster-signing-cert-file',
        meaning: 'The authority that signs certificates of kubelets.',
      },
      {
        name: 'root-ca-file',
        meaning: 'Copied into ConfigMap `kube-root-ca.crt` of every namespace.',
      },
      { name: 'client-ca-file', meaning: 'The authority for clients of its own port.' },
      { name: 'requestheader-client-ca-file', meaning: 'The authority of the front proxy.' },
    ],
  },
  {
    title: 'Volumes',
    flags: [
      { name: 'pvclaimbinder-sync-period', meaning: 'How often claims and volumes are compared.' },
      {
        name: 'enable-hostpath-provisioner',
        meaning: 'Makes volumes of folders of a node, for tests on a single one.',
      },
      {
        name: 'attach-detach-reconcile-sync-period',
        meaning: 'How often attached volumes are compared with what should be.',
      },
      { name: 'flex-volume-plugin-dir', meaning: 'Where it looks for FlexVolume plugins.' },
    ],
  },
  {
    title: 'How it connects',
    flags: [
      { name: 'kubeconfig', meaning: 'Address of the API server and its own credentials.' },
      {
        name: 'authentication-kubeconfig',
        meaning: 'Used to ask the API server who is calling its own port.',
      },
      { name: 'authorization-kubeconfig', meaning: 'Used to ask whether that caller may.' },
      {
        name: 'bind-address',
        meaning: 'Where health and metrics are served, port 10257.',
        values: { '127.0.0.1': 'Health and metrics, port 10257, reachable from the node only.' },
      },
      { name: 'port', meaning: 'A port without TLS. 0 closes it; 1.24 took it away.' },
      { name: 'address', meaning: 'The local address of that port.' },
      { name: 'secure-port', meaning: 'Where health and metrics are served, with TLS.' },
      { name: 'profiling', meaning: 'Whether the profiler of Go answers.' },
      { name: 'kube-api-qps', meaning: 'Requests a second it sends to the API server.' },
      { name: 'kube-api-burst', meaning: 'The same for a short while.' },
      { name: 'tls-cipher-suites', meaning: 'Ciphers it accepts, instead of those of Go.' },
      { name: 'v', meaning: 'How much it writes to its log; more is more.' },
      { name: 'feature-gates', meaning: 'Features that are on or off against the default.' },
    ],
  },
  {
    title: 'Private keys',
    folded: true,
    flags: [
      { name: 'cluster-signing-key-file', meaning: 'Private key of the signing authority.' },
      {
        name: 'service-account-private-key-file',
        meaning: 'Private key for tokens of service accounts.',
      },
    ],
  },
];

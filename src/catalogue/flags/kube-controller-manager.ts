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

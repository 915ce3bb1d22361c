import type { FlagGroup } from './flag.ts';

/** @see https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/ */
export const kubeSchedulerFlags: readonly FlagGroup[] = [
  {
    title: 'How it decides',
    flags: [
      {
        name: 'config',
        meaning:
          'Profiles, plugins and their weights. A file of the node: its content is not in the API.',
      },
      {
        name: 'leader-elect',
        meaning: 'Whether replicas agree on one that acts.',
        values: { true: 'Of several replicas only the holder of the Lease binds pods.' },
      },
      {
        name: 'leader-elect-lease-duration',
        meaning: 'How long the Lease is valid without renewal.',
      },
      {
        name: 'pod-max-in-unschedulable-pods-duration',
        meaning: 'How long a pod that fits nowhere waits at most before it is tried again.',
      },
      { name: 'feature-gates', meaning: 'Features that are on or off against the default.' },
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
      { name: 'port', meaning: 'A port without TLS. 0 closes it; 1.24 took it away.' },
      { name: 'address', meaning: 'The local address of that port.' },
      { name: 'secure-port', meaning: 'Where health and metrics are served, with TLS.' },
      { name: 'profiling', meaning: 'Whether the profiler of Go answers.' },
      { name: 'kube-api-qps', meaning: 'Requests a second it sends to the API server.' },
      { name: 'kube-api-burst', meaning: 'The same for a short while.' },
      { name: 'tls-cipher-suites', meaning: 'Ciphers it accepts, instead of those of Go.' },
      { name: 'v', meaning: 'How much it writes to its log; more is more.' },
      {
        name: 'bind-address',
        meaning: 'Where health and metrics are served, port 10259.',
        values: { '127.0.0.1': 'Health and metrics, port 10259, reachable from the node only.' },
      },
    ],
  },
];

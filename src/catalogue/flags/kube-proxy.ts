import type { FlagGroup } from './flag.ts';

/**
 * Where a file is given with `--config`, its settings hold and most flags beside it are ignored.
 *
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/kube-proxy/
 */
export const kubeProxyFlags: readonly FlagGroup[] = [
  {
    title: 'How it is set up',
    flags: [
      {
        name: 'config',
        meaning:
          'The file with its settings, from a ConfigMap. Most flags beside it are then ignored.',
      },
      {
        name: 'hostname-override',
        meaning: 'The name of its node; `$(NODE_NAME)` comes from `spec.nodeName` of the pod.',
      },
      { name: 'kubeconfig', meaning: 'Address of the API server and its own credentials.' },
      { name: 'master', meaning: 'Address of the API server.' },
      { name: 'feature-gates', meaning: 'Features that are on or off against the default.' },
      { name: 'v', meaning: 'How much it writes to its log; more is more.' },
    ],
  },
  {
    title: 'How it forwards',
    flags: [
      { name: 'proxy-mode', meaning: 'How Services reach the kernel.' },
      {
        name: 'cluster-cidr',
        meaning: 'The range of pod addresses. Traffic from outside it is masqueraded.',
      },
      {
        name: 'detect-local-mode',
        meaning: 'How it knows that traffic comes from a pod of its own node.',
      },
      {
        name: 'masquerade-all',
        meaning: 'Whether all traffic to Services gets the address of the node.',
      },
      { name: 'iptables-sync-period', meaning: 'How often rules are written at the latest.' },
      { name: 'iptables-min-sync-period', meaning: 'How often rules are written at most.' },
      { name: 'ipvs-scheduler', meaning: 'How IPVS chooses an endpoint.' },
      { name: 'ipvs-strict-arp', meaning: 'The node answers ARP for its own addresses only.' },
      { name: 'nodeport-addresses', meaning: 'On which addresses of a node NodePorts open.' },
      { name: 'conntrack-max-per-core', meaning: 'Connections the kernel may track, per CPU.' },
      { name: 'conntrack-min', meaning: 'At least so many, however few CPUs there are.' },
      {
        name: 'conntrack-tcp-timeout-established',
        meaning: 'When the kernel forgets a silent connection.',
      },
      { name: 'config-sync-period', meaning: 'How often it reads everything anew.' },
    ],
  },
  {
    title: 'Where it tells how it is',
    flags: [
      { name: 'bind-address', meaning: 'The local address it listens on.' },
      { name: 'healthz-bind-address', meaning: 'Where it tells that it is well.' },
      { name: 'metrics-bind-address', meaning: 'Where metrics are served.' },
      { name: 'profiling', meaning: 'Whether the profiler of Go answers there too.' },
      { name: 'oom-score-adj', meaning: 'How late the kernel ends it when memory runs out.' },
    ],
  },
];

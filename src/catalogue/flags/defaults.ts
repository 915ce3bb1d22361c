/**
 * What a setting is when nobody sets it: a value, or values by the minor version of Kubernetes since which
 * they hold, the newest first.
 */
export type Default = string | readonly (readonly [since: number, value: string])[];

const election = {
  'leader-elect': 'true',
  'leader-elect-lease-duration': '15s',
  'leader-elect-renew-deadline': '10s',
  'leader-elect-retry-period': '2s',
  'leader-elect-resource-lock': [
    [20, 'leases'],
    [17, 'endpointsleases'],
    [0, 'endpoints'],
  ],
} as const;

/**
 * Defaults of flags. For etcd they do not depend on the version of Kubernetes; `snapshot-count`, which
 * etcd 3.6 changed, is left out.
 *
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/
 * @see https://etcd.io/docs/latest/op-guide/configuration/
 * @see https://github.com/kubernetes/kubernetes/pull/126287 (node-monitor-grace-period)
 */
const flagDefaults: Readonly<Record<string, Readonly<Record<string, Default>>>> = {
  'kube-apiserver': {
    'allow-privileged': 'false',
    'anonymous-auth': 'true',
    'audit-log-maxage': '0',
    'audit-log-maxbackup': '0',
    'audit-log-maxsize': '0',
    'audit-log-format': 'json',
    'audit-policy-file': '',
    'audit-log-path': '',
    'authorization-mode': 'AlwaysAllow',
    'bind-address': '0.0.0.0',
    'client-ca-file': '',
    'default-not-ready-toleration-seconds': '300',
    'default-unreachable-toleration-seconds': '300',
    'enable-aggregator-routing': 'false',
    'enable-bootstrap-token-auth': 'false',
    'enable-priority-and-fairness': 'true',
    'encryption-provider-config': '',
    'endpoint-reconciler-type': 'lease',
    'etcd-cafile': '',
    'etcd-certfile': '',
    'etcd-compaction-interval': '5m0s',
    'etcd-keyfile': '',
    'etcd-prefix': '/registry',
    'event-ttl': '1h0m0s',
    'goaway-chance': '0',
    'kubelet-preferred-address-types': 'Hostname,InternalDNS,InternalIP,ExternalDNS,ExternalIP',
    'kubelet-timeout': '5s',
    'max-mutating-requests-inflight': '200',
    'max-requests-inflight': '400',
    'min-request-timeout': '1800',
    'oidc-username-claim': 'sub',
    profiling: 'true',
    'request-timeout': '1m0s',
    'requestheader-client-ca-file': '',
    'secure-port': '6443',
    'service-account-extend-token-expiration': 'true',
    'service-account-lookup': 'true',
    'service-cluster-ip-range': '10.0.0.0/24',
    'service-node-port-range': '30000-32767',
    'shutdown-delay-duration': '0s',
    'storage-backend': 'etcd3',
    'storage-media-type': 'application/vnd.kubernetes.protobuf',
    'tls-cipher-suites': '',
    'watch-cache': 'true',
  },
  'kube-controller-manager': {
    ...election,
    'allocate-node-cidrs': 'false',
    'attach-detach-reconcile-sync-period': '1m0s',
    'bind-address': '0.0.0.0',
    'cluster-cidr': '',
    'cluster-name': 'kubernetes',
    'cluster-signing-duration': '8760h0m0s',
    'concurrent-deployment-syncs': '5',
    'concurrent-gc-syncs': '20',
    'concurrent-namespace-syncs': '10',
    'concurrent-replicaset-syncs': '5',
    'configure-cloud-routes': 'true',
    controllers: '*',
    'enable-hostpath-provisioner': 'false',
    'horizontal-pod-autoscaler-downscale-stabilization': '5m0s',
    'horizontal-pod-autoscaler-sync-period': '15s',
    'horizontal-pod-autoscaler-tolerance': '0.1',
    'kube-api-burst': '30',
    'kube-api-qps': '20',
    'large-cluster-size-threshold': '50',
    'node-cidr-mask-size': '24',
    'node-cidr-mask-size-ipv4': '24',
    'node-cidr-mask-size-ipv6': '64',
    'node-eviction-rate': '0.1',
    'node-monitor-grace-period': [
      [32, '50s'],
      [0, '40s'],
    ],
    'node-monitor-period': '5s',
    profiling: 'true',
    'pvclaimbinder-sync-period': '15s',
    'root-ca-file': '',
    'secondary-node-eviction-rate': '0.01',
    'secure-port': '10257',
    'terminated-pod-gc-threshold': '12500',
    'tls-cipher-suites': '',
    'unhealthy-zone-threshold': '0.55',
    'use-service-account-credentials': 'false',
  },
  'kube-scheduler': {
    ...election,
    'bind-address': '0.0.0.0',
    'kube-api-burst': '100',
    'kube-api-qps': '50',
    'pod-max-in-unschedulable-pods-duration': '5m0s',
    profiling: 'true',
    'secure-port': '10259',
    'tls-cipher-suites': '',
  },
  'kube-proxy': {
    'bind-address': '0.0.0.0',
    'config-sync-period': '15m0s',
    'conntrack-max-per-core': '32768',
    'conntrack-min': '131072',
    'conntrack-tcp-timeout-established': '24h0m0s',
    'healthz-bind-address': '0.0.0.0:10256',
    'hostname-override': '',
    'ipvs-strict-arp': 'false',
    'iptables-min-sync-period': '1s',
    'iptables-sync-period': '30s',
    'masquerade-all': 'false',
    'metrics-bind-address': '127.0.0.1:10249',
    'oom-score-adj': '-999',
    profiling: 'false',
    'proxy-mode': 'iptables',
    v: '0',
  },
  etcd: {
    'auto-compaction-mode': 'periodic',
    'auto-compaction-retention': '0',
    'auto-tls': 'false',
    'cert-file': '',
    'cipher-suites': '',
    'client-cert-auth': 'false',
    'election-timeout': '1000',
    'heartbeat-interval': '100',
    'initial-cluster-state': 'new',
    'initial-cluster-token': 'etcd-cluster',
    'listen-client-urls': 'http://localhost:2379',
    'listen-metrics-urls': '',
    'listen-peer-urls': 'http://localhost:2380',
    'max-request-bytes': '1572864',
    'max-snapshots': '5',
    'max-wals': '5',
    metrics: 'basic',
    name: 'default',
    'peer-auto-tls': 'false',
    'peer-cert-file': '',
    'peer-client-cert-auth': 'false',
    'peer-trusted-ca-file': '',
    'proxy-refresh-interval': '30000',
    'quota-backend-bytes': '0',
    'strict-reconfig-check': 'true',
    'trusted-ca-file': '',
  },
};

/** The default for a version; undefined when it is not known, or depends on a version that is not. */
export function valueFor(standard: Default, minor: number | undefined): string | undefined {
  if (typeof standard === 'string') return standard;
  if (minor === undefined) return undefined;
  return standard.find(([since]) => minor >= since)?.[1];
}

/** The default of a flag of a component for a version of Kubernetes, if the catalogue knows it. */
export function defaultOfFlag(
  component: string,
  flag: string,
  minor: number | undefined,
): string | undefined {
  const flags = Object.hasOwn(flagDefaults, component) ? flagDefaults[component] : undefined;
  const standard = flags !== undefined && Object.hasOwn(flags, flag) ? flags[flag] : undefined;
  return standard === undefined ? undefined : valueFor(standard, minor);
}

/**
 * Whether a value departs from a default, as a sentence; undefined when no default is known. A flag
 * without a value is `true`.
 */
export function departure(value: string, standard: string | undefined): string | undefined {
  if (standard === undefined) return undefined;
  const given = value.replace(/^(["'])(.*)\1$/, '$2') || (standard === '' ? '' : 'true');
  if (given === standard || isSameTime(given, standard)) return 'That is the default.';
  return standard === '' ? 'By default it is not set.' : `The default is \`${standard}\`.`;
}

/** `120s` and `2m0s` are the same time. */
function isSameTime(a: string, b: string): boolean {
  const [first, second] = [secondsOf(a), secondsOf(b)];
  return first !== undefined && first === second;
}

function secondsOf(duration: string): number | undefined {
  const match = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(duration);
  if (match === null || duration === '') return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return hours * 3600 + minutes * 60 + seconds;
}

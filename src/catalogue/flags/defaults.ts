/**
 * What a setting is when nobody sets it: a value, or values by the minor version of Kubernetes since which
 * they hold, the newest first.
 */
export type Default = string | readonly (readonly [since: number, value: string])[];

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
    'authorization-mode': 'AlwaysAllow',
    'bind-address': '0.0.0.0',
    'enable-aggregator-routing': 'false',
    'enable-bootstrap-token-auth': 'false',
    'etcd-prefix': '/registry',
    'kubelet-preferred-address-types': 'Hostname,InternalDNS,InternalIP,ExternalDNS,ExternalIP',
    'max-requests-inflight': '400',
    profiling: 'true',
    'secure-port': '6443',
    'service-node-port-range': '30000-32767',
  },
  'kube-controller-manager': {
    'allocate-node-cidrs': 'false',
    'bind-address': '0.0.0.0',
    'cluster-name': 'kubernetes',
    'cluster-signing-duration': '8760h0m0s',
    controllers: '*',
    'leader-elect': 'true',
    'node-cidr-mask-size': '24',
    'node-monitor-grace-period': [
      [32, '50s'],
      [0, '40s'],
    ],
    'node-monitor-period': '5s',
    profiling: 'true',
    'use-service-account-credentials': 'false',
  },
  'kube-scheduler': { 'bind-address': '0.0.0.0', 'leader-elect': 'true', profiling: 'true' },
  etcd: {
    'client-cert-auth': 'false',
    'initial-cluster-state': 'new',
    'listen-client-urls': 'http://localhost:2379',
    'listen-peer-urls': 'http://localhost:2380',
    name: 'default',
    'peer-client-cert-auth': 'false',
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
  if (given === standard) return 'That is the default.';
  return standard === '' ? 'By default it is not set.' : `The default is \`${standard}\`.`;
}

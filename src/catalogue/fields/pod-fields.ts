/**
 * Fields of a Pod and of its containers, in the order in which a reader asks: how it is watched, what it may
 * use, what it may do, where it may run.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
 */
import { byValue, fieldAt, itemsOf, type KeyField, withValue } from './key-field.ts';
import { probeFields } from './probe-fields.ts';

/** Of a container, `spec.containers[name=web]`. */
export const containerFields: readonly KeyField[] = [
  ...probeFields,
  withValue('resources.limits.memory', 'Killed when it takes more memory than {}.'),
  withValue('resources.limits.cpu', 'Slowed down when it wants more CPU time than {}.'),
  byValue('securityContext.privileged', {
    true: 'May do on its node whatever root may.',
  }),
  byValue('securityContext.allowPrivilegeEscalation', {
    false: 'No process in it can gain more rights than its parent.',
  }),
  byValue('securityContext.readOnlyRootFilesystem', {
    true: 'Writes to mounted volumes only.',
  }),
  {
    path: 'securityContext.capabilities.add',
    says: (value) => listed(value, 'Rights of root that the process keeps besides the usual.'),
  },
  {
    path: 'securityContext.capabilities.drop',
    says: (value) => listed(value, 'Rights of root that the process does without.'),
  },
  {
    path: 'lifecycle.preStop',
    says: (value) =>
      value === undefined
        ? undefined
        : {
            value: '',
            says: 'Runs before the container is asked to end; it counts into the grace period.',
          },
  },
];

/** Of a Pod's spec, or of the template's. */
export const podFields: readonly KeyField[] = [
  byValue('restartPolicy', {
    Never: 'A container that ended is not started again.',
    OnFailure: 'A container is started again when it fails, not when it is done.',
  }),
  {
    path: 'terminationGracePeriodSeconds',
    says: (value) =>
      typeof value !== 'number' || value === 30
        ? undefined
        : `Has ${value} s to end by itself, then it is killed; 30 s are usual.`,
  },
  byValue('hostNetwork', {
    true: 'Shares the network of its node: its ports are the node’s, and it reaches what the node reaches.',
  }),
  byValue('hostPID', { true: 'Sees every process of its node.' }),
  byValue('hostIPC', { true: 'Shares memory with processes of its node.' }),
  byValue('shareProcessNamespace', { true: 'Its containers see each other’s processes.' }),
  byValue('hostUsers', { false: 'Root inside is no root on the node.' }),
  byValue('securityContext.runAsNonRoot', { true: 'Refuses to start as root.' }),
  byValue('securityContext.seccompProfile.type', {
    RuntimeDefault: 'Only the system calls that the container runtime lets through by default.',
    Unconfined: 'Every system call.',
  }),
  byValue('automountServiceAccountToken', {
    false: 'Gets no token for the API server.',
  }),
  byValue('dnsPolicy', {
    Default: 'Asks the name servers of its node, not the cluster’s.',
    None: 'Asks only the name servers that `dnsConfig` names.',
    ClusterFirstWithHostNet: 'Asks the cluster’s name server, though it is on the node’s network.',
  }),
  withValue('priorityClassName', 'Goes before Pods of a lower class than {} when room is short.'),
  withValue('runtimeClassName', 'Runs in the runtime that {} names.'),
  {
    path: 'nodeSelector',
    says: (value) => {
      const labels = pairsOf(value);
      // Every node of a mixed cluster has its system as a label; that says little.
      if (labels === '' || labels === 'kubernetes.io/os=linux') return undefined;
      return { value: labels, says: 'Runs only on nodes with these labels.' };
    },
  },
  {
    path: 'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution',
    says: (value) =>
      value === undefined ? undefined : { value: '', says: 'Runs only on nodes that match.' },
  },
  {
    path: 'affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution',
    says: (value) => apart(value, 'Never two on one'),
  },
  {
    path: 'affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution',
    says: (value) => apart(value, 'Rather not two on one'),
  },
  {
    path: 'topologySpreadConstraints',
    says: (value) => {
      const keys = itemsOf(value).map((item) => String(fieldAt(item, 'topologyKey')));
      return keys.length === 0
        ? undefined
        : {
            value: keys.join(', '),
            says: 'Spread evenly over the values of these labels of nodes.',
          };
    },
  },
  {
    path: 'tolerations',
    says: (value) => {
      const told = itemsOf(value).flatMap(tolerationText);
      return told.length === 0
        ? undefined
        : { value: told.join(', '), says: 'May run on nodes with these taints.' };
    },
  },
];

function listed(value: unknown, says: string) {
  const items = itemsOf(value).map(String);
  return items.length === 0 ? undefined : { value: items.join(', '), says };
}

function pairsOf(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([key, text]) => `${key}=${text}`)
        .join(', ')
    : '';
}

/** Rules of both forms: the preferred ones have a weight around them. */
function apart(value: unknown, says: string) {
  const keys = itemsOf(value).map((item) =>
    String(fieldAt(item, 'topologyKey') ?? fieldAt(item, 'podAffinityTerm.topologyKey')),
  );
  const distinct = [...new Set(keys)];
  if (distinct.length === 0) return undefined;
  const places = distinct.map((key) => (key === 'kubernetes.io/hostname' ? 'node' : `\`${key}\``));
  return { value: '', says: `${says} ${places.join(' or ')}.` };
}

/** What the API server adds to every Pod says nothing of this one. */
const added = new Set(['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']);

function tolerationText(toleration: unknown): readonly string[] {
  const key = fieldAt(toleration, 'key');
  const seconds = fieldAt(toleration, 'tolerationSeconds');
  if (typeof key === 'string' && added.has(key) && seconds !== undefined) return [];
  const value = fieldAt(toleration, 'value');
  const effect = fieldAt(toleration, 'effect');
  if (key === undefined) return ['every taint'];
  return [
    `${key}${value === undefined ? '' : `=${value}`}${effect === undefined ? '' : `:${effect}`}`,
  ];
}

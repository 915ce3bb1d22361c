import { type Fields, isFields } from '#snapshot/fields.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { grantsOf, type RoleLookup, uncovered } from './grants.ts';

/** Why a difference ranks first. */
export type ConcernKind =
  /** More rights. */
  | 'rbac'
  /** Containers that may do more to their node. */
  | 'privileged'
  /** Reachable from more places. */
  | 'exposed'
  /** Less is kept out: a policy is missing, or lets more in. */
  | 'unguarded';

/** What ranks first, in order. */
export const concernKinds = [
  'rbac',
  'privileged',
  'exposed',
  'unguarded',
] as const satisfies readonly ConcernKind[];

/** A difference that ranks first, and the side that has more of it. */
export interface Concern {
  readonly what: ConcernKind;
  readonly side: 'before' | 'after';
}

/** The rules of roles, on each side. */
export interface Roles {
  readonly before: RoleLookup;
  readonly after: RoleLookup;
}

/** Why the difference between two objects ranks first; one side may lack the object. */
export function concernsOf(
  before: KubeObject | undefined,
  after: KubeObject | undefined,
  roles: Roles,
): readonly Concern[] {
  const object = after ?? before;
  if (object === undefined) return [];
  return [
    ...rbacConcerns(before, after, roles),
    ...moreOf('privileged', privilegesOf(before), privilegesOf(after)),
    ...moreOf('exposed', openingsOf(before), openingsOf(after)),
    ...moreOf('unguarded', guardsOf(after), guardsOf(before)),
  ];
}

function moreOf(
  what: ConcernKind,
  before: readonly string[],
  after: readonly string[],
): readonly Concern[] {
  const [left, right] = [new Set(before), new Set(after)];
  return [
    ...(after.some((each) => !left.has(each)) ? [{ what, side: 'after' } as const] : []),
    ...(before.some((each) => !right.has(each)) ? [{ what, side: 'before' } as const] : []),
  ];
}

function rbacConcerns(
  before: KubeObject | undefined,
  after: KubeObject | undefined,
  roles: Roles,
): readonly Concern[] {
  const kind = (after ?? before)?.kind ?? '';
  // A role that nobody is bound to grants nothing; the binding that one side lacks is told.
  const one = before === undefined || after === undefined;
  if (one && /^(Cluster)?Role$/.test(kind)) return [];
  const [left, right] = [grantsOf(before, roles.before), grantsOf(after, roles.after)];
  return [
    ...(uncovered(right, left) ? [{ what: 'rbac', side: 'after' } as const] : []),
    ...(uncovered(left, right) ? [{ what: 'rbac', side: 'before' } as const] : []),
  ];
}

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});
const listOf = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.filter(isFields) : [];

/** The `spec` of the Pods that an object is or makes. */
function podSpecOf(object: KubeObject | undefined): Fields {
  const spec = fieldsOf(object?.['spec']);
  if (object?.kind === 'Pod') return spec;
  const { template } =
    object?.kind === 'CronJob' ? fieldsOf(fieldsOf(spec['jobTemplate'])['spec']) : spec;
  return fieldsOf(fieldsOf(template)['spec']);
}

const hostShares = ['hostNetwork', 'hostPID', 'hostIPC'];

function privilegesOf(object: KubeObject | undefined): readonly string[] {
  const spec = podSpecOf(object);
  const containers = [...listOf(spec['containers']), ...listOf(spec['initContainers'])];
  return [
    ...hostShares.filter((field) => spec[field] === true),
    ...containers.flatMap(({ name, securityContext }) => {
      const { privileged, capabilities } = fieldsOf(securityContext);
      const { add } = fieldsOf(capabilities);
      return [
        ...(privileged === true ? [`${name} privileged`] : []),
        ...(Array.isArray(add) ? add.map((capability) => `${name} ${capability}`) : []),
      ];
    }),
  ];
}

const entrances: ReadonlySet<string> = new Set(['Ingress', 'Gateway', 'HTTPRoute', 'Route']);

/** From where an object can be reached besides from inside its cluster. */
function openingsOf(object: KubeObject | undefined): readonly string[] {
  if (object === undefined) return [];
  if (entrances.has(object.kind)) return [object.kind];
  if (object.kind !== 'Service') return [];
  const { type, externalIPs } = fieldsOf(object['spec']);
  // A load balancer has a port on every node, too.
  const reach = { NodePort: ['nodes'], LoadBalancer: ['nodes', 'outside'] };
  return [
    ...(type === 'NodePort' || type === 'LoadBalancer' ? reach[type] : []),
    ...(Array.isArray(externalIPs) && externalIPs.length > 0 ? ['outside'] : []),
  ];
}

const levels = ['baseline', 'restricted'];
const policies: ReadonlySet<string> = new Set([
  'NetworkPolicy',
  'GlobalNetworkPolicy',
  'CiliumNetworkPolicy',
  'CiliumClusterwideNetworkPolicy',
  'ValidatingAdmissionPolicy',
  'PodSecurityPolicy',
]);

/** What an object keeps out. */
function guardsOf(object: KubeObject | undefined): readonly string[] {
  if (object === undefined) return [];
  if (policies.has(object.kind)) return [object.kind];
  if (object.kind === 'Namespace') {
    const level = object.metadata.labels?.['pod-security.kubernetes.io/enforce'] ?? '';
    return levels.slice(0, levels.indexOf(level) + 1);
  }
  if (object.kind === 'ValidatingWebhookConfiguration') {
    return listOf(object['webhooks']).flatMap(({ name, failurePolicy }) => [
      `${name}`,
      ...(failurePolicy === 'Ignore' ? [] : [`${name} or nothing`]),
    ]);
  }
  if (object.kind === 'ValidatingAdmissionPolicyBinding') {
    const { validationActions } = fieldsOf(object['spec']);
    return Array.isArray(validationActions) && validationActions.includes('Deny') ? ['Deny'] : [];
  }
  return [];
}

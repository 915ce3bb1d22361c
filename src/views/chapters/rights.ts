import { PolicyRule } from '#kinds/parts/policy-rule.ts';
import { BindingFields } from '#kinds/parts/role-binding.ts';
import { type Infer, list, part, readObject } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import { oncePerModel } from '#model/per-model.ts';
import { groupsOfAccounts } from '#views/group-bindings.ts';
import { all, type Cluster } from './cluster.ts';

const RoleFields = part({ rules: list(PolicyRule) });
type Subject = Infer<typeof BindingFields>['subjects'][number];

/** A role given to somebody. */
export interface Grant {
  readonly binding: Entry;
  /** Absent when the role is not in the snapshot. */
  readonly role: Entry | undefined;
  readonly roleName: string;
  readonly subject: Subject;
  /** The only namespace it holds in; absent for the whole cluster. */
  readonly namespace?: string | undefined;
}

const bindingKinds = ['ClusterRoleBinding', 'RoleBinding'] as const;

/** Every role that is given to anybody: one entry for each subject of each binding. */
export function grantsOf(cluster: Pick<Cluster, 'model'>): readonly Grant[] {
  return grantsIn(cluster.model);
}

const grantsIn = oncePerModel((model) =>
  bindingKinds.flatMap((kind) =>
    all({ model }, `${kind}.rbac.authorization.k8s.io`).flatMap((binding) => {
      const { subjects, roleRef } = readObject(BindingFields, binding.object);
      const edge = model.edgesFrom(binding.id).find(({ relation }) => relation === 'grants');
      const role = edge && model.get(edge.to);
      const { namespace } = binding.object.metadata;
      return subjects.map(
        (subject): Grant => ({ binding, role, roleName: roleRef?.name ?? '', subject, namespace }),
      );
    }),
  ),
);

/** The rules of a role, in its own order. */
export function rulesOf(role: Entry | undefined): readonly PolicyRule[] {
  return role === undefined ? [] : readObject(RoleFields, role.object).rules;
}

/** Whether a role allows every verb on every resource. */
export function isEverything(role: Entry | undefined): boolean {
  return rulesOf(role).some(({ verbs, resources, apiGroups }) =>
    [verbs, resources, apiGroups].every((values) => values.includes('*')),
  );
}

/** What a ServiceAccount is given, itself and as a member of the groups of all accounts. */
export function grantsOfAccount(
  cluster: Cluster,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): readonly Grant[] {
  const groups = ['system:authenticated', ...groupsOfAccounts(namespace)];
  return grantsOf(cluster).filter(({ subject }) =>
    subject.kind === 'ServiceAccount'
      ? subject.name === name && subject.namespace === namespace
      : subject.kind === 'Group' && groups.includes(subject.name ?? ''),
  );
}

/**
 * Rights that let their holder take others, or read what is secret.
 *
 * @see https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks
 */
const powers: readonly (readonly [words: string, holds: (rule: PolicyRule) => boolean])[] = [
  ['everything', (rule) => may(rule, '*', '*', '*')],
  [
    'read every Secret',
    (rule) => isOpen(rule) && mayAny(rule, ['get', 'list', 'watch'], '', 'secrets'),
  ],
  ['make pods', (rule) => mayAny(rule, ['create'], '', 'pods')],
  ['run commands in pods', (rule) => mayAny(rule, ['create', 'get'], '', 'pods/exec')],
  ['act as somebody else', (rule) => rule.verbs.includes('impersonate')],
  [
    'give rights it does not have',
    (rule) => rule.verbs.some((verb) => verb === 'escalate' || verb === 'bind'),
  ],
  ['make tokens of accounts', (rule) => mayAny(rule, ['create'], '', 'serviceaccounts/token')],
  [
    'change what webhooks are asked',
    (rule) =>
      isWriting(rule, 'admissionregistration.k8s.io', 'validatingwebhookconfigurations') ||
      isWriting(rule, 'admissionregistration.k8s.io', 'mutatingwebhookconfigurations'),
  ],
  ['change nodes', (rule) => isWriting(rule, '', 'nodes')],
];

/** The powers among some rules, in words; only `everything` where they allow that. */
export function powersOf(rules: readonly PolicyRule[]): readonly string[] {
  const found = powers.filter(([, holds]) => rules.some(holds)).map(([words]) => words);
  return found[0] === 'everything' ? ['everything'] : found;
}

function may(
  { verbs, apiGroups, resources }: PolicyRule,
  verb: string,
  group: string,
  resource: string,
): boolean {
  return verbs.includes(verb) && apiGroups.includes(group) && resources.includes(resource);
}

function mayAny(
  rule: PolicyRule,
  verbs: readonly string[],
  group: string,
  resource: string,
): boolean {
  const { apiGroups, resources } = rule;
  const isThere =
    (apiGroups.includes('*') || apiGroups.includes(group)) &&
    (resources.includes('*') || resources.includes(resource));
  return isThere && (rule.verbs.includes('*') || verbs.some((verb) => rule.verbs.includes(verb)));
}

function isWriting(rule: PolicyRule, group: string, resource: string): boolean {
  return mayAny(rule, ['create', 'update', 'patch'], group, resource);
}

function isOpen({ resourceNames }: PolicyRule): boolean {
  return resourceNames.length === 0;
}

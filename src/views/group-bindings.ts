import { list, part, text } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import { oncePerModel, question } from '#model/per-model.ts';

const Subjects = part({ subjects: list(part({ kind: text, name: text })) });

const bindingKinds = ['ClusterRoleBinding', 'RoleBinding'] as const;

const bindingsByGroup = oncePerModel((model) => {
  const byGroup = new Map<string, Entry[]>();
  for (const kind of bindingKinds) {
    for (const binding of model.ofKind({ group: 'rbac.authorization.k8s.io', kind })) {
      for (const subject of Subjects.read(binding.object)?.subjects ?? []) {
        if (subject.kind !== 'Group' || subject.name === undefined) continue;
        byGroup.set(subject.name, [...(byGroup.get(subject.name) ?? []), binding]);
      }
    }
  }
  return byGroup;
});

/** Bindings that give rights to a group, which is a name and no object. */
export const bindingsOfGroup = question(
  'bindingsOfGroup',
  (model, group): readonly Entry[] => bindingsByGroup(model).get(group) ?? [],
);

/**
 * The groups that every ServiceAccount of a namespace is in, besides `system:authenticated`.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/authentication/#service-account-tokens
 */
export function groupsOfAccounts(namespace: string): readonly string[] {
  return [`system:serviceaccounts:${namespace}`, 'system:serviceaccounts'];
}

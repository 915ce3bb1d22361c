import { list, part, text } from '#kinds/parts/schema.ts';
import type { Entry, Model } from '#model/model.ts';

const Subjects = part({ subjects: list(part({ kind: text, name: text })) });

const bindingKinds = ['ClusterRoleBinding', 'RoleBinding'] as const;
const byModel = new WeakMap<Model, ReadonlyMap<string, readonly Entry[]>>();

function collect(model: Model): ReadonlyMap<string, readonly Entry[]> {
  const byGroup = new Map<string, Entry[]>();
  for (const kind of bindingKinds) {
    for (const binding of model.ofKind({ group: 'rbac.authorization.k8s.io', kind })) {
      for (const subject of Subjects.read(binding.object)?.subjects ?? []) {
        if (subject.kind !== 'Group' || subject.name === undefined) continue;
        byGroup.set(subject.name, [...(byGroup.get(subject.name) ?? []), binding]);
      }
    }
  }
  byModel.set(model, byGroup);
  return byGroup;
}

/** Bindings that give rights to a group, which is a name and no object. */
export function bindingsOfGroup(model: Model, group: string): readonly Entry[] {
  return (byModel.get(model) ?? collect(model)).get(group) ?? [];
}

/**
 * The groups that every ServiceAccount of a namespace is in, besides `system:authenticated`.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/authentication/#service-account-tokens
 */
export function groupsOfAccounts(namespace: string): readonly string[] {
  return [`system:serviceaccounts:${namespace}`, 'system:serviceaccounts'];
}

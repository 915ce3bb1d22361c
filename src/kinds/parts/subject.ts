import type { Reference } from '#kinds/reference.ts';
import type { ObjectMeta } from '#snapshot/kube-object.ts';
import { refer } from './refer.ts';
import { type Infer, list, part, text } from './schema.ts';
import { userReference } from './user-reference.ts';

/** `subjects` of a RoleBinding or a ClusterRoleBinding. */
export const subjects = list(part({ kind: text, name: text, namespace: text }));
export type Subjects = Infer<typeof subjects>;

/** Names of the subjects of a kind, in their order; ServiceAccounts as `namespace/name`. */
export function subjectNames(
  all: Subjects,
  wanted: 'User' | 'Group' | 'ServiceAccount',
): readonly string[] {
  return all
    .filter(({ kind }) => kind === wanted)
    .map(({ namespace = '', name = '' }) =>
      wanted === 'ServiceAccount' ? `${namespace}/${name}` : name,
    );
}

// The API server writes its own bindings for every built-in controller, also for those that do not run
// here and so never made their ServiceAccount.
// https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings
function isDefaultBinding({ labels = {} }: ObjectMeta): boolean {
  return labels['kubernetes.io/bootstrapping'] === 'rbac-defaults';
}

/**
 * Edges to the ServiceAccounts among the subjects, also where they are named as users. Other users and
 * groups are no objects of the API: who they are is known to whatever authenticates them.
 */
export function subjectReferences(all: Subjects, metadata: ObjectMeta): readonly Reference[] {
  const optional = isDefaultBinding(metadata);
  return all.flatMap(({ kind, name, namespace }) =>
    kind !== 'ServiceAccount'
      ? userReference('subject', kind === 'User' ? name : undefined, `subjects[name=${name}].name`)
      : refer('subject', 'ServiceAccount', {
          name,
          namespace,
          path: `subjects[name=${name}].name`,
          ...(optional && { optional }),
        }),
  );
}

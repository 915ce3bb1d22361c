/** What RoleBinding and ClusterRoleBinding share: the fields, and the columns and facts of them. */
import type { Read } from '#kinds/kind.ts';
import type { Reference } from '#kinds/reference.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import { refer } from './refer.ts';
import { type Infer, part, text } from './schema.ts';
import { type Subjects, subjectNames, subjectReferences, subjects } from './subject.ts';

/** Fields of both binding kinds. */
export const BindingFields = part({
  subjects,
  roleRef: part({ apiGroup: text, kind: text, name: text }),
});
type BindingFields = Infer<typeof BindingFields>;

/** ROLE: kind and name of the role. */
export function roleCell({ roleRef }: BindingFields): string {
  return `${roleRef?.kind ?? ''}/${roleRef?.name ?? ''}`;
}

const join = (wanted: Parameters<typeof subjectNames>[1]) => (binding: { subjects: Subjects }) =>
  subjectNames(binding.subjects, wanted).join(', ');

/** USERS, GROUPS, SERVICEACCOUNTS: the subjects of each kind. */
export const subjectColumns = {
  Users: join('User'),
  Groups: join('Group'),
  ServiceAccounts: join('ServiceAccount'),
};

const list = (wanted: Parameters<typeof subjectNames>[1]) => (binding: { subjects: Subjects }) =>
  subjectNames(binding.subjects, wanted);

/** Who gets the role, a line each. */
export const subjectFacts = {
  Users: list('User'),
  Groups: list('Group'),
  ServiceAccounts: list('ServiceAccount'),
};

/**
 * The role, then the ServiceAccounts it is given to.
 *
 * @param namespace Where a Role is looked up; a ClusterRole has no namespace.
 */
export function bindingReferences(
  { roleRef, subjects, metadata }: Read<BindingFields>,
  namespace: string | undefined,
): readonly Reference[] {
  const { kind = '', apiGroup = 'rbac.authorization.k8s.io', name } = roleRef ?? {};
  return [
    ...refer('grants', groupKindKey({ group: apiGroup, kind }), {
      name,
      namespace: kind === 'Role' ? namespace : undefined,
      path: 'roleRef.name',
    }),
    ...subjectReferences(subjects, metadata),
  ];
}

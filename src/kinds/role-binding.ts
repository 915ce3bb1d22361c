import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import {
  BindingFields,
  bindingReferences,
  roleCell,
  subjectColumns,
  subjectFacts,
} from './parts/role-binding.ts';

export const roleBinding = defineKind({
  group: 'rbac.authorization.k8s.io',
  kind: 'RoleBinding',
  plural: 'rolebindings',
  namespaced: true,
  category: 'access',
  glyph: 'rolebinding',
  role: 'Gives the rights of a Role or ClusterRole to users, groups and ServiceAccounts, within its namespace only.',
  breaks:
    'Its subjects lose these rights in this namespace at once; pods that need them start to fail with "forbidden".',
  schema: BindingFields,
  columns: { Name: nameCell, Role: roleCell, Age: ageCell },
  wide: subjectColumns,
  facts: {
    ...subjectFacts,
    Where: ({ metadata: { namespace } }) => namespace && `namespace ${namespace}`,
  },
  references: (binding) => bindingReferences(binding, binding.metadata.namespace),
});

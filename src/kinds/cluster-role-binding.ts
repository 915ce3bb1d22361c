import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import {
  BindingFields,
  bindingReferences,
  roleCell,
  subjectColumns,
  subjectFacts,
} from './parts/role-binding.ts';

export const clusterRoleBinding = defineKind({
  group: 'rbac.authorization.k8s.io',
  kind: 'ClusterRoleBinding',
  plural: 'clusterrolebindings',
  namespaced: false,
  category: 'access',
  glyph: 'rolebinding',
  role: 'Gives the rights of a ClusterRole to users, groups and ServiceAccounts, in every namespace and for cluster-scoped objects.',
  breaks:
    'Its subjects lose these rights everywhere at once; controllers that need them stop doing their work.',
  schema: BindingFields,
  columns: { Name: nameCell, Role: roleCell, Age: ageCell },
  wide: subjectColumns,
  facts: {
    ...subjectFacts,
    Where: () => 'the whole cluster',
  },
  references: (binding) => bindingReferences(binding, undefined),
});

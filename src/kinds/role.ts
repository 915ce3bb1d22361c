import { defineKind } from './kind.ts';
import { nameCell } from './parts/columns.ts';
import { createdCell } from './parts/created-cell.ts';
import { namedRights } from './parts/named-rights.ts';
import { PolicyRule, ruleLine } from './parts/policy-rule.ts';
import { list, part } from './parts/schema.ts';

export const role = defineKind({
  group: 'rbac.authorization.k8s.io',
  kind: 'Role',
  plural: 'roles',
  namespaced: true,
  category: 'access',
  glyph: 'role',
  role: 'A set of rights within one namespace. It gives nothing until a RoleBinding names it.',
  breaks: 'Everyone who has it through a RoleBinding loses these rights at once.',
  schema: part({ rules: list(PolicyRule) }),
  columns: { Name: nameCell, 'Created At': createdCell },
  facts: {
    Allows: ({ rules }) => rules.map(ruleLine),
    Where: ({ metadata: { namespace } }) => namespace && `namespace ${namespace}`,
  },
  references: ({ metadata, rules }) => namedRights(rules, metadata.namespace),
});

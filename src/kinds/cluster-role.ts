import { defineKind } from './kind.ts';
import { nameCell } from './parts/columns.ts';
import { createdCell } from './parts/created-cell.ts';
import { formatSelector, labelSelector } from './parts/label-selector.ts';
import { namedRights } from './parts/named-rights.ts';
import { PolicyRule, ruleLine } from './parts/policy-rule.ts';
import { referBySelector } from './parts/refer.ts';
import { list, part } from './parts/schema.ts';

const aggregateTo = 'rbac.authorization.k8s.io/aggregate-to-';

export const clusterRole = defineKind({
  group: 'rbac.authorization.k8s.io',
  kind: 'ClusterRole',
  plural: 'clusterroles',
  namespaced: false,
  category: 'access',
  glyph: 'role',
  role: 'A set of rights that a ClusterRoleBinding gives everywhere and a RoleBinding in one namespace.',
  breaks:
    'Everyone who has it through a binding, in whatever namespace, loses these rights at once.',
  schema: part({
    rules: list(PolicyRule),
    aggregationRule: part({ clusterRoleSelectors: list(labelSelector) }),
  }),
  columns: { Name: nameCell, 'Created At': createdCell },
  facts: {
    Allows: ({ rules }) => rules.map(ruleLine),
    'Made of ClusterRoles with': ({ aggregationRule }) =>
      aggregationRule?.clusterRoleSelectors.map(formatSelector),
    'Part of': ({ metadata }) =>
      Object.entries(metadata.labels ?? {}).flatMap(([key, value]) =>
        key.startsWith(aggregateTo) && value === 'true' ? [key.slice(aggregateTo.length)] : [],
      ),
    'Kept by': ({ metadata }) =>
      metadata.labels?.['kubernetes.io/bootstrapping'] === 'rbac-defaults'
        ? 'the API server, which restores it at each start'
        : undefined,
  },
  references: ({ aggregationRule, rules }) => [
    ...(aggregationRule?.clusterRoleSelectors ?? []).flatMap((selector, i) =>
      referBySelector('aggregates', 'ClusterRole.rbac.authorization.k8s.io', {
        selector,
        path: `aggregationRule.clusterRoleSelectors[${i}]`,
      }),
    ),
    ...namedRights(rules),
  ],
});

import { expect, test } from 'vitest';
import { modelOf, object } from '#tests/fixtures/builders.ts';
import { bindingsOfGroup, groupsOfAccounts } from './group-bindings.ts';

const binding = (kind: 'ClusterRoleBinding' | 'RoleBinding', at: string, ...groups: string[]) =>
  object('rbac.authorization.k8s.io/v1', kind, at, {
    roleRef: { kind: 'ClusterRole', name: 'view' },
    subjects: groups.map((name) => ({ kind: 'Group', name })),
  });

test('bindings of a group are found in every namespace and outside of them', () => {
  const model = modelOf(
    binding('ClusterRoleBinding', 'all', 'devs', 'ops'),
    binding('RoleBinding', 'shop/devs', 'devs'),
    binding('RoleBinding', 'shop/none'),
  );
  const names = (group: string) =>
    bindingsOfGroup(model, group).map(({ object: { metadata } }) => metadata.name);
  expect([names('devs'), names('ops'), names('nobody')]).toEqual([['all', 'devs'], ['all'], []]);
});

test('a ServiceAccount is in the groups of its namespace and of all accounts', () => {
  expect(groupsOfAccounts('shop')).toEqual([
    'system:serviceaccounts:shop',
    'system:serviceaccounts',
  ]);
});

import { expect, test } from 'vitest';
import { roleBinding } from './role-binding.ts';

function binding(roleKind: string) {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'readers', namespace: 'shop' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: roleKind, name: 'view' },
    subjects: [
      { kind: 'ServiceAccount', name: 'bot', namespace: 'ci' },
      { kind: 'User', name: 'ana' },
      { kind: 'Group', name: 'ops' },
    ],
  };
}

const grants = (roleKind: string) => roleBinding.references(binding(roleKind))[0]?.to;

test('a Role is of the namespace of its binding, a ClusterRole of none', () => {
  const to = { by: 'name', group: 'rbac.authorization.k8s.io', name: 'view' };
  expect(grants('Role')).toEqual({ ...to, kind: 'Role', namespace: 'shop' });
  expect(grants('ClusterRole')).toEqual({ ...to, kind: 'ClusterRole', namespace: undefined });
});

test('only ServiceAccounts among the subjects are objects; users and groups are facts', () => {
  const [, ...subjects] = roleBinding.references(binding('ClusterRole'));
  expect(subjects).toEqual([
    {
      relation: 'subject',
      path: 'subjects[name=bot].name',
      to: { by: 'name', group: '', kind: 'ServiceAccount', namespace: 'ci', name: 'bot' },
      detail: undefined,
    },
  ]);
  expect(roleBinding.facts(binding('ClusterRole'), { now: 0 })).toEqual([
    { label: 'Users', value: ['ana'] },
    { label: 'Groups', value: ['ops'] },
    { label: 'ServiceAccounts', value: ['ci/bot'] },
    { label: 'Where', value: 'namespace shop' },
  ]);
});

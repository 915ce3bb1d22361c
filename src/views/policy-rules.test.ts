import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { ruleRows } from './policy-rules.ts';

const role = (rules: unknown) =>
  object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'reader', { rules });

test('a rule says what may be done to what, the core group by name', () => {
  expect(
    ruleRows(
      role([
        { verbs: ['get', 'list'], apiGroups: ['', 'apps'], resources: ['pods', 'deployments'] },
        {
          verbs: ['update'],
          apiGroups: ['coordination.k8s.io'],
          resources: ['leases'],
          resourceNames: ['lock'],
        },
        { verbs: ['get'], nonResourceURLs: ['/metrics'] },
      ]),
    ),
  ).toEqual([
    {
      verbs: 'get, list',
      targets: ['pods', 'deployments'],
      groups: 'core, apps',
      names: [],
      path: 'rules[0]',
      isEverything: false,
    },
    {
      verbs: 'update',
      targets: ['leases'],
      groups: 'coordination.k8s.io',
      names: ['lock'],
      path: 'rules[1]',
      isEverything: false,
    },
    {
      verbs: 'get',
      targets: ['/metrics'],
      groups: '',
      names: [],
      path: 'rules[2]',
      isEverything: false,
    },
  ]);
});

test('a star is every one of them, three are everything', () => {
  const [rule] = ruleRows(role([{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }]));
  expect(rule).toMatchObject({
    verbs: 'every verb',
    targets: ['every resource'],
    groups: 'every group',
    isEverything: true,
  });
});

test('rules of anything else are not those of RBAC', () => {
  expect(
    ruleRows(object('example.com/v1', 'Role', 'shop/a', { rules: [{ verbs: ['get'] }] })),
  ).toEqual([]);
  expect(ruleRows(role('none'))).toEqual([]);
});

import { expect, test } from 'vitest';
import { object, snapshotOf } from '#tests/fixtures/builders.ts';
import { deployment, template } from '#tests/fixtures/differences.ts';
import { diffSnapshots } from './diff-snapshots.ts';

test('wider rights, privileges, exposure and missing policies rank first, and on which side', () => {
  const role = (verbs: string[]) =>
    object('rbac.authorization.k8s.io/v1', 'Role', 'shop/r', {
      rules: [{ apiGroups: [''], resources: ['pods'], verbs }],
    });
  const service = (type: string) => object('v1', 'Service', 'shop/web', { spec: { type } });
  const policy = object('networking.k8s.io/v1', 'NetworkPolicy', 'shop/deny', { spec: {} });
  const agent = (privileged: boolean) =>
    deployment('shop/agent', template({ securityContext: { privileged } }));
  const { changes, headline } = diffSnapshots(
    snapshotOf(
      role(['get']),
      service('ClusterIP'),
      policy,
      agent(false),
      deployment('shop/a', { replicas: 1 }),
    ),
    snapshotOf(
      role(['*']),
      service('LoadBalancer'),
      agent(true),
      deployment('shop/a', { replicas: 2 }),
    ),
  );
  expect(
    changes.map(({ object: { kind, name }, concerns }) => [
      kind,
      name,
      ...concerns.map(({ what, side }) => `${what} ${side}`),
    ]),
  ).toEqual([
    ['Role', 'r', 'rbac after'],
    ['Deployment', 'agent', 'privileged after'],
    ['Service', 'web', 'exposed after'],
    ['NetworkPolicy', 'deny', 'unguarded after'],
    ['Deployment', 'a'],
  ]);
  expect(headline).toEqual([
    '1 RBAC grant wider on test',
    '1 workload more privileged on test',
    '1 Service more exposed on test',
    '1 NetworkPolicy missing on test',
    '1 replica count',
  ]);
});

test('a rule that a wider one covers already is no wider grant', () => {
  const role = (verbs: string[], resources: string[]) =>
    object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'r', {
      rules: [{ apiGroups: ['*'], resources, verbs }],
    });
  const { changes } = diffSnapshots(
    snapshotOf(role(['*'], ['*'])),
    snapshotOf(role(['get'], ['pods'])),
  );
  expect(changes[0]?.concerns).toEqual([{ what: 'rbac', side: 'before' }]);
});

import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { statefulSet } from './stateful-set.ts';

function claims(spec: object): readonly string[] {
  return statefulSet
    .references(object('apps/v1', 'StatefulSet', 'shop/db', { spec }))
    .filter(({ relation }) => relation === 'claims')
    .map(({ to }) => (to.by === 'name' ? `${to.namespace}/${to.name}` : ''));
}

const volumeClaimTemplates = [{ metadata: { name: 'data' } }];

test('each ordinal has a claim of each template, and can do without until its pod is made', () => {
  const db = object('apps/v1', 'StatefulSet', 'shop/db', {
    spec: {
      replicas: 1,
      serviceName: 'db-headless',
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { storageClassName: 'fast' } }],
    },
  });
  expect(statefulSet.references(db)).toEqual([
    {
      relation: 'governs',
      path: 'spec.serviceName',
      to: { by: 'name', group: '', kind: 'Service', namespace: 'shop', name: 'db-headless' },
    },
    {
      relation: 'class',
      path: 'spec.volumeClaimTemplates[0].spec.storageClassName',
      to: { by: 'name', group: 'storage.k8s.io', kind: 'StorageClass', name: 'fast' },
    },
    {
      relation: 'claims',
      path: 'spec.volumeClaimTemplates[0]',
      to: {
        by: 'name',
        group: '',
        kind: 'PersistentVolumeClaim',
        namespace: 'shop',
        name: 'data-db-0',
      },
      optional: true,
      detail: 'pod db-0',
    },
  ]);
});

test('ordinals begin where the spec says', () => {
  expect(claims({ replicas: 2, ordinals: { start: 5 }, volumeClaimTemplates })).toEqual([
    'shop/data-db-5',
    'shop/data-db-6',
  ]);
});

test('a StatefulSet of a billion replicas does not hang the build', () => {
  expect(claims({ replicas: 1_000_000_000, volumeClaimTemplates })).toHaveLength(1000);
  expect(claims({ replicas: -1, volumeClaimTemplates })).toEqual([]);
});

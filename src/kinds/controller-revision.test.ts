import { expect, test } from 'vitest';
import { object, ownedBy } from '#tests/fixtures/builders.ts';
import { controllerRevision } from './controller-revision.ts';

const revision = object('apps/v1', 'ControllerRevision', 'shop/db-1', {
  revision: 2,
  data: { spec: { template: { spec: { containers: [{ name: 'db', image: 'db:2' }] } } } },
});

test('a revision names the workload whose template it holds', () => {
  const owner = object('apps/v1', 'StatefulSet', 'shop/db');
  expect(controllerRevision.cells(ownedBy(owner, revision), { now: 0 })).toEqual([
    'db-1',
    'statefulset.apps/db',
    '2',
    '<unknown>',
  ]);
  expect(controllerRevision.cells(revision, { now: 0 })[1]).toBe('<none>');
});

test('facts tell what that revision ran', () => {
  expect(controllerRevision.facts(revision, { now: 0 })).toEqual([
    { label: 'Images', value: ['db: db:2'] },
  ]);
});

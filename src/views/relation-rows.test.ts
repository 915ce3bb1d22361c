import { expect, test } from 'vitest';
import type { ObjectId } from '#snapshot/object-id.ts';
import { modelOf, object } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { relationTable } from './relation-rows.ts';
import { relationsOf } from './relations.ts';

const reader = (name: string, ...keys: readonly string[]) =>
  object('apps/v1', 'Deployment', name, {
    spec: {
      template: {
        spec: {
          containers: [
            {
              name: 'app',
              env: keys.map((key) => ({
                name: key.toUpperCase(),
                valueFrom: { secretKeyRef: { name: 'login', key } },
              })),
            },
          ],
        },
      },
    },
  });

test('an object that is used in several ways is one row', () => {
  const model = modelOf(
    reader('shop/api', 'user', 'password'),
    object('v1', 'Secret', 'shop/login'),
  );
  const { uses } = relationsOf(model, 'Deployment.apps/shop/api' as ObjectId);
  const at = { model, hrefFor: links.object, namespace: 'shop', lineOf: () => 7 };
  const { rows, hidden } = relationTable(uses, at);
  expect(rows.map(({ to, namespace, uses: ways }) => [to.name, namespace, ways.length])).toEqual([
    ['login', undefined, 2],
  ]);
  expect(rows[0]?.uses.map(({ detail, line }) => [detail, line])).toEqual([
    ['USER from key user', 7],
    ['PASSWORD from key password', 7],
  ]);
  expect(hidden).toBe(0);
});

test('of an object that a thousand others use, a hundred are shown and the rest counted', () => {
  const readers = Array.from({ length: 130 }, (_, i) => reader(`shop/api-${i}`, 'user'));
  const model = modelOf(object('v1', 'Secret', 'shop/login'), ...readers);
  const { usedBy } = relationsOf(model, 'Secret/shop/login' as ObjectId);
  const { rows, hidden } = relationTable(usedBy, {
    model,
    hrefFor: links.object,
    namespace: 'shop',
    lineOf: () => undefined,
  });
  expect([rows.length, hidden]).toEqual([100, 30]);
});

test('the namespace is said only where it is another one', () => {
  const binding = object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'shop/ci', {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'ci' },
    subjects: [{ kind: 'ServiceAccount', namespace: 'ci', name: 'runner' }],
  });
  const model = modelOf(
    binding,
    object('rbac.authorization.k8s.io/v1', 'Role', 'shop/ci'),
    object('v1', 'ServiceAccount', 'ci/runner'),
  );
  const { uses } = relationsOf(model, 'RoleBinding.rbac.authorization.k8s.io/shop/ci' as ObjectId);
  const { rows } = relationTable(uses, {
    model,
    hrefFor: links.object,
    namespace: 'shop',
    lineOf: () => undefined,
  });
  expect(rows.map(({ to, namespace }) => [to.name, namespace])).toEqual([
    ['ci', undefined],
    ['runner', 'ci'],
  ]);
});

import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { object, pod, snapshotOf } from '#tests/fixtures/builders.ts';
import { entriesOf } from './entries.ts';
import type { Entry } from './model.ts';
import { indexObjects } from './object-index.ts';

const indexOf = (...objects: readonly KubeObject[]) =>
  indexObjects(entriesOf(snapshotOf(...objects)));
const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);

test('a namespace holds its namespaced objects of every kind', () => {
  const index = indexOf(
    object('v1', 'ConfigMap', 'shop/a'),
    object('v1', 'ConfigMap', 'blog/a'),
    object('apps/v1', 'Deployment', 'shop/b'),
    object('v1', 'Node', 'shop'),
  );
  expect(ids(index.inNamespace('shop')).sort()).toEqual([
    'ConfigMap/shop/a',
    'Deployment.apps/shop/b',
  ]);
  expect(index.inNamespace('')).toEqual([]);
});

test('namespaces are the Namespace objects and those that only other objects mention', () => {
  const index = indexOf(
    object('v1', 'Namespace', 'shop'),
    object('v1', 'Namespace', 'empty'),
    pod('shop/a'),
    pod('__proto__/b'),
    object('v1', 'Node', 'worker-1'),
  );
  expect(index.namespaces).toEqual(['__proto__', 'empty', 'shop']);
});

test('objects read in a legacy group are of the kind of today', () => {
  const index = indexOf(object('extensions/v1beta1', 'Deployment', 'shop/web'));
  const web = ['Deployment.apps/shop/web'];
  expect(ids(index.ofKind({ group: 'apps', kind: 'Deployment' }))).toEqual(web);
  expect(ids(index.ofKind({ group: 'extensions', kind: 'Deployment' }))).toEqual(web);
});

test('kinds of one name in two groups stay apart', () => {
  const index = indexOf(
    object('example.com/v1', 'Garden', 'shop/rose'),
    object('example.org/v1', 'Garden', 'shop/rose'),
  );
  expect(ids(index.ofKind({ group: 'example.org', kind: 'Garden' }))).toEqual([
    'Garden.example.org/shop/rose',
  ]);
  expect(index.ofKind({ group: '', kind: 'Garden' })).toEqual([]);
});

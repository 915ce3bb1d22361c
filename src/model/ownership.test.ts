import { expect, test } from 'vitest';
import type { ObjectId } from '#snapshot/object-id.ts';
import {
  modelOf,
  object,
  ownedBy,
  pod,
  snapshotOf,
  withCoverage,
} from '#tests/fixtures/builders.ts';
import { buildModel } from './build-model.ts';
import type { Model } from './model.ts';

const web = object('apps/v1', 'Deployment', 'shop/web');
const webSet = ownedBy(web, object('apps/v1', 'ReplicaSet', 'shop/web-1'));
const webPod = ownedBy(webSet, pod('shop/web-1-a'));

const chain = (model: Model, id: string) =>
  model.ownerChain(id as ObjectId).map((owner) => owner.id);
const owned = (model: Model, id: string) => model.owned(id as ObjectId).map((each) => each.id);

test('a Pod is owned by its ReplicaSet, and that by its Deployment', () => {
  const model = modelOf(web, webSet, webPod);
  expect(chain(model, 'Pod/shop/web-1-a')).toEqual([
    'ReplicaSet.apps/shop/web-1',
    'Deployment.apps/shop/web',
  ]);
  expect(owned(model, 'Deployment.apps/shop/web')).toEqual(['ReplicaSet.apps/shop/web-1']);
});

test('a chain ends at an owner that is not in the snapshot', () => {
  expect(chain(modelOf(webSet, webPod), 'Pod/shop/web-1-a')).toEqual([
    'ReplicaSet.apps/shop/web-1',
  ]);
});

test('a Node owns a Pod, although it has no namespace', () => {
  const node = object('v1', 'Node', 'worker-1');
  const mirror = ownedBy(node, pod('kube-system/etcd-worker-1'));
  expect(chain(modelOf(node, mirror), 'Pod/kube-system/etcd-worker-1')).toEqual(['Node/worker-1']);
});

test('an object in another namespace is no owner', () => {
  const elsewhere = object('apps/v1', 'ReplicaSet', 'blog/web-1');
  const model = modelOf(elsewhere, ownedBy(elsewhere, pod('shop/a')));
  expect(chain(model, 'Pod/shop/a')).toEqual([]);
  expect(owned(model, 'ReplicaSet.apps/blog/web-1')).toEqual([]);
  expect(model.danglingFrom('Pod/shop/a' as ObjectId)[0]?.reason).toBe('missing');
});

test('a namespaced object owns nothing cluster-scoped', () => {
  const set = object('apps/v1', 'ReplicaSet', 'shop/web-1');
  const model = modelOf(set, ownedBy(set, object('v1', 'Node', 'worker-1')));
  expect(chain(model, 'Node/worker-1')).toEqual([]);
});

test('an owner of the same name made anew is not the owner', () => {
  const renewed = { ...webSet, metadata: { ...webSet.metadata, uid: 'new' } };
  expect(chain(modelOf(renewed, webPod), 'Pod/shop/web-1-a')).toEqual([]);
});

test('of several owners the controller counts', () => {
  const other = object('v1', 'ConfigMap', 'shop/other');
  const both = ownedBy(webSet, ownedBy(other, pod('shop/a'), { controller: false }));
  expect(chain(modelOf(webSet, other, both), 'Pod/shop/a')).toEqual(['ReplicaSet.apps/shop/web-1']);
  expect(chain(modelOf(other, both), 'Pod/shop/a')).toEqual([]);
});

test('without a controller the first owner counts: a Job that kubectl made from a CronJob', () => {
  const nightly = object('batch/v1', 'CronJob', 'shop/nightly');
  const job = ownedBy(nightly, object('batch/v1', 'Job', 'shop/by-hand'), { controller: false });
  expect(chain(modelOf(nightly, job), 'Job.batch/shop/by-hand')).toEqual([
    'CronJob.batch/shop/nightly',
  ]);
});

test('owners in a circle end the chain', () => {
  const a = object('apps/v1', 'ReplicaSet', 'shop/a');
  const b = object('apps/v1', 'ReplicaSet', 'shop/b');
  const c = ownedBy(a, pod('shop/c'));
  const model = modelOf(ownedBy(b, a), ownedBy(a, b), c);
  expect(chain(model, 'ReplicaSet.apps/shop/a')).toEqual(['ReplicaSet.apps/shop/b']);
  expect(chain(model, 'Pod/shop/c')).toEqual(['ReplicaSet.apps/shop/a', 'ReplicaSet.apps/shop/b']);
});

test('an object that names itself as its owner has none', () => {
  const self = object('apps/v1', 'ReplicaSet', 'shop/self');
  const model = modelOf(ownedBy(self, self));
  expect(chain(model, 'ReplicaSet.apps/shop/self')).toEqual([]);
  expect(owned(model, 'ReplicaSet.apps/shop/self')).toEqual([]);
});

test('an owner whose resource was not captured is not called missing', () => {
  const snapshot = withCoverage(snapshotOf(webSet, webPod), { 'replicasets.apps': undefined });
  const model = buildModel(snapshot);
  expect(model.danglingFrom('Pod/shop/web-1-a' as ObjectId)[0]?.reason).toBe('not-captured');
});

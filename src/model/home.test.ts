import { expect, test } from 'vitest';
import { kinds } from '#kinds/index.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { modelOf, object, ownedBy, pod, service } from '#tests/fixtures/builders.ts';

const web = object('apps/v1', 'Deployment', 'shop/web');
const webSet = ownedBy(web, object('apps/v1', 'ReplicaSet', 'shop/web-1'));
const webPod = ownedBy(webSet, pod('shop/web-1-a'));

/** Where an object is shown, in a cluster of these objects. */
function home(id: string, ...objects: readonly KubeObject[]): string {
  return modelOf(...objects).home(id as ObjectId);
}

test('the Pods and ReplicaSets of a Deployment live on its page', () => {
  for (const id of ['Pod/shop/web-1-a', 'ReplicaSet.apps/shop/web-1', 'Deployment.apps/shop/web']) {
    expect(home(id, web, webSet, webPod)).toBe('Deployment.apps/shop/web');
  }
});

test('a Deployment that an operator owns keeps its page', () => {
  const garden = object('example.com/v1', 'Garden', 'shop/rose');
  const owned = ownedBy(garden, web);
  expect(home('Deployment.apps/shop/web', garden, owned)).toBe('Deployment.apps/shop/web');
  expect(home('Pod/shop/web-1-a', garden, owned, webSet, webPod)).toBe('Deployment.apps/shop/web');
});

test('a folded object lives with an owner of a custom kind', () => {
  const rollout = object('argoproj.io/v1alpha1', 'Rollout', 'shop/web');
  const set = ownedBy(rollout, object('apps/v1', 'ReplicaSet', 'shop/web-2'));
  expect(home('Pod/shop/a', rollout, set, ownedBy(set, pod('shop/a')))).toBe(
    'Rollout.argoproj.io/shop/web',
  );
});

test('a folded object without a captured owner has a page of its own', () => {
  expect(home('Pod/shop/bare', pod('shop/bare'))).toBe('Pod/shop/bare');
  expect(home('ReplicaSet.apps/shop/web-1', webSet, webPod)).toBe('ReplicaSet.apps/shop/web-1');
  expect(home('Pod/shop/web-1-a', webSet, webPod)).toBe('Pod/shop/web-1-a');
});

test('a mirror Pod has a page of its own, although its Node owns it', () => {
  const node = object('v1', 'Node', 'worker-1');
  const metadata = { annotations: { 'kubernetes.io/config.mirror': '3c1f' } };
  const mirror = ownedBy(node, pod('kube-system/etcd', {}, { metadata }));
  const unmarked = ownedBy(node, pod('kube-system/proxy'));
  expect(home('Pod/kube-system/etcd', node, mirror)).toBe('Pod/kube-system/etcd');
  expect(home('Pod/kube-system/proxy', node, unmarked)).toBe('Pod/kube-system/proxy');
});

test('Endpoints and EndpointSlices live on the page of their Service, owned by it or not', () => {
  const webService = service('shop/web', { app: 'web' });
  const labels = { 'kubernetes.io/service-name': 'web' };
  const slice = object('discovery.k8s.io/v1', 'EndpointSlice', 'shop/by-hand', {
    metadata: { labels },
  });
  const owned = ownedBy(
    webService,
    object('discovery.k8s.io/v1', 'EndpointSlice', 'shop/web-x1', { metadata: { labels } }),
  );
  const endpoints = object('v1', 'Endpoints', 'shop/web');
  const all = [webService, slice, owned, endpoints];
  for (const id of [
    'EndpointSlice.discovery.k8s.io/shop/by-hand',
    'EndpointSlice.discovery.k8s.io/shop/web-x1',
    'Endpoints/shop/web',
  ]) {
    expect(home(id, ...all)).toBe('Service/shop/web');
  }
  expect(home('Endpoints/shop/web', endpoints)).toBe('Endpoints/shop/web');
});

test('a slice that mirrors hand-written Endpoints lives on the page of the Service', () => {
  const endpoints = object('v1', 'Endpoints', 'shop/web');
  const slice = ownedBy(
    endpoints,
    object('discovery.k8s.io/v1', 'EndpointSlice', 'shop/web-m', {
      metadata: { labels: { 'kubernetes.io/service-name': 'web' } },
    }),
  );
  expect(
    home('EndpointSlice.discovery.k8s.io/shop/web-m', service('shop/web', {}), endpoints, slice),
  ).toBe('Service/shop/web');
});

test('folded objects that own each other have pages of their own', () => {
  const a = object('apps/v1', 'ReplicaSet', 'shop/a');
  const b = object('apps/v1', 'ReplicaSet', 'shop/b');
  const circle = [ownedBy(b, a), ownedBy(a, b)];
  expect(home('ReplicaSet.apps/shop/a', ...circle)).toBe('ReplicaSet.apps/shop/a');
});

test('what is not in the snapshot is its own home', () => {
  expect(home('Pod/shop/gone')).toBe('Pod/shop/gone');
});

test('six kinds are folded', () => {
  expect(kinds.filter(({ folded }) => folded).map(({ kind }) => kind)).toEqual([
    'Job',
    'ReplicaSet',
    'Pod',
    'ControllerRevision',
    'EndpointSlice',
    'Endpoints',
  ]);
});

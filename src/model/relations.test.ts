import { expect, test } from 'vitest';
import type { ObjectId } from '#snapshot/object-id.ts';
import { modelOf, object, ownedBy, pod, service, targets } from '#tests/fixtures/builders.ts';
import type { Model } from './model.ts';

const sources = (model: Model, id: string) =>
  model.edgesTo(id as ObjectId).map(({ from, relation }) => `${from} ${relation}`);

test('a Service selects pods of its own namespace only', () => {
  const model = modelOf(
    service('shop/web', { app: 'web' }),
    pod('shop/a', { app: 'web' }),
    pod('blog/b', { app: 'web' }),
  );
  expect(targets(model, 'Service/shop/web')).toEqual(['Pod/shop/a']);
});

test('an edge is found from both ends', () => {
  const model = modelOf(service('shop/web', { app: 'web' }), pod('shop/a', { app: 'web' }));
  const [edge] = model.edgesFrom('Service/shop/web' as ObjectId);
  expect(edge).toMatchObject({
    from: 'Service/shop/web',
    to: 'Pod/shop/a',
    relation: 'selects',
    path: 'spec.selector',
  });
  expect(model.edgesTo('Pod/shop/a' as ObjectId)).toEqual([edge]);
});

test('an edge tells whether its object can do without the other', () => {
  const optional = { name: 'settings', optional: true };
  const volumes = [
    { name: 'may', configMap: optional },
    { name: 'must', secret: { secretName: 'key' } },
  ];
  const model = modelOf(
    pod('shop/a', {}, { spec: { volumes } }),
    object('v1', 'ConfigMap', 'shop/settings'),
    object('v1', 'Secret', 'shop/key'),
  );
  const edges = model.edgesFrom('Pod/shop/a' as ObjectId);
  expect(edges.map((edge) => [edge.to, edge.optional])).toEqual([
    ['ConfigMap/shop/settings', true],
    ['Secret/shop/key', undefined],
  ]);
});

test('an object is pointed at in the order of the objects that do', () => {
  const settings = { volumes: [{ name: 'config', configMap: { name: 'settings' } }] };
  const model = modelOf(
    pod('shop/b', {}, { spec: settings }),
    pod('shop/a', {}, { spec: settings }),
    object('v1', 'ConfigMap', 'shop/settings'),
  );
  expect(sources(model, 'ConfigMap/shop/settings')).toEqual([
    'Pod/shop/a mounts',
    'Pod/shop/b mounts',
  ]);
});

test('what is said twice at one place is kept once, found or not', () => {
  const port = { name: 'PORT', valueFrom: { configMapKeyRef: { name: 'settings', key: 'port' } } };
  const other = { name: 'PORT', valueFrom: { configMapKeyRef: { name: 'other', key: 'port' } } };
  const spec = { containers: [{ name: 'web', env: [port, other, port, other] }] };
  const model = modelOf(pod('shop/a', {}, { spec }), object('v1', 'ConfigMap', 'shop/settings'));
  expect(targets(model, 'Pod/shop/a')).toEqual(['ConfigMap/shop/settings']);
  expect(model.dangling.map(({ to }) => to)).toEqual(['ConfigMap/shop/other']);
});

test('a Service without Pods is kept as a reference that selects nothing', () => {
  const model = modelOf(service('shop/web', { app: 'web' }));
  expect(model.dangling).toMatchObject([
    { from: 'Service/shop/web', reason: 'nothing-selected', to: undefined },
  ]);
  expect(model.danglingFrom('Service/shop/web' as ObjectId)).toEqual(model.dangling);
});

test('a dangling reference names the object that was looked for', () => {
  const binding = object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'shop/deployers', {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'edit' },
    subjects: [{ kind: 'ServiceAccount', name: 'ci' }],
  });
  expect(modelOf(binding).dangling.map(({ reason, to }) => [reason, to])).toEqual([
    ['missing', 'ClusterRole.rbac.authorization.k8s.io/edit'],
    ['missing', 'ServiceAccount/shop/ci'],
  ]);
});

test('an owner edge leads from the owned object to the owner', () => {
  const set = object('apps/v1', 'ReplicaSet', 'shop/web-1');
  const model = modelOf(set, ownedBy(set, object('v1', 'ConfigMap', 'shop/settings')));
  expect(sources(model, 'ReplicaSet.apps/shop/web-1')).toEqual(['ConfigMap/shop/settings owner']);
});

import { expect, test } from 'vitest';
import type { Diagram } from '#diagrams/diagram.ts';
import { sentences } from '#diagrams/sentences.ts';
import { buildModel } from '#model/build-model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import {
  modelOf,
  object,
  ownedBy,
  pod,
  service,
  snapshotOf,
  withCoverage,
} from '#tests/fixtures/builders.ts';
import { neighbourhood } from './neighbourhood.ts';

const hrefFor = (id: ObjectId) => `/${id}/`;

function edgesOf(diagram: Diagram | undefined): readonly string[] {
  return (diagram ? sentences(diagram) : []).map((line) => line.replace(/ Proven by.*/, ''));
}

const template = (spec: object) => ({ spec: { template: { spec } } });
const web = object('apps/v1', 'Deployment', 'shop/web', {
  ...template({
    serviceAccountName: 'web',
    volumes: [{ name: 'settings', configMap: { name: 'settings' } }],
  }),
});
const replicaSet = ownedBy(web, object('apps/v1', 'ReplicaSet', 'shop/web-1'));
const webPod = ownedBy(
  replicaSet,
  pod('shop/web-1-a', { app: 'web' }, { spec: { nodeName: 'one' } }),
);

test('what uses an object stands left, what it uses and made stands right', () => {
  const model = modelOf(
    web,
    replicaSet,
    webPod,
    service('shop/web', { app: 'web' }),
    object('v1', 'ConfigMap', 'shop/settings'),
    object('v1', 'ServiceAccount', 'shop/web'),
    object('v1', 'Node', 'one'),
  );
  expect(edgesOf(neighbourhood(model, 'Deployment.apps/shop/web' as ObjectId, hrefFor))).toEqual([
    'Service web → Deployment web (0/1 ready): selects pods.',
    'Deployment web → ReplicaSet web-1: owns.',
    'Deployment web → ConfigMap settings: mounts.',
    'Deployment web → ServiceAccount web: runs as.',
    'Deployment web → Node one: runs on.',
  ]);
});

test('what an object names and the snapshot lacks is a ghost, what was not captured is unseen', () => {
  const complete = snapshotOf(web, object('v1', 'ServiceAccount', 'shop/web'));
  const roles = (...[snapshot]: Parameters<typeof buildModel>) =>
    neighbourhood(buildModel(snapshot), 'Deployment.apps/shop/web' as ObjectId, hrefFor)
      ?.nodes.filter(({ kind }) => kind.startsWith('ConfigMap'))
      .map(({ kind, label, role, href }) => ({ kind, label, role, href }));
  expect(roles(complete)).toEqual([
    { kind: 'ConfigMap, missing', label: 'settings', role: 'ghost', href: undefined },
  ]);
  expect(roles(withCoverage(complete, { configmaps: 'forbidden' }))).toEqual([
    { kind: 'ConfigMap, not captured', label: 'settings', role: 'unseen', href: undefined },
  ]);
});

test('a selector that matches nothing shows that it does not', () => {
  const model = modelOf(service('shop/web', { app: 'web' }));
  expect(edgesOf(neighbourhood(model, 'Service/shop/web' as ObjectId, hrefFor))).toEqual([
    'Service web → Pod none matches: selects.',
  ]);
});

test('an object alone has no figure', () => {
  const model = modelOf(object('v1', 'ConfigMap', 'shop/settings'));
  expect(neighbourhood(model, 'ConfigMap/shop/settings' as ObjectId, hrefFor)).toBeUndefined();
});

test('a side has eight boxes, every relation a share of them, and the rest is counted', () => {
  const mounts = (name: string) =>
    object('v1', 'Pod', `shop/${name}`, {
      spec: { volumes: [{ name: 'v', configMap: { name: 'settings' } }] },
    });
  const reads = (name: string) =>
    object('v1', 'Pod', `shop/${name}`, {
      spec: { containers: [{ name: 'c', envFrom: [{ configMapRef: { name: 'settings' } }] }] },
    });
  const model = modelOf(
    object('v1', 'ConfigMap', 'shop/settings'),
    ...Array.from({ length: 20 }, (_, i) => mounts(`mounts-${String(i).padStart(2, '0')}`)),
    reads('reads'),
  );
  const diagram = neighbourhood(model, 'ConfigMap/shop/settings' as ObjectId, hrefFor);
  const left = diagram?.nodes.filter(({ role }) => role !== 'self') ?? [];
  expect(left.filter(({ role }) => role === 'plain')).toHaveLength(8);
  expect(left.map(({ label }) => label).slice(-3)).toEqual(['mounts-06', '+13 more', 'reads']);
});

test('the ninth has its own box, where words for it would take as much room', () => {
  const mounts = Array.from({ length: 9 }, (_, i) =>
    object('v1', 'Pod', `shop/mounts-${i}`, {
      spec: { volumes: [{ name: 'v', configMap: { name: 'settings' } }] },
    }),
  );
  const model = modelOf(object('v1', 'ConfigMap', 'shop/settings'), ...mounts);
  const diagram = neighbourhood(model, 'ConfigMap/shop/settings' as ObjectId, hrefFor);
  expect(diagram?.nodes.map(({ label }) => label).at(-1)).toBe('mounts-8');
  expect(diagram?.omitted).toBeUndefined();
});

test('more than two objects of a kind that an object made are one box', () => {
  const sets = ['1', '2', '3'].map((n) =>
    ownedBy(web, object('apps/v1', 'ReplicaSet', `shop/web-${n}`)),
  );
  const plain = object('apps/v1', 'Deployment', 'shop/web');
  const diagram = neighbourhood(
    modelOf(plain, ...sets),
    'Deployment.apps/shop/web' as ObjectId,
    hrefFor,
  );
  expect(edgesOf(diagram)).toEqual(['Deployment web → 3 ReplicaSets: owns.']);
});

test('an object of another namespace says which', () => {
  const binding = object('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'admins', {
    subjects: [{ kind: 'ServiceAccount', name: 'robot', namespace: 'ci' }],
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'admin' },
  });
  const model = modelOf(
    binding,
    object('v1', 'ServiceAccount', 'ci/robot'),
    object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'admin'),
  );
  const id = 'ClusterRoleBinding.rbac.authorization.k8s.io/admins' as ObjectId;
  expect(edgesOf(neighbourhood(model, id, hrefFor))).toEqual([
    'ClusterRoleBinding admins → ClusterRole admin: grants.',
    'ClusterRoleBinding admins → ServiceAccount in ci robot: grants to.',
  ]);
});

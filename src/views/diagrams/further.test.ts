import { expect, test } from 'vitest';
import { sentences } from '#diagrams/sentences.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { modelOf, object, ownedBy, pod, service } from '#tests/fixtures/builders.ts';
import { oneStepFurther } from './further.ts';
import { neighbourhood } from './neighbourhood.ts';

const hrefFor = (id: ObjectId) => `/${id}/`;

function further(model: ReturnType<typeof modelOf>, id: string) {
  const near = neighbourhood(model, id as ObjectId, hrefFor);
  return near && oneStepFurther(model, id as ObjectId, near, hrefFor);
}

/** What the figure says besides what the nearer one says. */
function added(model: ReturnType<typeof modelOf>, id: string): readonly string[] {
  const near = neighbourhood(model, id as ObjectId, hrefFor);
  const told = new Set(near && sentences(near));
  const diagram = further(model, id);
  return (diagram ? sentences(diagram) : []).filter((line) => !told.has(line));
}

const mounting = (name: string, volumes: readonly object[]) => ({
  ...object('apps/v1', 'Deployment', `shop/${name}`, {
    spec: { replicas: 0, template: { spec: { volumes } } },
  }),
});
const settings = { name: 'a', configMap: { name: 'settings' } };
const bundle = { name: 'b', configMap: { name: 'kube-root-ca.crt' } };
const web = mounting('web', [settings, bundle]);
const set = ownedBy(web, object('apps/v1', 'ReplicaSet', 'shop/web-1'));
const pods = ['a', 'b', 'c'].map((name) =>
  ownedBy(set, pod(`shop/web-1-${name}`, { app: 'web' }, { spec: { nodeName: 'one' } })),
);
const shop = modelOf(
  web,
  set,
  ...pods,
  service('shop/web', { app: 'web' }),
  object('v1', 'ConfigMap', 'shop/settings'),
  object('v1', 'ConfigMap', 'shop/kube-root-ca.crt'),
  object('v1', 'Node', 'one'),
  object('coordination.k8s.io/v1', 'Lease', 'kube-node-lease/one', {
    spec: { holderIdentity: 'one' },
  }),
  object('networking.k8s.io/v1', 'NetworkPolicy', 'shop/deny', { spec: { podSelector: {} } }),
);

test('beyond the workload that reads a ConfigMap stands the Service that selects its Pods', () => {
  expect(added(shop, 'ConfigMap/shop/settings')).toEqual([
    'Service web → Deployment web: selects. Proven by spec.selector.',
  ]);
});

test('beyond a Service stands what its workload uses; what runs there meets in the Node, and there it ends', () => {
  expect(added(shop, 'Service/shop/web')).toEqual([
    'Deployment web → ConfigMap settings: mounts. Proven by spec.template.spec.volumes[name=a].configMap.name.',
  ]);
  expect(further(shop, 'Service/shop/web')?.omitted).toBe(
    'Left out beyond the nearest: ConfigMap kube-root-ca.crt, which nearly every Pod shares.',
  );
  expect(further(shop, 'Deployment.apps/shop/web')).toBeUndefined();
});

test('a box has four beyond it at most, and words lead to the rest', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const volumes = names.map((name) => ({ name, configMap: { name } }));
  const model = modelOf(
    mounting('web', volumes),
    pod('shop/web', { app: 'web' }),
    object('autoscaling/v2', 'HorizontalPodAutoscaler', 'shop/web', {
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
    }),
    ...names.map((name) => object('v1', 'ConfigMap', `shop/${name}`)),
  );
  const diagram = further(model, 'HorizontalPodAutoscaler.autoscaling/shop/web');
  expect(diagram?.nodes.map(({ label, role, href }) => [label, role, href])).toEqual([
    ['web', 'self', '/HorizontalPodAutoscaler.autoscaling/shop/web/'],
    ['web', 'plain', '/Deployment.apps/shop/web/'],
    ...['a', 'b', 'c', 'd'].map((name) => [name, 'plain', `/ConfigMap/shop/${name}/`]),
    ['+2 more', 'more', '/Deployment.apps/shop/web/#uses'],
  ]);
});

test('what two neighbours are joined to has a box with each, and the caption says so', () => {
  const targets = ['a', 'b'].map((name) => ({ kind: 'Deployment', name }));
  const model = modelOf(
    mounting('a', [settings]),
    mounting('b', [settings]),
    object('v1', 'ConfigMap', 'shop/settings'),
    object('shop.example/v1', 'App', 'shop/all', { spec: { targets } }),
  );
  const diagram = further(model, 'ConfigMap/shop/settings');
  expect(diagram?.nodes.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    'ConfigMap settings',
    'Deployment a',
    'Deployment b',
    'App all',
    'App all',
  ]);
  expect(diagram?.caption).toContain('What two of them are joined to has a box with each.');
});

import { expect, test } from 'vitest';
import type { Diagram } from '#diagrams/diagram.ts';
import { sentences } from '#diagrams/sentences.ts';
import type { Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { modelOf, object, ownedBy, pod, service } from '#tests/fixtures/builders.ts';
import type { Links } from '#views/links.ts';
import { clusterFigures, kindFigures, namespaceFigures, objectFigures } from './figures-of.ts';
import type { PageFigure } from './page-figure.ts';

const place = (name: string) => `/${name}/`;
const links: Links = {
  cluster: () => '/',
  walkthrough: () => '/walkthrough/',
  chapter: place,
  namespaces: () => '/namespaces/',
  namespace: place,
  nodes: () => '/nodes/',
  kinds: () => '/kinds/',
  kind: place,
  findings: () => '/findings/',
  finding: (code) => `/findings/${code}/`,
  object: (id) => `/${id}/`,
};

function figure(figures: readonly PageFigure[], id: string): Diagram | undefined {
  return figures.find((each) => each.id === id)?.diagram;
}

const told = (diagram: Diagram | undefined) => diagram && sentences(diagram);

function ofObject(model: Model, id: string, figureId: string): Diagram | undefined {
  const entry = model.get(id as ObjectId);
  return entry && figure(objectFigures(model, links, entry), figureId);
}

const rbac = 'rbac.authorization.k8s.io/v1';
const admin = object(rbac, 'ClusterRole', 'boss', {
  rules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }],
});
const bot = { kind: 'ServiceAccount', name: 'bot', namespace: 'shop' };
const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'boss' };
const access = [
  admin,
  object('v1', 'ServiceAccount', 'shop/bot'),
  object(rbac, 'ClusterRoleBinding', 'bots', {
    subjects: [bot, { kind: 'User', name: 'eve' }],
    roleRef,
  }),
];

test('who can do what: the account, its binding, where it holds, the role and the right', () => {
  expect(told(ofObject(modelOf(...access), 'ServiceAccount/shop/bot', 'who-can'))).toEqual([
    'ServiceAccount in shop bot → ClusterRoleBinding bots. Proven by subjects.',
    'ClusterRoleBinding bots → ClusterRole boss: everywhere. Proven by roleRef.name.',
    'ClusterRole boss → Right everything: may. Proven by rules.',
  ]);
});

test('who is powerful leaves out what holds in one namespace only', () => {
  const binding = object(rbac, 'RoleBinding', 'shop/local', {
    subjects: [{ kind: 'User', name: 'mallory' }],
    roleRef,
  });
  const powerful = figure(clusterFigures(modelOf(...access, binding), links), 'powerful');
  expect(powerful?.nodes.map(({ label }) => label)).toEqual(['bot', 'boss', 'everything', 'eve']);
});

test('namespaces among each other: an arrow says how many objects name something there', () => {
  const bindings = ['a', 'b'].map((name) =>
    object(rbac, 'RoleBinding', `blog/${name}`, { subjects: [bot], roleRef }),
  );
  const among = figure(clusterFigures(modelOf(...access, ...bindings), links), 'among');
  expect(told(among)).toEqual([
    'Namespace, inferred blog → Namespace, inferred shop: grants to × 2.',
  ]);
});

test('a policy draws who may enter, and says of a workload that nobody may', () => {
  const policy = object('networking.k8s.io/v1', 'NetworkPolicy', 'shop/web', {
    spec: {
      podSelector: { matchLabels: { app: 'web' } },
      ingress: [
        { from: [{ podSelector: { matchLabels: { app: 'api' } } }], ports: [{ port: 80 }] },
      ],
    },
  });
  const shut = object('networking.k8s.io/v1', 'NetworkPolicy', 'shop/shut', {
    spec: { podSelector: { matchLabels: { app: 'db' } }, policyTypes: ['Ingress', 'Egress'] },
  });
  const pods = ['web', 'api', 'db'].map((app) => pod(`shop/${app}`, { app }));
  const posture = figure(
    namespaceFigures(modelOf(policy, shut, ...pods), links, 'shop'),
    'posture',
  );
  expect(told(posture)).toEqual([
    'Pod: all in, all out api → Pod: all out web: 80. Proven by NetworkPolicy web spec.ingress[0].',
    'Pod: nothing in, nothing out db, in Namespace shop.',
  ]);
});

test('the way of a request ends at the workload, and a missing Service leads to its finding', () => {
  const backend = (name: string) => ({ path: `/${name}`, backend: { service: { name } } });
  const ingress = object('networking.k8s.io/v1', 'Ingress', 'shop/shop', {
    spec: { rules: [{ http: { paths: [backend('web'), backend('gone')] } }] },
  });
  const model = modelOf(
    ingress,
    service('shop/web', { app: 'web' }),
    pod('shop/web', { app: 'web' }),
  );
  const path = ofObject(model, 'Ingress.networking.k8s.io/shop/shop', 'requests');
  expect(path?.nodes.map(({ label, role, href }) => [label, role, href])).toEqual([
    ['shop', 'self', '/Ingress.networking.k8s.io/shop/shop/'],
    ['web', 'plain', '/Service/shop/web/'],
    ['web', 'plain', '/Pod/shop/web/'],
    ['gone', 'ghost', '/findings/missing-reference/'],
  ]);
});

test('a request comes to a route from the Gateway, on whose page the way goes on to the workload', () => {
  const gateway = object('gateway.networking.k8s.io/v1', 'Gateway', 'shop/public');
  const route = object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'shop/web', {
    spec: { parentRefs: [{ name: 'public' }], rules: [{ backendRefs: [{ name: 'web' }] }] },
  });
  const web = [service('shop/web', { app: 'web' }), pod('shop/web', { app: 'web' })];
  const model = modelOf(gateway, route, ...web);
  const path = ofObject(model, 'Gateway.gateway.networking.k8s.io/shop/public', 'requests');
  expect(path?.edges.map(({ label }) => label)).toEqual(['has', 'routes to', 'selects']);
});

test('a claim leads from the workload to the driver, each step told once', () => {
  const claim = object('v1', 'PersistentVolumeClaim', 'shop/data', {
    spec: { volumeName: 'pv', storageClassName: 'fast' },
  });
  const volume = object('v1', 'PersistentVolume', 'pv', {
    spec: { storageClassName: 'fast', claimRef: { namespace: 'shop', name: 'data' } },
  });
  const fast = object('storage.k8s.io/v1', 'StorageClass', 'fast', { provisioner: 'disk.io' });
  const db = pod(
    'shop/db',
    {},
    {
      spec: { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'data' } }] },
    },
  );
  const driver = object('storage.k8s.io/v1', 'CSIDriver', 'disk.io');
  const model = modelOf(claim, volume, fast, db, driver);
  const chain = ofObject(model, 'PersistentVolumeClaim/shop/data', 'keeps');
  expect(chain?.edges.map(({ from, to, label }) => [from, label, to])).toEqual([
    ['Pod/shop/db', 'claims', 'PersistentVolumeClaim/shop/data'],
    ['PersistentVolumeClaim/shop/data', 'bound to', 'PersistentVolume/pv'],
    ['PersistentVolume/pv', 'class', 'StorageClass.storage.k8s.io/fast'],
    ['StorageClass.storage.k8s.io/fast', 'provisioner', 'CSIDriver.storage.k8s.io/disk.io'],
  ]);
});

test('what an object made is drawn over all generations; more than three of a kind are one box', () => {
  const web = object('apps/v1', 'Deployment', 'shop/web');
  const set = ownedBy(web, object('apps/v1', 'ReplicaSet', 'shop/web-1'));
  const pods = ['a', 'b', 'c', 'd'].map((name) => ownedBy(set, pod(`shop/web-1-${name}`)));
  const owners = ofObject(modelOf(web, set, ...pods), 'Deployment.apps/shop/web', 'owners');
  expect(owners?.nodes.map(({ label }) => label)).toEqual(['web', 'web-1', '4 Pods']);
});

test('what runs on every node is told once, and a frame names the taints of its node', () => {
  const taints = [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }];
  const nodes = [object('v1', 'Node', 'one'), object('v1', 'Node', 'two', { spec: { taints } })];
  const agent = object('apps/v1', 'DaemonSet', 'kube-system/agent');
  const on = (at: string, nodeName: string) => pod(at, {}, { spec: { nodeName } });
  const model = modelOf(
    ...nodes,
    agent,
    ownedBy(agent, on('kube-system/agent-1', 'one')),
    ownedBy(agent, on('kube-system/agent-2', 'two')),
    on('shop/web', 'one'),
  );
  const [first] = model.ofKind({ group: '', kind: 'Node' });
  const scheduling = first && figure(kindFigures(model, links, first), 'scheduling');
  expect(scheduling?.groups.map(({ label }) => label)).toEqual([
    'On every node',
    'one · 2 pods',
    'two · 1 pod · gpu=yes:NoSchedule',
  ]);
  expect(told(scheduling)).toEqual([
    'DaemonSet in kube-system agent, in On every node.',
    'Pod in shop web, in one · 2 pods.',
  ]);
});

test('many children lead to where they stand: on the page itself, on their home’s, or in the list of their kind', () => {
  const operator = object('example.com/v1', 'Shop', 'shop/shop', { uid: 'o' });
  const web = ownedBy(operator, object('apps/v1', 'Deployment', 'shop/web', { uid: 'd' }));
  const set = ownedBy(web, object('apps/v1', 'ReplicaSet', 'shop/web-1', { uid: 's' }));
  const pods = ['a', 'b', 'c', 'd'].map((name) => ownedBy(set, pod(`shop/${name}`)));
  const leadTo = (model: Model, id: string) =>
    ofObject(model, id, 'owners')?.nodes.find(({ label }) => label === '4 Pods')?.href;
  const whole = modelOf(operator, web, set, ...pods);
  expect(leadTo(whole, 'Deployment.apps/shop/web')).toBe('#made');
  expect(leadTo(whole, 'Shop.example.com/shop/shop')).toBe('/Deployment.apps/shop/web/#made');
  const withoutDeployment = modelOf(set, ...pods);
  expect(leadTo(withoutDeployment, 'ReplicaSet.apps/shop/web-1')).toBe('/pods/');
});

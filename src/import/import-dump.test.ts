import { expect, test } from 'vitest';
import { filesOf, imported } from '#tests/fixtures/imported.ts';

/** Ledger lines other than "Not in the dump.", with the names of the objects. */
async function ledger(contents: Readonly<Record<string, unknown>>) {
  const { lists } = await imported(filesOf(contents));
  return lists
    .filter(({ outcome }) => outcome.message !== 'Not in the dump.')
    .map(({ type, outcome, objects }) => ({
      resource: `${type.plural}.${type.group}/${type.version}`,
      ...outcome,
      objects: objects.map(({ metadata }) => metadata.name),
    }));
}

const object = (apiVersion: string, kind: string, name: string, rest: object = {}) => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop' },
  ...rest,
});

const apiList = (apiVersion: string, kind: string, items: unknown, metadata: object = {}) => ({
  apiVersion,
  kind,
  metadata: { resourceVersion: '7', ...metadata },
  items,
});

test('a list of the API is complete, a List of kubectl may not be', async () => {
  expect(
    await ledger({
      'pods.json': apiList('v1', 'PodList', [{ metadata: { name: 'web', namespace: 'shop' } }]),
      'jobs.json': apiList('batch/v1', 'JobList', []),
      'rest.yaml':
        'apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Secret, metadata: {name: s}}\n',
    }),
  ).toEqual([
    { resource: 'pods./v1', status: 'complete', resourceVersion: '7', objects: ['web'] },
    { resource: 'jobs.batch/v1', status: 'complete', resourceVersion: '7', objects: [] },
    {
      resource: 'secrets./v1',
      status: 'partial',
      message: 'The dump does not say whether these are all.',
      objects: ['s'],
    },
  ]);
});

test('a list with items that could not be read is partial, and so are lists of several namespaces', async () => {
  expect(
    await ledger({
      'shop/pods.json': apiList('v1', 'PodList', [{ metadata: { name: 'a' } }]),
      'blog/pods.json': apiList('v1', 'PodList', [{ metadata: { name: 'b' } }]),
      'nodes.json': apiList('v1', 'NodeList', [{ metadata: { name: 'n' } }, { metadata: {} }]),
    }),
  ).toEqual([
    {
      resource: 'pods./v1',
      status: 'partial',
      message: 'From 2 lists, which may not be all.',
      objects: ['a', 'b'],
    },
    {
      resource: 'nodes./v1',
      status: 'partial',
      message: '1 of its items could not be read.',
      objects: ['n'],
    },
  ]);
});

test('what every cluster has and the dump lacks is not claimed to be missing', async () => {
  const { lists } = await imported(filesOf({ 'pod.json': object('v1', 'Pod', 'web') }));
  const missing = lists.filter(({ outcome }) => outcome.status === 'skipped');
  expect(new Set(missing.map(({ outcome }) => outcome.message))).toEqual(
    new Set(['Not in the dump.']),
  );
  expect(missing.map(({ type }) => type.kind)).toContain('Node');
  expect(missing.map(({ type }) => type.kind)).not.toContain('Pod');
});

test('the same Events in two groups are kept once, in the core group', async () => {
  const item = { metadata: { name: 'web.1', namespace: 'shop' }, reason: 'Started' };
  expect(
    await ledger({
      'a.json': apiList('events.k8s.io/v1', 'EventList', [item]),
      'b.json': apiList('v1', 'EventList', [item]),
    }),
  ).toEqual([
    {
      resource: 'events.events.k8s.io/v1',
      status: 'skipped',
      message: 'The same objects as in the core group, where they are kept once.',
      objects: [],
    },
    { resource: 'events./v1', status: 'complete', resourceVersion: '7', objects: ['web.1'] },
  ]);
});

test('of an object that is there twice the one with more to say is kept, in any order', async () => {
  const manifest = object('apps/v1', 'Deployment', 'web', { spec: { replicas: 2, paused: false } });
  const live = {
    ...manifest,
    metadata: { ...manifest.metadata, resourceVersion: '9' },
    spec: { replicas: 3 },
  };
  const old = { ...object('extensions/v1beta1', 'Deployment', 'web'), status: {}, spec: {} };
  for (const documents of [
    [manifest, live, old],
    [old, live, manifest],
  ]) {
    const dump = await imported(
      filesOf(Object.fromEntries(documents.map((each, i) => [`${i}.json`, each]))),
    );
    expect(dump.lists.flatMap(({ objects }) => objects)).toEqual([live]);
    expect(dump.report.duplicates).toBe(2);
  }
});

test('a definition in the dump names its custom resources, and without one they are guessed', async () => {
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'meshes.x.io' },
    spec: {
      group: 'x.io',
      scope: 'Cluster',
      names: {
        plural: 'meshes',
        singular: 'mesh',
        kind: 'Mesh',
        shortNames: ['me'],
        categories: ['all'],
      },
      versions: [{ name: 'v1alpha1' }, { name: 'v1', storage: true }],
    },
  };
  const other = {
    ...definition,
    metadata: { name: 'unused.x.io' },
    spec: { ...definition.spec, names: { plural: 'unused', kind: 'Unused' } },
  };
  const { lists } = await imported(
    filesOf({
      'crds.json': [definition, other],
      'mesh.json': { apiVersion: 'x.io/v1', kind: 'Mesh', metadata: { name: 'm' } },
      'policy.json': object('y.io/v1beta1', 'RetryPolicy', 'p'),
    }),
  );
  expect(
    lists.filter(({ type }) => type.group.endsWith('.io') && /^[xy]/.test(type.group)),
  ).toEqual([
    {
      type: {
        group: 'x.io',
        version: 'v1',
        plural: 'meshes',
        kind: 'Mesh',
        singular: 'mesh',
        shortNames: ['me'],
        categories: ['all'],
        namespaced: false,
      },
      outcome: { status: 'partial', message: 'The dump does not say whether these are all.' },
      objects: [{ apiVersion: 'x.io/v1', kind: 'Mesh', metadata: { name: 'm' } }],
    },
    {
      type: {
        group: 'y.io',
        version: 'v1beta1',
        plural: 'retrypolicies',
        kind: 'RetryPolicy',
        singular: 'retrypolicy',
        shortNames: [],
        categories: [],
        namespaced: true,
      },
      outcome: { status: 'partial', message: 'The dump does not say whether these are all.' },
      objects: [object('y.io/v1beta1', 'RetryPolicy', 'p')],
    },
    {
      type: {
        group: 'x.io',
        version: 'v1',
        plural: 'unused',
        kind: 'Unused',
        singular: '',
        shortNames: [],
        categories: [],
        namespaced: false,
      },
      outcome: { status: 'skipped', message: 'Not in the dump.' },
      objects: [],
    },
  ]);
});

test('a definition whose names would lead out of the snapshot defines nothing', async () => {
  const definition = (group: string, plural: string) => ({
    ...object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', `${plural}.${group}`),
    spec: { group, scope: 'Namespaced', names: { plural, kind: 'Climber' }, versions: [] },
  });
  const lines = await ledger({
    'dump.json': [
      definition('example.com', '../../climbers'),
      definition('../../..', 'climbers'),
      definition('core', 'climbers'),
      object('example.com/v1', 'Climber', 'c'),
      apiList('../etc/v1', 'PasswdList', []),
      apiList('core/v1', 'PodList', []),
    ],
  });
  expect(lines.map(({ resource }) => resource)).toEqual([
    'customresourcedefinitions.apiextensions.k8s.io/v1',
    'climbers.example.com/v1',
  ]);
});

test('Secret values never come out of an import', async () => {
  const dump = await imported(
    filesOf({
      'secret.json': object('v1', 'Secret', 's', { data: { password: btoa('canary-value') } }),
    }),
  );
  expect(JSON.stringify(dump)).not.toMatch(/canary|Y2FuYXJ5/);
  expect(Object.values(dump.redactions)).toEqual([1]);
});

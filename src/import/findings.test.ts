import { expect, test } from 'vitest';
import { type Finding, findingsIn } from './findings.ts';

const found = (document: unknown): Finding[] => [
  ...findingsIn({ type: 'document', value: document, size: 0 }),
];

const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } };

test('an object alone', () => {
  expect(found(pod)).toEqual([
    { type: 'shape', shape: 'object' },
    { type: 'object', object: pod },
  ]);
});

test('what somebody set to null in the metadata is not there', () => {
  const metadata = { annotations: null, labels: { app: 'web' }, name: 'web', namespace: null };
  expect(found({ ...pod, metadata })).toContainEqual({
    type: 'object',
    object: { ...pod, metadata: { name: 'web', labels: { app: 'web' } } },
  });
});

test('items of an API list take its kind and version, unless they have their own', () => {
  const list = { apiVersion: 'v1', kind: 'Pod', resourceVersion: '7', partial: false };
  const document = {
    apiVersion: 'v1',
    kind: 'PodList',
    metadata: { resourceVersion: '7' },
    items: [{ metadata: { name: 'web' } }, { ...pod, kind: 'Other' }],
  };
  expect(found(document)).toEqual([
    { type: 'shape', shape: 'API list' },
    { type: 'list', list },
    { type: 'object', object: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } } },
    { type: 'object', object: { ...pod, kind: 'Other' } },
  ]);
});

test('an empty API list still names its kind', () => {
  expect(found({ apiVersion: 'batch/v1', kind: 'JobList', metadata: {}, items: [] })).toEqual([
    { type: 'shape', shape: 'API list' },
    {
      type: 'list',
      list: { apiVersion: 'batch/v1', kind: 'Job', resourceVersion: undefined, partial: false },
    },
  ]);
});

test.each([
  ['a page of a longer list', { continue: 'token' }],
  ['the list of one namespace', { selfLink: '/api/v1/namespaces/shop/pods' }],
])('%s is not the whole list', (_, metadata) => {
  expect(found({ apiVersion: 'v1', kind: 'PodList', metadata, items: [] })).toContainEqual({
    type: 'list',
    list: { apiVersion: 'v1', kind: 'Pod', resourceVersion: undefined, partial: true },
  });
});

test('Lists inside a List are opened', () => {
  const inner = { apiVersion: 'v1', kind: 'List', items: [pod] };
  expect(found({ apiVersion: 'v1', kind: 'List', items: [inner, pod] })).toEqual([
    { type: 'shape', shape: 'kubectl List' },
    { type: 'object', object: pod },
    { type: 'object', object: pod },
  ]);
});

test('Lists nested without end are refused', () => {
  const nested = Array.from({ length: 50 }).reduce<unknown>(
    (items) => ({ kind: 'List', items: [items] }),
    pod,
  );
  expect(found(nested).at(-1)).toEqual({ type: 'unreadable', reason: 'lists are nested too deep' });
});

test('a custom resource whose kind ends in List is an object', () => {
  const accessList = {
    apiVersion: 'x.io/v1',
    kind: 'AccessList',
    metadata: { name: 'a' },
    items: [1],
  };
  expect(found(accessList)).toContainEqual({ type: 'object', object: accessList });
});

test('what an API server answers besides objects', () => {
  expect(found({ kind: 'APIResourceList', groupVersion: 'v1', resources: [] })).toEqual([
    { type: 'shape', shape: 'API discovery' },
    { type: 'types', types: [] },
  ]);
  expect(found({ gitVersion: 'v1.36.2', platform: 'linux/amd64', major: '1' })).toEqual([
    { type: 'shape', shape: 'version' },
    { type: 'facts', facts: { version: 'v1.36.2', platform: 'linux/amd64' } },
  ]);
});

const list = { apiVersion: 'v1', kind: 'List' };

test.each([
  ['holds a string in place of an object', 'text'],
  ['holds nothing in place of an object', null],
  ['has no kind and no apiVersion', { replicas: 2 }],
  ['has no kind', { apiVersion: 'v1', metadata: { name: 'a' } }],
  ['has no apiVersion', { kind: 'Restaurant', metadata: { name: 'a' } }],
  ['has no metadata.name', { ...pod, metadata: { generateName: 'web-' } }],
  ['has no metadata.name', { ...pod, metadata: null }],
  [
    'metadata.labels.version is not what the API allows there',
    { ...pod, metadata: { name: 'a', labels: { version: 1 } } },
  ],
  ['has a kind that the API does not allow', { ...pod, kind: '../../Pod' }],
  ['has an apiVersion that the API does not allow', { ...pod, apiVersion: '../v1' }],
  [
    'is an error of the API server (Forbidden) and no object',
    { kind: 'Status', apiVersion: 'v1', reason: 'Forbidden' },
  ],
  [
    'is a Table, which holds columns and no objects',
    { kind: 'Table', apiVersion: 'meta.k8s.io/v1', rows: [] },
  ],
  ['items is null in a List that names no kind', { ...list, items: null }],
  ['items is not an array', { ...list, items: 'none' }],
  ['has no kind and no apiVersion', { ...list, items: [{ metadata: { name: 'a' } }] }],
])('unreadable: it %s', (reason, document) => {
  expect(found(document).filter(({ type }) => type !== 'shape')).toEqual([
    { type: 'unreadable', reason },
  ]);
});

import { expect, test } from 'vitest';
import { createRoutes, segment } from './routes.ts';

const routes = createRoutes('/');

test('every address of the site', () => {
  expect([
    routes.hub(),
    routes.cluster('prod'),
    routes.chapter('prod', 'etcd'),
    routes.namespace('prod', 'shop'),
    routes.kind('prod', 'deployments.apps', 2),
    routes.object('prod', { resource: 'deployments.apps', namespace: 'shop', name: 'web' }),
    routes.object('prod', { resource: 'nodes', name: 'worker-1', page: 3 }),
    routes.objectJson('prod', { resource: 'nodes', name: 'worker-1' }),
    routes.diff('staging', 'prod@2026-11-22T0800Z'),
  ]).toEqual([
    '/',
    '/prod/',
    '/prod/walkthrough/etcd/',
    '/prod/namespaces/shop/',
    '/prod/kinds/deployments.apps/2/',
    '/prod/objects/deployments.apps/shop/web/',
    '/prod/objects/nodes/worker-1/3/',
    '/prod/objects/nodes/worker-1/index.json',
    '/diff/staging...prod@2026-11-22T0800Z/',
  ]);
});

test('a base goes in front, with or without its last slash', () => {
  expect(createRoutes('/books/k8s').cluster('prod')).toBe('/books/k8s/prod/');
  expect(createRoutes('/books/k8s/').hub()).toBe('/books/k8s/');
});

test('no name leaves its folder', () => {
  const address = { resource: 'pods', namespace: '..', name: '../../../etc/passwd' };
  expect(routes.object('prod', address)).toBe(
    '/prod/objects/pods/~2e./~2e.~2f..~2f..~2fetc~2fpasswd/',
  );
});

test('a name over 200 bytes is cut, and told apart from others by its digest', () => {
  const [a, b] = [segment(`${'a'.repeat(253)}x`), segment(`${'a'.repeat(253)}y`)];
  expect(a).toMatch(/^a{183}~[0-9a-f]{16}$/);
  expect(b).not.toBe(a);
});

test('an object named as a page is not taken for one', () => {
  expect(segment('index.html')).toBe('index~2ehtml');
  expect(segment('index.json')).toBe('index~2ejson');
  expect(segment('index.html.bak')).toBe('index.html.bak');
});

test('an escape is not cut in two', () => {
  expect(segment(`${'a'.repeat(182)}${':'.repeat(30)}`)).toMatch(/^a{182}~[0-9a-f]{16}$/);
});

test('only a kept snapshot keeps its @, T and Z', () => {
  expect(routes.cluster('prod@EVIL')).toBe('/prod~40~45~56~49~4c/');
});

test('every page of an object leads to the one JSON of it', () => {
  const address = { resource: 'deployments.apps', namespace: 'shop', name: 'web' };
  const json = '/prod/objects/deployments.apps/shop/web/index.json';
  expect(createRoutes('/').objectJson('prod', address)).toBe(json);
  expect(createRoutes('/').objectJson('prod', { ...address, page: 2 })).toBe(json);
});

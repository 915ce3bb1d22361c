import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { isAboutCluster, objectsMeant, targetOf } from './note-target.ts';

test('the fields that are there say what a note is about', () => {
  expect(
    [
      {},
      { cluster: 'prod' },
      { namespace: 'shop' },
      { kind: 'Certificate' },
      { kind: 'Certificate', namespace: 'shop' },
      { kind: 'Deployment', namespace: 'shop', name: 'web' },
      { labels: { team: 'shop' } },
      { kind: 'Certificate', name: '*' },
    ].map(targetOf),
  ).toEqual([
    'cluster',
    'cluster',
    'namespace',
    'kind',
    'objects',
    'objects',
    'objects',
    'objects',
  ]);
});

test('a kept snapshot is one of its cluster', () => {
  const ids = ['prod', 'prod@2026-11-21T0800Z', 'prod-eu', 'staging'];
  expect(ids.filter((id) => isAboutCluster({ cluster: ['prod', 'stag*'] }, id))).toEqual([
    'prod',
    'prod@2026-11-21T0800Z',
    'staging',
  ]);
  expect(ids.every((id) => isAboutCluster({}, id))).toBe(true);
});

test('an object is meant where its namespace, its name and every label agree', () => {
  const labels = { team: 'shop', tier: 'web' };
  const web = object('apps/v1', 'Deployment', 'shop/web', { metadata: { labels } });
  const node = object('v1', 'Node', 'web');
  const aims = [
    { namespace: 'shop', name: 'web' },
    { namespace: 's*', name: 'w*', labels: { team: 'shop' } },
    { namespace: 'blog', name: 'web' },
    { name: 'we' },
    { labels: { team: 'shop', ['constructor']: 'x' } as Record<string, string> },
    { namespace: '*', name: '*' },
    { name: '*' },
  ];
  expect(aims.map((aim) => [objectsMeant(aim)(web), objectsMeant(aim)(node)])).toEqual([
    [true, false],
    [true, false],
    [false, false],
    [false, false],
    [false, false],
    [true, false],
    [true, true],
  ]);
});

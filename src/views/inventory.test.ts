import { expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { modelOf, object, pod, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { gapsOf, kindInventory } from './inventory.ts';

test('kinds stand by what they are about, in the order of the registry, unknown ones last', () => {
  const model = modelOf(
    pod('shop/a'),
    object('stable.example.com/v1', 'Oven', 'shop/o'),
    object('apps/v1', 'Deployment', 'shop/d'),
    object('v1', 'Secret', 'shop/s'),
    object('v1', 'ConfigMap', 'shop/c'),
    object('baking.example.com/v1', 'Bread', 'shop/b'),
  );
  const { categories, lead } = kindInventory(model, links);
  expect(categories.map(({ label, kinds }) => [label, ...kinds.map(({ kind }) => kind)])).toEqual([
    ['Workloads', 'Deployments', 'Pods'],
    ['Configuration', 'ConfigMaps', 'Secrets'],
    ['Extensions', 'Breads', 'Ovens'],
  ]);
  expect(lead).toMatch(/^6 objects of 6 kinds\. /);
});

test('a kind leads to its page and tells whether kubectl get all shows it', () => {
  const { categories } = kindInventory(modelOf(object('apps/v1', 'Deployment', 'shop/d')), links);
  expect(categories[0]?.kinds[0]).toMatchObject({
    kind: 'Deployments',
    href: 'kind deployments.apps',
    group: 'apps',
    total: 1,
    inAll: true,
  });
});

test('a list that was read and has nothing in it is named; one that nobody read is not', () => {
  const snapshot = withCoverage(snapshotOf(pod('shop/a')), { secrets: 'forbidden' });
  const { empty } = kindInventory(buildModel(snapshot), links);
  expect(empty).toContain('configmaps');
  expect(empty).not.toContain('secrets');
  expect(empty).not.toContain('pods');
});

test('kinds that were not captured for the same reason stand together', () => {
  const snapshot = withCoverage(snapshotOf(pod('shop/a')), {
    secrets: 'forbidden',
    configmaps: 'forbidden',
    events: { status: 'skipped', message: 'left out unless asked for' },
  });
  expect(
    gapsOf(buildModel(snapshot)).map(({ kinds, why }) => `${kinds.join(', ')}: ${why}`),
  ).toEqual([
    'Events: left out unless asked for',
    'ConfigMaps, Secrets: forbidden for the account that took the snapshot',
  ]);
});

test('a kind that two groups serve is named with its group', async () => {
  const model = buildModel(await readSnapshot('snapshots/docker-desktop'));
  expect(gapsOf(model)).toEqual([
    {
      kinds: ['Events of events.k8s.io'],
      why: 'The same objects as in the core group, where they are kept once.',
    },
  ]);
});

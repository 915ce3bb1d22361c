import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagram, edge, node, sevenPx } from './diagram.fixture.ts';
import { layoutEngine, layoutLayered } from './layered-layout.ts';
import type { TextCache } from './text-cache.ts';

const nested = diagram(
  [node('client'), node('api', { group: 'pods' }), node('etcd', { group: 'pods' })],
  [edge('client', 'api', { label: '6443' }), edge('api', 'etcd', { label: '2379' })],
  {
    groups: [
      { id: 'machine', label: 'Node one' },
      { id: 'pods', label: 'Static pods', parent: 'machine' },
      { id: 'empty', label: 'Nothing' },
    ],
  },
);

test('boxes stand left to right inside their groups', async () => {
  const layout = await layoutLayered(nested, sevenPx);
  const [client, api, etcd] = layout.nodes.map(({ box }) => box.x);
  expect([client, api, etcd]).toEqual([client, api, etcd].toSorted((a = 0, b = 0) => a - b));
  expect(layout.groups.map(({ group, level }) => [group.id, level])).toEqual([
    ['machine', 1],
    ['pods', 2],
  ]);
  const [machine, pods] = layout.groups.map(({ box }) => box);
  expect(machine?.x).toBeLessThan(pods?.x ?? 0);
  expect(pods?.x).toBeLessThan(api ?? 0);
  expect(layout.edges.map(({ label }) => label !== undefined)).toEqual([true, true]);
});

test('the same diagram gets the same layout, and a kept one is not computed again', async () => {
  const kept = new Map<string, string>();
  const cache: TextCache = {
    get: async (key) => kept.get(key),
    set: async (key, text) => void kept.set(key, text),
  };
  const first = await layoutLayered(nested, sevenPx, cache);
  expect(kept.size).toBe(1);
  expect(await layoutLayered(nested, sevenPx, cache)).toEqual(first);
  expect(await layoutLayered(nested, sevenPx)).toEqual(first);
});

test('an edge to a node that is not there is left out', async () => {
  const layout = await layoutLayered(diagram([node('a')], [edge('a', 'b')]), sevenPx);
  expect(layout.edges).toEqual([]);
});

test('kept layouts are those of the installed engine', () => {
  const { name, version } = JSON.parse(readFileSync('node_modules/elkjs/package.json', 'utf8'));
  expect(layoutEngine).toBe(`${name} ${version}`);
});

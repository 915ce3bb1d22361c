import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resourceKey } from '#snapshot/manifest.ts';
import type { Answer } from './answer.ts';
import type { JsonClient } from './api-client.ts';
import { discover } from './discovery.ts';

const unavailable: Answer = { type: 'refused', status: 503, message: 'unavailable' };

/** A client of a server that answers these paths; `undefined` is a group whose own server is down. */
function clientOf(answers: Readonly<Record<string, object | undefined>>): JsonClient {
  return {
    address: 'https://double',
    get: async (path) => {
      const json = answers[path];
      return json === undefined ? unavailable : { type: 'ok', value: json };
    },
  };
}

describe.each(['docker-desktop', 'shop-prod'])('discovery recorded from %s', (sample) => {
  const folder = `../shared/samples/${sample}`;
  const json = (path: string) => JSON.parse(readFileSync(`${folder}/${path}`, 'utf8'));

  test.skipIf(!existsSync(folder))(
    'names every list that was recorded, once, and no other',
    async () => {
      const client = clientOf({
        '/api': json('discovery/api.aggregated.json'),
        '/apis': json('discovery/apis.aggregated.json'),
      });
      const { resources, dead } = await discover(client);
      const recorded: { resource: string; group: string; version: string; kind: string }[] =
        json('raw/index.json').resources;
      expect(
        resources.map((type) => `${resourceKey(type)} ${type.version} ${type.kind}`).sort(),
      ).toEqual(
        recorded
          .map(({ resource, group, version, kind }) => {
            const key = resourceKey({ plural: resource, group });
            return `${key} ${version} ${kind}`;
          })
          .sort(),
      );
      expect(dead.map(resourceKey)).toEqual(
        sample === 'shop-prod' ? ['unknown.metrics.k8s.io'] : [],
      );
    },
  );
});

/** A resource in the old form of discovery. */
function listed(name: string, kind: string, verbs = ['get', 'list']) {
  return { name, kind, singularName: kind.toLowerCase(), namespaced: true, verbs };
}

const legacy = {
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/api/v1': {
    resources: [
      listed('pods', 'Pod'),
      listed('pods/log', 'Pod', ['get']),
      listed('bindings', 'Binding', ['create']),
    ],
  },
  '/apis': {
    kind: 'APIGroupList',
    groups: [
      {
        name: 'autoscaling',
        versions: [{ groupVersion: 'autoscaling/v1' }, { groupVersion: 'autoscaling/v2' }],
        preferredVersion: { groupVersion: 'autoscaling/v2' },
      },
      { name: 'dead.example.com', versions: [{ groupVersion: 'dead.example.com/v1' }] },
    ],
  },
  '/apis/autoscaling/v1': {
    resources: [
      listed('horizontalpodautoscalers', 'HorizontalPodAutoscaler'),
      listed('olds', 'Old'),
    ],
  },
  '/apis/autoscaling/v2': {
    resources: [listed('horizontalpodautoscalers', 'HorizontalPodAutoscaler')],
  },
  '/apis/dead.example.com/v1': undefined,
};

test('an old server names its groups first; the preferred version counts, others fill up', async () => {
  const { resources, dead } = await discover(clientOf(legacy));
  expect(resources.map((type) => `${resourceKey(type)} ${type.version}`)).toEqual([
    'pods v1',
    'horizontalpodautoscalers.autoscaling v2',
    'olds.autoscaling v1',
  ]);
  expect(dead.map(resourceKey)).toEqual(['unknown.dead.example.com']);
});

test('a resource whose name would lead out of the folder is refused', async () => {
  const resources = [listed('..', 'Evil')];
  await expect(discover(clientOf({ ...legacy, '/api/v1': { resources } }))).rejects.toThrow(
    'is not a name the API allows',
  );
});

test('a server that may not be asked is named', async () => {
  await expect(discover(clientOf({}))).rejects.toThrow(
    'https://double does not say what it serves: unavailable.',
  );
});

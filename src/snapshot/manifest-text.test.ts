import { expect, test } from 'vitest';
import type { Manifest } from './manifest.ts';
import { manifestText } from './manifest-text.ts';

const manifest: Manifest = {
  formatVersion: 1,
  id: 'prod',
  cluster: { name: 'prod' },
  takenAt: '2026-11-22T08:00:00Z',
  tool: { name: 'clusterbook', version: '0.1.0' },
  source: { type: 'api' },
  sample: undefined,
  resources: ['pods', 'services'].map((plural) => ({
    group: '',
    version: 'v1',
    plural,
    kind: 'Kind',
    singular: '',
    shortNames: [],
    categories: [],
    namespaced: true,
    status: 'complete',
    count: 0,
    bytes: 0,
  })),
  redactions: {},
};

test('each field and each resource has a line of its own, and what is absent none', () => {
  const lines = manifestText(manifest).split('\n');
  expect(lines.filter((line) => line.includes('"plural"'))).toHaveLength(2);
  expect(lines.map((line) => /^ {2}"(\w+)"/.exec(line)?.[1]).filter(Boolean)).toEqual([
    'formatVersion',
    'id',
    'cluster',
    'takenAt',
    'tool',
    'source',
    'resources',
    'redactions',
  ]);
  expect(lines.at(-1)).toBe('');
});

test('the text is JSON of the manifest', () => {
  const { sample: _, ...written } = manifest;
  expect(JSON.parse(manifestText(manifest))).toEqual(written);
});

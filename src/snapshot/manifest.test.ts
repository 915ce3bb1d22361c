import { expect, test } from 'vitest';
import {
  type CoverageStatus,
  compareResources,
  coverageCounts,
  coverageText,
  type Resource,
  ResourceType,
  resourceFile,
  resourceKey,
} from './manifest.ts';

const resource = (
  group: string,
  plural: string,
  status: CoverageStatus = 'complete',
): Resource => ({
  group,
  version: 'v1',
  plural,
  kind: 'Kind',
  singular: '',
  shortNames: [],
  categories: [],
  namespaced: true,
  status,
  count: 0,
  bytes: 0,
});

test('a resource is called as kubectl calls it, and its file lies in the folder of its group', () => {
  const names = [resource('', 'pods'), resource('apps', 'deployments')];
  expect(names.map(resourceKey)).toEqual(['pods', 'deployments.apps']);
  expect(names.map(resourceFile)).toEqual(['core/pods.json', 'apps/deployments.json']);
});

test('a name that leads out of the folder is none the API allows', () => {
  const accepts = (group: string, plural: string) =>
    ResourceType.safeParse({ group, version: 'v1', plural, kind: 'Kind', namespaced: true })
      .success;
  expect(accepts('apps', 'deployments')).toBe(true);
  expect([accepts('..', 'pods'), accepts('', '../pods'), accepts('a/b', 'pods')]).toEqual([
    false,
    false,
    false,
  ]);
});

test('the ledger is in the order of groups, the core group first, then of plurals', () => {
  const ledger = [resource('batch', 'jobs'), resource('apps', 'b'), resource('apps', 'a')];
  ledger.push(resource('', 'services'));
  expect(ledger.sort(compareResources).map(resourceKey)).toEqual([
    'services',
    'a.apps',
    'b.apps',
    'jobs.batch',
  ]);
});

test('coverage counts what is held, and says when some of it may lack objects', () => {
  const text = (...statuses: CoverageStatus[]) =>
    coverageText(
      coverageCounts(statuses.map((status) => ({ ...resource('', 'pods', status), count: 1 }))),
    );
  expect(text('complete', 'complete', 'forbidden')).toBe('2 of 3 resources captured');
  expect(text('complete', 'inconsistent', 'partial', 'skipped')).toBe(
    '3 of 4 resources captured, 2 of them in part',
  );
  expect(text('partial')).toBe('1 of 1 resource captured, none known to be whole');
  expect(text('unavailable')).toBe('0 of 1 resource captured');
  // Events, which two groups serve, are kept once and count once.
  const events = { plural: 'events', kind: 'Event' };
  const twice = [
    { ...resource('', 'events', 'complete'), ...events },
    { ...resource('events.k8s.io', 'events', 'skipped'), ...events },
  ];
  expect(coverageText(coverageCounts(twice))).toBe('1 of 1 resource captured');
  // A dump whose format has no place for the kind.
  expect(coverageCounts([resource('', 'secrets', 'partial')])).toEqual({
    complete: 0,
    partial: 0,
    total: 1,
  });
});

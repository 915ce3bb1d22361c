import { expect, test } from 'vitest';
import { chooseSnapshots, type Listed, servedSnapshots } from './served-snapshots.ts';

const taken = (id: string, day: number, sample = false): Listed => ({
  id,
  takenAt: `2026-11-${day}T08:00:00Z`,
  sample,
});
const ids = (served: readonly { readonly id: string }[]) => served.map(({ id }) => id);

test('the newest snapshot of a cluster has its plain id, older ones their time', () => {
  const listed = [taken('prod@2026-11-22T0800Z', 22), taken('prod', 21), taken('dev', 20)];
  expect(
    servedSnapshots(listed).map(({ id, newest, snapshot }) => [id, newest, snapshot.id]),
  ).toEqual([
    ['dev', true, 'dev'],
    ['prod', true, 'prod@2026-11-22T0800Z'],
    ['prod@2026-11-21T0800Z', false, 'prod'],
  ]);
});

test('samples stand aside for the first snapshot that is none', () => {
  const served = servedSnapshots([taken('docker-desktop', 20, true), taken('prod', 21)]);
  expect(ids(chooseSnapshots(served, { only: [], samples: false }))).toEqual(['prod']);
  expect(ids(chooseSnapshots(served, { only: [], samples: true }))).toEqual([
    'docker-desktop',
    'prod',
  ]);
});

test('samples alone are the book', () => {
  const served = servedSnapshots([taken('docker-desktop', 20, true)]);
  expect(ids(chooseSnapshots(served, { only: [], samples: false }))).toEqual(['docker-desktop']);
});

test('a snapshot asked for by name is shown, and nothing else, at the address it always has', () => {
  const served = servedSnapshots([taken('prod', 20), taken('prod@2026-11-22T0800Z', 22)]);
  expect(ids(chooseSnapshots(served, { only: ['prod@2026-11-20T0800Z'], samples: false }))).toEqual(
    ['prod@2026-11-20T0800Z'],
  );
});

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sortedRuns } from './sorted-runs.ts';

const keyOf = (line: string) => (JSON.parse(line) as [key: string])[0];
const keyed = (key: string, value: number) => ({ key, line: JSON.stringify([key, value]) });

async function* nothing() {}

/** Runs of a few characters each, so that every few lines go to the disk. */
async function tinyRuns(held = 20) {
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-runs-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return { folder, runs: sortedRuns(folder, keyOf, { held, files: 3 }) };
}

/** Keys in an order that has nothing to do with theirs, each twice; the second has the higher value. */
const shuffled = Array.from({ length: 200 }, (_, at) =>
  keyed(`k${String((at * 37) % 100).padStart(3, '0')}`, at),
);

test('lines that come in any order leave in that of their keys, the later of each key', async () => {
  const { runs, folder } = await tinyRuns();
  for (const line of shuffled) await runs.add(line);
  expect((await readdir(folder)).length).toBeGreaterThan(30);
  const lines = await Array.fromAsync(runs.merged(nothing()));
  const later = shuffled.slice(100).sort((a, b) => (a.key < b.key ? -1 : 1));
  expect(lines).toEqual(later);
});

test('lines in order that came before take part, and give way to later ones of their key', async () => {
  const { runs } = await tinyRuns();
  async function* first() {
    yield* [keyed('a', 0), keyed('c', 0), keyed('c', 1)];
  }
  for (const line of [keyed('d', 2), keyed('c', 3), keyed('b', 4)]) await runs.add(line);
  const lines = await Array.fromAsync(runs.merged(first()));
  expect(lines.map(({ line }) => line)).toEqual(['["a",0]', '["b",4]', '["c",3]', '["d",2]']);
});

test.each([5, 20, 1000])(
  'what is rolled back is gone, on the disk too (%i in memory)',
  async (held) => {
    const { runs } = await tinyRuns(held);
    await runs.add(keyed('b', 1));
    await runs.commit();
    for (const line of [keyed('a', 2), keyed('b', 2), keyed('c', 2)]) await runs.add(line);
    await runs.rollback();
    await runs.add(keyed('c', 3));
    await runs.commit();
    await runs.add(keyed('d', 4));
    const lines = await Array.fromAsync(runs.merged(nothing()));
    expect(lines.map(({ line }) => line)).toEqual(['["b",1]', '["c",3]', '["d",4]']);
  },
);

test('a line may hold a line separator of Unicode', async () => {
  const { runs } = await tinyRuns(1);
  const line = keyed('a\u2028b\u0085', 1);
  await runs.add(line);
  expect(await Array.fromAsync(runs.merged(nothing()))).toEqual([line]);
});

import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { diskCache, forgetOld } from './disk-cache.ts';

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-cache-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('what was kept is there for the next build, in its own area', async () => {
  const folder = await emptyFolder();
  await diskCache('svg', folder).set('flowchart', '<svg/>');
  expect(await diskCache('svg', folder).get('flowchart')).toBe('<svg/>');
  expect(await diskCache('svg', folder).get('pie')).toBeUndefined();
  expect(await diskCache('elk', folder).get('flowchart')).toBeUndefined();
});

test('no key becomes a path, and no draft stays behind', async () => {
  const folder = await emptyFolder();
  await diskCache('svg', folder).set('../../outside', '<svg/>');
  expect(await readdir(folder, { recursive: true })).toEqual([
    'svg',
    expect.stringMatching(/^svg.[0-9a-f]{64}$/),
  ]);
});

test('of two that are kept under one key at once, one is there whole', async () => {
  const cache = diskCache('svg', await emptyFolder());
  const drawn = ['<svg/>'.repeat(50_000), '<svg/>'];
  await Promise.all(drawn.map((text) => cache.set('flowchart', text)));
  expect(drawn).toContain(await cache.get('flowchart'));
});

test('a cache that cannot be written or read only forgets', async () => {
  const file = join(await emptyFolder(), 'file');
  await writeFile(file, '');
  const cache = diskCache('svg', file);
  await cache.set('flowchart', '<svg/>');
  expect(await cache.get('flowchart')).toBeUndefined();
});

test('what was kept long ago is forgotten, the rest stays', async () => {
  const folder = await emptyFolder();
  const cache = diskCache('svg', folder);
  await cache.set('old', '<svg/>');
  const [old = ''] = await readdir(join(folder, 'svg'));
  const fortyDaysAgo = new Date(Date.now() - 40 * 24 * 60 * 60 * 1000);
  await utimes(join(folder, 'svg', old), fortyDaysAgo, fortyDaysAgo);
  await cache.set('new', '<svg/>');
  await forgetOld(30, folder);
  expect(await cache.get('old')).toBeUndefined();
  expect(await cache.get('new')).toBe('<svg/>');
  await expect(forgetOld(30, join(folder, 'nowhere'))).resolves.toBeUndefined();
});

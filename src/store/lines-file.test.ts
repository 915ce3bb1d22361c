import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLinesFile } from './lines-file.ts';

async function emptyFile() {
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-lines-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'core/pods.json');
  return { path, file: await openLinesFile(path) };
}

/** Too long for the buffer, and of characters of three bytes. */
const long = JSON.stringify('→'.repeat(200_000));

test('a file is a JSON array with a line an item, with its size and digest', async () => {
  const { path, file } = await emptyFile();
  const items = ['1', long, '"é"', ...Array.from({ length: 50_000 }, (_, at) => `{"at":${at}}`)];
  for (const item of items) await file.add(item);
  const sealed = await file.seal();
  const bytes = await readFile(path);
  expect(bytes.toString()).toBe(`[\n${items.join(',\n')}\n]\n`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(sealed).toEqual({ count: items.length, bytes: bytes.length, sha256 });
});

test.each([
  ['in the buffer', '2'],
  ['on the disk', long],
])('what is rolled back %s was never there', async (_where, dropped) => {
  const { path, file } = await emptyFile();
  await file.add(dropped);
  await file.rollback();
  await file.add('1');
  await file.commit();
  await file.add(dropped);
  await file.rollback();
  await file.add('3');
  const sealed = await file.seal();
  const bytes = await readFile(path);
  expect(bytes.toString()).toBe('[\n1,\n3\n]\n');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(sealed).toEqual({ count: 2, bytes: bytes.length, sha256 });
});

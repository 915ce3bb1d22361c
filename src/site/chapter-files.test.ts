import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readChapterFiles } from './chapter-files.ts';

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-content-'));
  const files = {
    'shipped/walkthrough/09-datastore.md': 'shipped datastore',
    'shipped/walkthrough/10-api-server.md': 'shipped API server',
    'shipped/walkthrough/README.md': 'for authors',
    'own/walkthrough/11-datastore.md': 'own datastore',
    'own/walkthrough/27-our-gateway.md': 'our gateway',
  };
  await mkdir(at('shipped/walkthrough'), { recursive: true });
  await mkdir(at('own/walkthrough'), { recursive: true });
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(at(name), text)));
});
afterAll(() => rm(folder, { recursive: true }));

test('a chapter of the user replaces the shipped one of its slug, others are added', async () => {
  const files = await readChapterFiles([at('shipped'), at('own')]);
  expect(files.map(({ name, text }) => [name, text])).toEqual([
    ['10-api-server.md', 'shipped API server'],
    ['11-datastore.md', 'own datastore'],
    ['27-our-gateway.md', 'our gateway'],
  ]);
});

test('a folder without a walkthrough adds nothing', async () => {
  expect(await readChapterFiles([at('shipped'), at('none')])).toHaveLength(2);
  expect(await readChapterFiles([at('none')])).toEqual([]);
});

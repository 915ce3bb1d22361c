/** Memory of an import: 250 MB and four times the largest document, whatever the document is. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { measureRuns } from '../../bench/measure.ts';

const measure = measureRuns(1);

const head = 'apiVersion: example.com/v1\nkind: Large\nmetadata:\n  name: large\nspec:\n';
const json = '{"apiVersion":"example.com/v1","kind":"Large","metadata":{"name":"large"},"spec":';
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

test.each([
  ['a map of YAML', head + lines(200_000, (index) => `  key-${index}: ${index % 10}\n`)],
  [
    'a list of YAML',
    head + lines(60_000, (index) => `- host: h${index}\n  port: ${index}\n  on: yes\n`),
  ],
  ['a text of YAML', `${head}  text: |\n${lines(150_000, (index) => `    line ${index}: text\n`)}`],
  ['JSON', `${json}{${lines(200_000, (index) => `"key-${index}":1,`)}"last":1}}`],
])('%s as one document stays below the bound', async (_, text) => {
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-memory-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'large.txt');
  await writeFile(file, text);
  const command = ['scripts/clusterbook.mjs', 'import', file, '--snapshots', join(folder, 'out')];
  const { rss } = await measure([process.execPath, ...command]);
  expect(await readdir(join(folder, 'out'))).toEqual(['large']);
  expect(rss).toBeLessThan(250 + (4 * text.length) / 1e6);
});

import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLines } from './read-lines.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lines-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a file is read line by line, with its size and digest', async () => {
  const text = '[\n{"a":1},\n{"a":"ü"}\n]\n';
  expect(await linesOf(text)).toEqual({
    lines: ['[', '{"a":1},', '{"a":"ü"}', ']'],
    found: { bytes: 24, sha256: createHash('sha256').update(text).digest('hex') },
  });
});

test('lines are whole, however they lie across what is read at once', async () => {
  const lines = ['short', 'x'.repeat(1_048_571), 'ü'.repeat(3_000_000), '', 'y'.repeat(70_000)];
  expect((await linesOf(`${lines.join('\n')}\n`)).lines).toEqual(lines);
});

test('a last line counts without its end', async () => {
  expect((await linesOf('one\ntwo')).lines).toEqual(['one', 'two']);
});

test('an empty file has no line, and one that is not there is none', async () => {
  expect((await linesOf('')).lines).toEqual([]);
  expect(await readLines(join(folder, 'nowhere'), () => {})).toBeUndefined();
});

async function linesOf(text: string) {
  const path = join(folder, 'file');
  await writeFile(path, text);
  const lines: string[] = [];
  const found = await readLines(path, (line) => lines.push(line.toString()));
  return { lines, found };
}

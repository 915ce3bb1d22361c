import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clusterbookProcess } from './run.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-check-'));
  await mkdir(join(folder, 'walkthrough'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('the chapters that ship are without a mistake', async () => {
  expect(await clusterbookProcess(['check'])).toMatchObject({ status: 0, stderr: '' });
});

test('a mistake in a chapter is told with its file and line', async () => {
  await writeFile(join(folder, 'walkthrough', '01-odd.md'), 'No front matter.\n');
  const { status, stdout } = await clusterbookProcess([
    'check',
    '--content',
    folder,
    '--format',
    'github',
  ]);
  expect(status).toBe(1);
  expect(stdout).toBe(
    `::error file=${folder}/walkthrough/01-odd.md,line=1::a chapter begins with front matter between two "---".\n`,
  );
});

test('too little described is a finding, and names what is not', async () => {
  const { status, stdout } = await clusterbookProcess(['check', '--min-coverage', '90']);
  expect(status).toBe(1);
  expect(stdout).toContain('not described: Deployment search/search-api');
});

test.each([
  [['check', '--min-coverage', 'many'], 'is no percentage'],
  [['check', '--format', 'yaml'], 'There is no format'],
  [['check', '--content', '/nowhere'], 'is not there'],
])('%j is refused with a reason', async (args, reason) => {
  const { status, stderr } = await clusterbookProcess(args);
  expect(status).toBe(2);
  expect(stderr).toContain(reason);
});

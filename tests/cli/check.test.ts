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

test('a mistake in a chapter that takes the place of ours is one mistake, though others lead to it', async () => {
  await writeFile(join(folder, 'walkthrough', '09-datastore.md'), 'No front matter.\n');
  const { stdout } = await clusterbookProcess(['check', '--content', folder, '--format', 'github']);
  expect(stdout).toBe(
    `::error file=${folder}/walkthrough/09-datastore.md,line=1::a chapter begins with front matter between two "---".\n`,
  );
});

test('a name that no snapshot has, and a fact that does not exist, are told with their lines', async () => {
  const chapter = [
    '---',
    'number: 90',
    'title: Ours',
    'part: First look',
    'summary: Our own.',
    '---',
    '',
    'We run :ref[the shop]{kind="deployments.apps" namespace="shop" name="shopp"}.',
    '',
    '::table{kind="deploymens.apps"}',
    '',
    '::table{kind="services" namespace="default" name="kube*"}',
    '',
    'On :value[nodes.cuont].',
    '',
  ];
  await writeFile(join(folder, 'walkthrough', '90-ours.md'), chapter.join('\n'));
  const { status, stdout } = await clusterbookProcess(['check', '--content', folder]);
  expect(status).toBe(1);
  const file = join(folder, 'walkthrough', '90-ours.md');
  expect(stdout.split('\n').filter((line) => line.startsWith(file))).toEqual([
    `${file}:8: no snapshot has deployments.apps "shopp" in shop.`,
    `${file}:10: no snapshot has a resource "deploymens.apps".`,
    `${file}:14: there is no fact "nodes.cuont".`,
  ]);
});

test('a note about nothing is told with its line, and one about a Deployment describes it', async () => {
  const deployment = (name: string) =>
    `---\nkind: Deployment\nnamespace: search\nname: ${name}\n---\nText.\n`;
  await mkdir(join(folder, 'notes'));
  await writeFile(join(folder, 'notes', 'a.md'), deployment('search-apy'));
  await writeFile(join(folder, 'notes', 'b.md'), deployment('search-api'));
  const { status, stdout } = await clusterbookProcess([
    ...['check', '--content', folder, '--min-coverage', '100'],
  ]);
  expect(status).toBe(1);
  const file = join(folder, 'notes', 'a.md');
  expect(stdout.split('\n').filter((line) => line.startsWith(folder))).toEqual([
    `${file}:4: no snapshot has a Deployment "search-apy" in namespace search.`,
  ]);
  expect(stdout).not.toContain('not described: Deployment search/search-api');
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

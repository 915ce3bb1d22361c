import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { writeSnapshot } from '#store/snapshot-writer.ts';
import { clusterbook } from './run.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-list-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const type = (plural: string, kind: string) => ({
  group: '',
  version: 'v1',
  plural,
  kind,
  singular: '',
  shortNames: [],
  categories: [],
  namespaced: true,
});

async function writeExample(id: string, takenAt: string, version?: string) {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' } };
  const lists = [
    { type: type('pods', 'Pod'), outcome: { status: 'complete' as const }, objects: [pod] },
    { type: type('secrets', 'Secret'), outcome: { status: 'forbidden' as const }, objects: [] },
  ];
  await writeSnapshot(folder, id, lists, {
    cluster: { name: id.replace(/@.*/, ''), ...(version === undefined ? {} : { version }) },
    takenAt,
    tool: { name: 'clusterbook', version: '0.1.0' },
    source: { type: 'api' },
    redactions: {},
  });
}

test('the JSON names id, cluster, time, version, objects and coverage of each', async () => {
  await writeExample('prod', '2026-11-22T08:00:00Z', 'v1.36.2');
  await writeExample('prod@2026-11-21T0800Z', '2026-11-21T08:00:00Z');
  const { status, stdout } = await clusterbook('list', '--json', '--snapshots', folder);
  expect([status, JSON.parse(stdout)]).toEqual([
    0,
    [
      {
        id: 'prod',
        cluster: 'prod',
        takenAt: '2026-11-22T08:00:00Z',
        version: 'v1.36.2',
        objects: 1,
        coverage: { complete: 1, partial: 0, total: 2 },
      },
      {
        id: 'prod@2026-11-21T0800Z',
        cluster: 'prod',
        takenAt: '2026-11-21T08:00:00Z',
        version: null,
        objects: 1,
        coverage: { complete: 1, partial: 0, total: 2 },
      },
    ],
  ]);
});

test('the table gives ages as kubectl does', async () => {
  await writeExample('prod', '2000-01-01T00:00:00Z', 'v1.36.2');
  const { stdout } = await clusterbook('list', '--snapshots', folder);
  expect(stdout.replace(/\d+y/, '<age>')).toMatchInlineSnapshot(`
    "ID     CLUSTER   VERSION   AGE   OBJECTS   COVERAGE
    prod   prod      v1.36.2   <age>   1         1/2
    "
  `);
});

test('a damaged snapshot is named and the others are listed', async () => {
  await writeExample('prod', '2026-11-22T08:00:00Z');
  await mkdir(join(folder, 'broken'));
  await writeFile(join(folder, 'broken/snapshot.json'), '{');
  const { status, stdout, stderr } = await clusterbook('list', '--json', '--snapshots', folder);
  expect([
    status,
    JSON.parse(stdout).length,
    stderr.replaceAll(folder, 'DIR'),
  ]).toMatchInlineSnapshot(`
    [
      2,
      1,
      "warning: DIR/broken/snapshot.json is damaged: it is not whole JSON.
    Take the snapshot again, or restore the folder from version control or a backup.
    ",
    ]
  `);
});

test('without snapshots the list is empty and says so', async () => {
  const nowhere = join(folder, 'nowhere');
  const { status, stdout, stderr } = await clusterbook('list', '--snapshots', nowhere);
  expect([status, stdout, stderr]).toEqual([0, '', `There are no snapshots in ${nowhere}.\n`]);
  const asJson = await clusterbook('list', '--json', '--snapshots', nowhere);
  expect(asJson).toEqual({ status: 0, stdout: '[]\n', stderr: '' });
});

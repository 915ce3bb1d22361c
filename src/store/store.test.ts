import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ResourceType } from '#snapshot/manifest.ts';
import { complaintOf } from '#tests/fixtures/complaint.ts';
import { UserError } from '#user-error.ts';
import { listSnapshots } from './list-snapshots.ts';
import { readSnapshot } from './read-snapshot.ts';
import { openSnapshotWriter, type SnapshotFacts, writeSnapshot } from './snapshot-writer.ts';

const pods: ResourceType = {
  group: '',
  version: 'v1',
  plural: 'pods',
  kind: 'Pod',
  singular: 'pod',
  shortNames: ['po'],
  categories: ['all'],
  namespaced: true,
};
const secrets: ResourceType = { ...pods, plural: 'secrets', kind: 'Secret', singular: 'secret' };
const complete = { status: 'complete', resourceVersion: '7' } as const;

const facts: SnapshotFacts = {
  cluster: { name: 'prod', uid: 'uid-of-prod', version: 'v1.36.2' },
  takenAt: '2026-11-22T08:00:00Z',
  tool: { name: 'clusterbook', version: '0.1.0' },
  source: { type: 'api' },
  redactions: {},
};

const pod = (namespace: string, name: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace },
});

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-store-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const writePods = (id: string, objects: readonly KubeObject[], given = facts) =>
  writeSnapshot(folder, id, [{ type: pods, outcome: complete, objects }], given);

const podNames = async (id: string) =>
  (await readSnapshot(join(folder, id))).lists.flatMap(({ objects }) =>
    objects.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`),
  );

/** The message and the hint of the error, without the name of the temporary folder. */
async function complaint(action: Promise<unknown>): Promise<string> {
  return (await complaintOf(action)).replaceAll(folder, 'snapshots');
}

test('a snapshot is a manifest and a file of one line per object', async () => {
  await writePods('prod', [pod('shop', 'web'), pod('shop', 'api'), pod('a-b', 'x'), pod('a', 'y')]);
  expect(await readFile(join(folder, 'prod/core/pods.json'), 'utf8')).toBe(`[
{"apiVersion":"v1","kind":"Pod","metadata":{"name":"x","namespace":"a-b"}},
{"apiVersion":"v1","kind":"Pod","metadata":{"name":"y","namespace":"a"}},
{"apiVersion":"v1","kind":"Pod","metadata":{"name":"api","namespace":"shop"}},
{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"shop"}}
]
`);
  expect(await readFile(join(folder, 'prod/snapshot.json'), 'utf8')).toMatchInlineSnapshot(`
    "{
      "formatVersion": 1,
      "id": "prod",
      "cluster": {"name":"prod","uid":"uid-of-prod","version":"v1.36.2"},
      "takenAt": "2026-11-22T08:00:00Z",
      "tool": {"name":"clusterbook","version":"0.1.0"},
      "source": {"type":"api"},
      "resources": [
        {"group":"","version":"v1","plural":"pods","kind":"Pod","singular":"pod","shortNames":["po"],"categories":["all"],"namespaced":true,"status":"complete","resourceVersion":"7","count":4,"bytes":311,"sha256":"3081d24862b9abd5dad2651c77ee7b0f69d482a4ff97f5fdfc2eab79ea29d0cb"}
      ],
      "redactions": {}
    }
    "
  `);
  expect(await readdir(folder)).toEqual(['prod']);
});

test('what was written is read back', async () => {
  const objects = [
    pod('a', 'x'),
    { ...pod('b', 'y'), spec: { big: 9007199254740993n, text: 'é\n' } },
  ];
  const manifest = await writePods('prod', objects);
  const snapshot = await readSnapshot(join(folder, 'prod'));
  expect(snapshot).toEqual({
    manifest,
    lists: [{ resource: manifest.resources[0], objects }],
  });
});

test('who asks is told of each object with its line, the same whether another follows or not', async () => {
  await writePods('prod', [pod('a', 'x'), pod('b', 'y')]);
  const told: [string, string][] = [];
  await readSnapshot(join(folder, 'prod'), {
    seen: ({ metadata }, line) => told.push([metadata.name, line.toString()]),
  });
  expect(told).toEqual([
    ['x', '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"x","namespace":"a"}}'],
    ['y', '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"y","namespace":"b"}}'],
  ]);
});

test('lists of several resources come in at the same time, page by page', async () => {
  const writer = await openSnapshotWriter(folder, 'prod');
  const podList = writer.begin(pods);
  const secretList = writer.begin(secrets);
  await Promise.all([podList.add([pod('a', 'x')]), secretList.add([])]);
  await podList.add([pod('a', 'y')]);
  writer.leaveOut(
    { ...pods, plural: 'nodes', kind: 'Node' },
    { status: 'forbidden', message: 'no' },
  );
  await Promise.all([podList.end(complete), secretList.end(complete)]);
  const { resources } = await writer.finish(facts);
  expect(resources.map(({ plural, status, count }) => [plural, status, count])).toEqual([
    ['nodes', 'forbidden', 0],
    ['pods', 'complete', 2],
    ['secrets', 'complete', 0],
  ]);
  expect(await readdir(join(folder, 'prod/core'))).toEqual(['pods.json']);
});

test('a list that comes unsorted or twice is sorted at its end and holds each object once', async () => {
  const writer = await openSnapshotWriter(folder, 'prod');
  const list = writer.begin(pods);
  await list.add([pod('b', 'y'), pod('a', 'x')]);
  await list.add([{ ...pod('b', 'y'), spec: { later: true } }]);
  await list.end(complete);
  await writer.finish(facts);
  await writePods('sorted', [pod('a', 'x'), { ...pod('b', 'y'), spec: { later: true } }]);
  const read = (id: string) => readFile(join(folder, id, 'core/pods.json'), 'utf8');
  expect(await read('prod')).toBe(await read('sorted'));
});

test('a list that starts again holds only what came after', async () => {
  const writer = await openSnapshotWriter(folder, 'prod');
  const list = writer.begin(pods);
  await list.add([pod('a', 'gone')]);
  await list.restart();
  await list.add([pod('a', 'x')]);
  await list.end(complete);
  await writer.finish(facts);
  expect(await podNames('prod')).toEqual(['a/x']);
});

test('a page that broke off is dropped, whether its list is sorted so far or not', async () => {
  const writer = await openSnapshotWriter(folder, 'prod');
  const list = writer.begin(pods);
  await list.add([pod('b', 'x')]);
  await list.commit();
  await list.add([pod('b', 'y'), pod('a', 'torn')]);
  await list.rollback();
  await list.add([pod('b', 'y'), pod('a', 'x')]);
  await list.commit();
  await list.add([pod('c', 'torn')]);
  await list.rollback();
  expect((await list.end(complete)).count).toBe(3);
  await writer.finish(facts);
  expect(await podNames('prod')).toEqual(['a/x', 'b/x', 'b/y']);
  expect(await readdir(join(folder, 'prod/core'))).toEqual(['pods.json']);
});

test('a failure in the middle leaves the previous snapshot and nothing else', async () => {
  await writePods('prod', [pod('a', 'before')]);
  const endless: KubeObject = { ...pod('a', 'after'), spec: {} };
  Object.assign(endless['spec'] as object, { self: endless });
  await expect(writePods('prod', [endless])).rejects.toThrow(RangeError);
  expect(await podNames('prod')).toEqual(['a/before']);
  expect(await readdir(folder)).toEqual(['prod']);
});

test('what a killed run left while it wrote goes at the next start', async () => {
  await writePods('prod', [pod('a', 'before')]);
  // The same pid: in a container every run has it.
  await mkdir(join(folder, `.prod.new-${process.pid}-99/core`), { recursive: true });
  expect(await podNames('prod')).toEqual(['a/before']);
  await writePods('prod', [pod('a', 'after')]);
  expect(await podNames('prod')).toEqual(['a/after']);
  expect(await readdir(folder)).toEqual(['prod']);
});

test('a run killed while it moved its snapshot in leaves the previous one readable', async () => {
  await writePods('prod', [pod('a', 'before')]);
  await rename(join(folder, 'prod'), join(folder, '.prod.old'));
  const { snapshots } = await listSnapshots(folder);
  expect(snapshots.map(({ manifest }) => manifest.id)).toEqual(['prod']);
  const found = await Promise.all(snapshots.map((stored) => readSnapshot(stored.folder)));
  expect(found.flatMap(({ lists }) => lists.flatMap(({ objects }) => objects))).toEqual([
    pod('a', 'before'),
  ]);

  const writer = await openSnapshotWriter(folder, 'prod');
  await writer.abort();
  expect(await readdir(folder)).toEqual(['prod']);
});

test('a run killed before it removed the previous snapshot leaves the new one', async () => {
  await writePods('prod', [pod('a', 'before')]);
  await rename(join(folder, 'prod'), join(folder, '.prod.old'));
  await mkdir(join(folder, 'elsewhere'));
  await writeSnapshot(join(folder, 'elsewhere'), 'prod', [], facts);
  await rename(join(folder, 'elsewhere/prod'), join(folder, 'prod'));
  expect((await listSnapshots(folder)).snapshots.map((stored) => stored.folder)).toEqual([
    join(folder, 'prod'),
  ]);
});

test('a folder that is not a snapshot is never replaced', async () => {
  await mkdir(join(folder, 'src'));
  await writeFile(join(folder, 'src/main.ts'), 'precious');
  expect(await complaint(writePods('src', []))).toMatchInlineSnapshot(`
    "snapshots/src exists and is not a snapshot, so it is not replaced.
    Choose another name with --name, or another folder with --snapshots."
  `);
  expect(await readdir(folder)).toEqual(['src']);
});

test('an id that belongs to another cluster is refused', async () => {
  await writePods('prod', [pod('a', 'x')]);
  const other = { ...facts, cluster: { name: 'prod', uid: 'uid-of-another' } };
  expect(await complaint(writePods('prod', [], other))).toMatchInlineSnapshot(`
    ""prod" already belongs to another cluster: snapshots/prod was taken of one whose kube-system has uid uid-of-prod, this one has uid-of-another.
    Choose another id with --name, or remove snapshots/prod first."
  `);
  await expect(writePods('prod@2026-11-22T0800Z', [], other)).rejects.toThrow(UserError);
  expect(await podNames('prod')).toEqual(['a/x']);
});

test('a resource whose name leads out of the snapshot is refused', async () => {
  const hostile = { ...pods, plural: '../../../escaped' };
  const list = { type: hostile, outcome: complete, objects: [pod('a', 'x')] };
  await expect(writeSnapshot(join(folder, 'snapshots'), 'prod', [list], facts)).rejects.toThrow(
    'is not a name the API allows',
  );
  expect(await readdir(folder, { recursive: true })).toEqual(['snapshots']);
});

test('a file that is cut short, changed or missing is refused by name', async () => {
  const damages: Record<string, (file: string) => Promise<void>> = {
    short: (file) => truncate(file, 20),
    changed: async (file) => writeFile(file, (await readFile(file, 'utf8')).replace('"x"', '"z"')),
    missing: (file) => rm(file),
  };
  const complaints: string[] = [];
  for (const [id, damage] of Object.entries(damages)) {
    await writePods(id, [pod('a', 'x')]);
    await damage(join(folder, id, 'core/pods.json'));
    complaints.push(await complaint(readSnapshot(join(folder, id))));
  }
  expect(complaints.join('\n\n')).toMatchInlineSnapshot(`
    "snapshots/short/core/pods.json is damaged: it is cut short, 20 of 77 bytes.
    Take the snapshot again, or restore the folder from version control or a backup.

    snapshots/changed/core/pods.json is damaged: it was changed after it was written.
    Take the snapshot again, or restore the folder from version control or a backup.

    snapshots/missing/core/pods.json is damaged: it is missing.
    Take the snapshot again, or restore the folder from version control or a backup."
  `);
});

test('one damaged snapshot does not hide the others from the list', async () => {
  await writePods('staging', []);
  await writePods('prod', []);
  await mkdir(join(folder, 'broken'));
  await writeFile(join(folder, 'broken/snapshot.json'), '');
  await mkdir(join(folder, 'notes'));
  const { snapshots, damaged } = await listSnapshots(folder);
  expect(snapshots.map(({ manifest }) => manifest.id)).toEqual(['prod', 'staging']);
  expect(damaged.map(({ message }) => message.replaceAll(folder, 'snapshots'))).toEqual([
    'snapshots/broken/snapshot.json is damaged: it is not whole JSON.',
  ]);
});

test('a folder of snapshots that does not exist holds none', async () => {
  expect(await listSnapshots(join(folder, 'nowhere'))).toEqual({ snapshots: [], damaged: [] });
});

test('a renamed folder renames the snapshot', async () => {
  await writePods('prod', [pod('a', 'x')]);
  await rename(join(folder, 'prod'), join(folder, 'prod-before'));
  expect((await readSnapshot(join(folder, 'prod-before'))).manifest.id).toBe('prod-before');
});

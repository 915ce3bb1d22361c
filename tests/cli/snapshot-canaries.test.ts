import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { groupOf, type KubeObject, versionOf } from '#snapshot/kube-object.ts';
import { ResourceType } from '#snapshot/manifest.ts';
import { pluralOf } from '#snapshot/plural.ts';
import { startApiDouble, token } from '../api-double/api-double.ts';
import type { DoubleCluster } from '../api-double/cluster.ts';
import { writeKubeconfig } from '../api-double/kubeconfig.ts';
import { placeOf } from '../api-double/listing.ts';
import { tracesIn } from '../fixtures/canary.ts';
import { canaryFields } from '../fixtures/canary-fields.ts';
import { canaryTexts } from '../fixtures/canary-texts.ts';
import { clusterbookProcess, type Run } from './run.ts';

/** Every place a secret may stand in, as an object of its own: its namespace says which place. */
const planted = Object.entries({ ...canaryFields, ...canaryTexts }).flatMap(([place, objects]) =>
  objects.map((object, at): KubeObject => {
    const namespace = place.toLowerCase().replaceAll(/[^a-z]+/g, '-');
    const { metadata } = object;
    const name = metadata.name === 'a' ? `object-${at}` : metadata.name;
    return { ...object, metadata: { ...metadata, namespace, name } };
  }),
);

function clusterOfPlanted(): DoubleCluster {
  const byType = Map.groupBy(planted, ({ apiVersion, kind }) => `${apiVersion} ${kind}`);
  const resources = [...byType.values()].flatMap((objects) => {
    const [first] = objects;
    return first === undefined
      ? []
      : [{ type: typeOf(first), objects: sorted(objects), resourceVersion: '7' }];
  });
  return { version: 'v1.36.2', resources };
}

function typeOf({ apiVersion, kind }: KubeObject): ResourceType {
  const type = { group: groupOf(apiVersion), version: versionOf(apiVersion), kind };
  return ResourceType.parse({ ...type, plural: pluralOf(kind), namespaced: true });
}

function sorted(objects: readonly KubeObject[]): readonly KubeObject[] {
  return [...objects].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-canaries-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Takes a snapshot of what is planted, in a process of its own. */
async function taken(...args: readonly string[]): Promise<Run> {
  const double = await startApiDouble(clusterOfPlanted());
  const file = join(folder, 'kubeconfig');
  const kubeconfig = await writeKubeconfig(file, { live: { server: double.url, token } });
  const flags = ['--kubeconfig', kubeconfig, '--include-events', '--snapshots', folder];
  const run = await clusterbookProcess(['snapshot', ...flags, ...args]);
  await double.close();
  return run;
}

async function imported(name: string, dump: string): Promise<Run> {
  const file = join(folder, name);
  await writeFile(file, dump);
  return clusterbookProcess([
    'import',
    file,
    '--name',
    name.replace('.', '-'),
    '--snapshots',
    folder,
  ]);
}

/** What holds a trace of the canary, line by line: files of a snapshot and what was said. */
async function leaksOf(id: string, { stdout, stderr }: Run): Promise<string[]> {
  const entries = await readdir(join(folder, id), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
  );
  return [...texts, stdout, stderr].flatMap((text) =>
    text.split('\n').filter((line) => tracesIn(line).length > 0),
  );
}

/** How many objects a snapshot holds. */
async function objectsIn(id: string): Promise<number> {
  const { resources } = JSON.parse(await readFile(join(folder, id, 'snapshot.json'), 'utf8'));
  return resources.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
}

test('no canary is in a snapshot of a live cluster, or in what is said of it', async () => {
  const run = await taken('--name', 'live');
  expect([run.status, run.stderr.replace(/^live: .*\n/, '')]).toEqual([0, '']);
  expect(await objectsIn('live')).toBe(planted.length);
  expect(await leaksOf('live', run)).toEqual([]);
});

test('nor with a key for digests, as a JSON line a resource', async () => {
  const key = join(folder, 'key');
  await writeFile(key, 'a key of more than sixteen bytes');
  const run = await taken('--name', 'keyed', '--json', '--digest-key', key);
  expect(run.status).toBe(0);
  expect(await leaksOf('keyed', run)).toEqual([]);
});

test('nor in what a JSON or YAML dump of them is turned into', async () => {
  const list = { apiVersion: 'v1', kind: 'List', items: planted };
  const runs = await Promise.all([
    imported('dump.json', JSON.stringify(list)),
    imported('dump.yaml', stringify(list, { aliasDuplicateObjects: false })),
  ]);
  for (const [at, run] of runs.entries()) {
    const id = at === 0 ? 'dump-json' : 'dump-yaml';
    expect(run.status).toBe(0);
    expect(await leaksOf(id, run)).toEqual([]);
  }
});

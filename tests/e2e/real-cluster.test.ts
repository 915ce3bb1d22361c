/**
 * Takes a snapshot of a real cluster, read-only, and holds it against what the server itself says:
 *
 *   CLUSTERBOOK_E2E_KUBECONFIG=~/.kube/config npm run test:e2e
 *
 * The current context of that file is read. Without the variable all of it is skipped.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resourceKey } from '#snapshot/manifest.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { clusterbookProcess, type Run } from '../cli/run.ts';
import { isTelling, leaksIn } from './leaks.ts';
import { listPaths, placesOf, type Server, secretValues, serverOf } from './server.ts';

const kubeconfig = process.env['CLUSTERBOOK_E2E_KUBECONFIG'] ?? '';
const minutes = 60_000;

if (kubeconfig !== '' && !existsSync(kubeconfig)) {
  throw new Error(`CLUSTERBOOK_E2E_KUBECONFIG: there is no file ${kubeconfig}`);
}

if (kubeconfig === '') {
  console.log(
    'Tests of a real cluster are skipped: CLUSTERBOOK_E2E_KUBECONFIG names no kubeconfig.',
  );
}

describe.skipIf(kubeconfig === '')('a real cluster', () => {
  let server: Server;
  let folder: string;
  let run: Run;
  let taken: Snapshot;
  let paths: ReadonlyMap<string, string>;
  const before = new Map<string, Set<string> | undefined>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clusterbook-e2e-'));
    server = serverOf(kubeconfig);
    paths = await listPaths(server);
    for (const [key, path] of paths) before.set(key, await placesOf(server, path));
    run = await clusterbookProcess([
      ...['snapshot', '--kubeconfig', kubeconfig, '--name', 'e2e', '--include-events'],
      ...['--snapshots', join(folder, 'snapshots')],
    ]);
    if (run.status === 0) taken = await readSnapshot(join(folder, 'snapshots', 'e2e'));
  }, 30 * minutes);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('its snapshot is taken', () => {
    console.log(run.stdout, run.stderr);
    expect([run.status, run.stderr]).toEqual([0, run.stderr]);
  });

  test('every resource that the server can list is in the ledger', () => {
    const known = new Set(taken.manifest.resources.map(resourceKey));
    expect([...paths.keys()].filter((key) => !known.has(key))).toEqual([]);
  });

  test('what is not complete says why', () => {
    const silent = taken.manifest.resources.filter(
      ({ status, message }) => status !== 'complete' && !message,
    );
    expect(silent.map(resourceKey)).toEqual([]);
  });

  test(
    'what is complete has the objects that the server lists, each once',
    async () => {
      const wrong: string[] = [];
      for (const { resource, objects } of taken.lists) {
        const key = resourceKey(resource);
        const path = paths.get(key);
        if (resource.status !== 'complete' || path === undefined) continue;
        const places = objects.map(
          ({ metadata: { namespace = '', name } }) => `${namespace}/${name}`,
        );
        const after = (await placesOf(server, path)) ?? new Set();
        wrong.push(...differences(key, places, { before: before.get(key) ?? new Set(), after }));
      }
      expect(wrong).toEqual([]);
    },
    30 * minutes,
  );

  test('what is complete and empty is empty on the server', async () => {
    const empty = taken.manifest.resources.filter(
      ({ status, count }) => status === 'complete' && count === 0,
    );
    const filled = empty.filter((each) => (before.get(resourceKey(each))?.size ?? 0) > 0);
    expect(filled.map(resourceKey)).toEqual([]);
  });

  test(
    'no value of a Secret is in the snapshot, in the site that is built of it, or said',
    async () => {
      const site = join(folder, 'site');
      const build = await clusterbookProcess([
        ...['build', '--snapshots', join(folder, 'snapshots'), '--out', site],
      ]);
      expect([build.status, build.stderr]).toEqual([0, build.stderr]);
      const values = await secretValues(server);
      const known = publicWords(taken);
      expect(await leaksIn(folder, values, known)).toEqual([]);
      const said = [run, build].flatMap(({ stdout, stderr }) => [stdout, stderr]).join('\n');
      const telling = values.filter((value) => isTelling(value, known));
      expect(telling.filter((value) => said.includes(value)).length).toBe(0);
    },
    30 * minutes,
  );
});

/** What was there before and after must be there, and what was there neither before nor after must not. */
function differences(
  key: string,
  places: readonly string[],
  { before, after }: Readonly<Record<'before' | 'after', ReadonlySet<string>>>,
): string[] {
  const read = new Set(places);
  const missing = [...before].filter((place) => after.has(place) && !read.has(place));
  const unknown = places.filter((place) => !before.has(place) && !after.has(place));
  const twice = places.length - read.size;
  return [
    ...missing.map((place) => `${key}: ${place} is missing`),
    ...unknown.map((place) => `${key}: ${place} is not on the server`),
    ...(twice > 0 ? [`${key}: ${twice} objects are there twice`] : []),
  ];
}

/** Names, namespaces and labels: a Secret that holds one of these does not make it secret. */
function publicWords({ lists }: Snapshot): ReadonlySet<string> {
  const words = lists.flatMap(({ objects }) =>
    objects.flatMap(({ metadata: { name, namespace = '', uid = '', labels = {} } }) => [
      name,
      namespace,
      uid,
      ...Object.keys(labels),
      ...Object.values(labels),
    ]),
  );
  return new Set(words);
}

/** What tests of `snapshot` share: a folder, doubles that end with the test, and readers of what was written. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, onTestFinished } from 'vitest';
import { resourceKey } from '#snapshot/manifest.ts';
import { readManifest } from '#store/read-manifest.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import {
  type ApiDouble,
  type DoubleOptions,
  startApiDouble,
  token,
} from '../api-double/api-double.ts';
import { clusterOf, type DoubleCluster } from '../api-double/cluster.ts';
import { type TestContext, writeKubeconfig } from '../api-double/kubeconfig.ts';
import { clusterbook, type Run } from './run.ts';

/** A small real cluster. */
export const dockerDesktop = await clusterOf('snapshots/docker-desktop');

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-snapshot-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

/** A path in the folder of this test. */
export function inFolder(...names: readonly string[]): string {
  return join(folder, ...names);
}

/** A path in its folder of snapshots. */
export function inSnapshots(...names: readonly string[]): string {
  return inFolder('snapshots', ...names);
}

/** Starts a double that ends with the test. */
export async function serving(
  options: DoubleOptions = {},
  cluster: DoubleCluster = dockerDesktop,
): Promise<ApiDouble> {
  const double = await startApiDouble(cluster, options);
  onTestFinished(() => double.close());
  return double;
}

/** Writes a kubeconfig with these contexts, for the flag. */
export async function kubeconfig(
  contexts: Readonly<Record<string, TestContext>>,
): Promise<string[]> {
  return ['--kubeconfig', await writeKubeconfig(inFolder('kubeconfig'), contexts)];
}

/** Runs `snapshot` in this process with these contexts. */
export async function snapshotWith(
  contexts: Readonly<Record<string, TestContext>>,
  ...args: readonly string[]
): Promise<Run> {
  const flags = await kubeconfig(contexts);
  return named(await clusterbook('snapshot', ...flags, '--snapshots', inSnapshots(), ...args));
}

/** Takes a snapshot `desk` of a double; messages call its address `SERVER` and the folder `DIR`. */
export async function snapshotOf(double: ApiDouble, ...args: readonly string[]): Promise<Run> {
  return named(await snapshotWith({ desk: { server: double.url, token } }, ...args), double.url);
}

/**
 * What was said with `SERVER` for an address, `DIR` for the folder and `0.0 s` for times; without lines of
 * progress, which come when they come.
 */
export function named({ status, stdout, stderr }: Run, url = 'SERVER'): Run {
  const name = (said: string) =>
    said
      .replaceAll(url, 'SERVER')
      .replaceAll(folder, 'DIR')
      .replaceAll(/\d+\.\d s\b/g, '0.0 s')
      .replaceAll(/^.+: \d+ of \d+ resources, .*\n/gm, '');
  return { status, stdout: name(stdout), stderr: name(stderr) };
}

/** A line of the ledger without what it says of the type. */
export async function ledgerLine(key: string, id = 'desk') {
  const { resources } = await readManifest(inSnapshots(id));
  const found = resources.find((resource) => resourceKey(resource) === key);
  if (found === undefined) return undefined;
  const { status, message, namespaces, count } = found;
  return { status, message, namespaces, count };
}

/** `namespace/name` of the objects of a resource. */
export async function namesOf(key: string): Promise<string[]> {
  const { lists } = await readSnapshot(inSnapshots('desk'));
  const objects = lists.find(({ resource }) => resourceKey(resource) === key)?.objects ?? [];
  return objects.map(({ metadata: { namespace = '', name } }) => `${namespace}/${name}`);
}

/** The first line of what was said. */
export function firstLine({ stdout }: Run): string | undefined {
  return stdout.split('\n')[0];
}

/** Every byte below the folder of snapshots. */
export async function everythingWritten(): Promise<string> {
  const paths = await readdir(inSnapshots(), { recursive: true, withFileTypes: true });
  const files = paths.filter((entry) => entry.isFile());
  const contents = files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8'));
  return (await Promise.all(contents)).join('\n');
}

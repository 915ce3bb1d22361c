import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { keptSnapshotId } from '#snapshot/snapshot-id.ts';
import { object, pod } from '#tests/fixtures/builders.ts';
import { writeMadeUpSnapshot, writeSyntheticSnapshot } from '../../bench/synthetic-cluster.ts';
import { extremeObjects, extremesBefore } from './extreme-objects.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the site built from the sample clusters. */
    readonly site: string;
    /**
     * Folder of the site of a generated cluster, and of two that are kept twice: one is hard on every page, one has
     * many namespaces.
     */
    readonly large: string;
  }
}

/** Runs `clusterbook build` as a reader would, in the project's folder. */
export function build(args: readonly string[]): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['scripts/clusterbook.mjs', 'build', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', failed);
    child.once('exit', (status) =>
      status === 0 ? done() : failed(new Error(`build ended with ${status}`)),
    );
  });
}

interface Shared {
  clusterbookTestSites?: Promise<Sites>;
}

interface Sites {
  readonly samples: string;
  readonly large: string;
}

/** Objects of the generated cluster: `CLUSTERBOOK_TEST_OBJECTS=10000 npm test` takes some minutes more. */
const objects = Number(process.env['CLUSTERBOOK_TEST_OBJECTS'] ?? 2000);

/** Side by side: each process has intermediate files of its own. */
async function buildSites(): Promise<Sites> {
  const [samples, large] = await Promise.all([buildSamples(), buildLarge()]);
  return { samples, large };
}

async function buildLarge(): Promise<string> {
  const site = join(await mkdtemp(join(tmpdir(), 'clusterbook-large-')), 'site');
  const snapshots = snapshotsOfLarge(site);
  const keep = (cluster: string, takenAt: string, objects: Iterable<KubeObject>) =>
    writeMadeUpSnapshot(snapshots, keptSnapshotId(cluster, takenAt), objects, takenAt);
  await writeSyntheticSnapshot(snapshots, objects);
  await keep('extremes', '2026-11-21T10:00:00Z', extremesBefore());
  await keep('extremes', '2026-11-22T10:00:00Z', extremeObjects());
  await keep('many', '2026-11-20T08:00:00Z', manyNamespaces());
  await keep('many', '2026-11-21T08:00:00Z', manyNamespaces());
  await build(['--snapshots', snapshots, '--out', site]);
  return site;
}

/** The folder of the snapshots that the site `large` was built of. */
export function snapshotsOfLarge(site: string): string {
  return join(dirname(site), 'snapshots');
}

/** More namespaces than a sidebar lists, with a Pod each. */
function manyNamespaces(): readonly KubeObject[] {
  const names = Array.from({ length: 60 }, (_, i) => `team-${i + 1}`);
  return [
    ...names.map((name) => object('v1', 'Namespace', name)),
    ...names.map((name) => pod(`${name}/worker`, { app: 'worker' })),
  ];
}

async function buildSamples(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-site-'));
  await build([
    '--samples',
    '--only',
    'docker-desktop',
    '--only',
    'shop-staging',
    '--only',
    'shop-prod',
    '--out',
    folder,
  ]);
  return folder;
}

/** Global setup of the projects `site` and `browser`: the sites are built once for both. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = globalThis as Shared;
  shared.clusterbookTestSites ??= buildSites();
  const { samples, large } = await shared.clusterbookTestSites;
  project.provide('site', samples);
  project.provide('large', large);
  return async () => {
    for (const folder of [samples, dirname(large)])
      await rm(folder, { recursive: true, force: true });
  };
}

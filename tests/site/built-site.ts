import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { writeMadeUpSnapshot, writeSyntheticSnapshot } from '../../bench/synthetic-cluster.ts';
import { extremeObjects, extremesBefore } from './extreme-objects.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the site built from the sample clusters. */
    readonly site: string;
    /** Folder of the site of a generated cluster, and of one that is hard on every page, kept twice. */
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
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-large-'));
  const [snapshots, site] = [join(folder, 'snapshots'), join(folder, 'site')];
  await writeSyntheticSnapshot(snapshots, objects);
  const id = (time: string) => `extremes@${time}`;
  await writeMadeUpSnapshot(
    snapshots,
    id('2026-11-21T1000Z'),
    extremesBefore(),
    '2026-11-21T10:00:00Z',
  );
  await writeMadeUpSnapshot(snapshots, id('2026-11-22T1000Z'), extremeObjects());
  await build(['--snapshots', snapshots, '--out', site]);
  await rm(snapshots, { recursive: true });
  return site;
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

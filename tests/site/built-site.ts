import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the site built from the sample clusters. */
    readonly site: string;
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
  clusterbookTestSite?: Promise<string>;
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

/** Global setup of the projects `site` and `browser`: the samples are built once for both. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = globalThis as Shared;
  shared.clusterbookTestSite ??= buildSamples();
  const site = await shared.clusterbookTestSite;
  project.provide('site', site);
  return () => rm(site, { recursive: true, force: true });
}

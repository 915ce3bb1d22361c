/**
 * Snapshots of a made-up cluster, whose API server is a process of its own: how long, how much memory, and
 * whether memory grows with the cluster. With Events, as the figures of the design have it.
 */

import { readManifest } from '#store/read-manifest.ts';
import { spawnApiDouble } from '../tests/api-double/spawn.ts';
import { type Bench, clusterbook, type Figure, itself, type Line } from './figure.ts';
import { measureRuns } from './measure.ts';

export const snapshot: Figure = async function* (bench) {
  yield* ofCluster(bench, 10_000, '≤ 8 CPU s, ≤ 250 MB');
  yield* ofCluster({ ...bench, measure: measureRuns(1) }, 20_000, '≤ 250 MB');
};

/** 1.4 GB of Pods, once. */
export const snapshotLarge: Figure = async function* (bench) {
  yield* ofCluster({ ...bench, measure: measureRuns(1) }, 150_000, '≤ 300 MB');
};

async function* ofCluster(
  { measure, folder }: Bench,
  pods: number,
  goal: string,
): AsyncGenerator<Line> {
  const server = await spawnApiDouble(['--folder', folder, '--pods', String(pods)]);
  try {
    const { kubeconfig } = server;
    const fetched = await measure(itself(bareFetch, kubeconfig));
    const before = await server.asked();
    const usage = await measure(
      clusterbook(
        'snapshot',
        '--kubeconfig',
        kubeconfig,
        '--snapshots',
        folder,
        '--include-events',
      ),
    );
    const { requests } = await server.asked();
    const { objects, bytes } = await sizeOf(`${folder}/double`);
    const asked = `${requests - before.requests} requests`;
    const peer = { what: 'a bare fetch of the same bytes', usage: fetched };
    yield { what: `${objects} objects, ${bytes} MB, ${asked}`, usage, goal, peer };
    yield { what: '  bare fetch', usage: fetched };
  } finally {
    await server.close();
  }
}

const bareFetch = `${import.meta.dirname}/bare-fetch.ts`;

async function sizeOf(folder: string) {
  const { resources } = await readManifest(folder);
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  return {
    objects: sum(resources.map(({ count }) => count)),
    bytes: Math.round(sum(resources.map((resource) => resource.bytes)) / 1e6),
  };
}

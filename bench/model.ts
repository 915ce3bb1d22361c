/**
 * Measures the model: `node bench/model.ts [objects]`, 100,000 unless told. A process of its own reads
 * and builds, so that the memory it reports is not that of whoever made the cluster up.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildModel } from '#model/build-model.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { writeSyntheticSnapshot } from './synthetic-cluster.ts';

const [argument = '100000'] = process.argv.slice(2);
if (/^\d+$/.test(argument)) await measureSize(Number(argument));
else await measureFolder(argument);

async function measureSize(size: number): Promise<void> {
  const snapshots = await mkdtemp(join(tmpdir(), 'clusterbook-bench-'));
  try {
    const folder = await writeSyntheticSnapshot(snapshots, size);
    const measured = ['--expose-gc', import.meta.filename, folder];
    execFileSync(process.execPath, measured, { stdio: 'inherit' });
  } finally {
    await rm(snapshots, { recursive: true });
  }
}

async function measureFolder(folder: string): Promise<void> {
  const snapshot = await readSnapshot(folder);
  const readHeap = heapInUse();
  const readPeak = process.resourceUsage().maxRSS;
  const before = process.cpuUsage();
  const start = performance.now();
  const model = buildModel(snapshot);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const edges = model.entries.reduce((sum, { id }) => sum + model.edgesFrom(id).length, 0);
  const heap = heapInUse() - readHeap;
  console.log(
    `model: ${model.entries.length} objects, ${edges} edges, ${model.dangling.length} dangling: ` +
      `${seconds.toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} CPU s; heap ` +
      `${megabytes(heap)} MB on top of ${megabytes(readHeap)} MB of objects; RSS at most ` +
      `${megabytes(process.resourceUsage().maxRSS * 1024)} MB (reading: ${megabytes(readPeak * 1024)} MB)`,
  );
}

function heapInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20);
}

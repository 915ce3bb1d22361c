/** A diff of a large cluster with itself a day later. */
import { join } from 'node:path';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { clusterbook, type Figure } from './figure.ts';
import type { Usage } from './measure.ts';
import { writeSyntheticSnapshot } from './synthetic-cluster.ts';

const sizes = [10_000, 100_000];

export const diff: Figure = async function* ({ measure, folder }) {
  let small: Usage | undefined;
  for (const size of sizes) {
    const snapshots = join(folder, `${size}`);
    const before = await writeSyntheticSnapshot(snapshots, size);
    const after = await writeSyntheticSnapshot(snapshots, size, { id: 'later', change: aDayLater });
    // Reads the same files and knows nothing of them: a line for every object that was touched.
    const peer = { what: 'diff -ru', usage: await measure(['diff', '-ru', before, after]) };
    const usage = await measure(clusterbook('diff', before, after));
    const goal =
      small === undefined ? '≤ 2 CPU s' : `≤ ${(12 * small.cpu).toFixed(1)} CPU s, ≤ 2 GB`;
    yield { what: `diff of 2 × ${size} objects, 1 % changed`, usage, goal, peer };
    small ??= usage;
  }
};

/** One app in a hundred runs a new version, one in a thousand is gone, and the server touched them all. */
function aDayLater(object: KubeObject): KubeObject | undefined {
  const app = /^app-(\d+)/.exec(object.metadata.name)?.[1] ?? '';
  if (app.endsWith('000')) return undefined;
  const metadata = { ...object.metadata, resourceVersion: '99999999' };
  const later = { ...object, metadata };
  if (!app.endsWith('00')) return later;
  return JSON.parse(JSON.stringify(later).replaceAll(':1.4.2', ':1.4.3'));
}

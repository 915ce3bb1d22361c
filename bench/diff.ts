/** A diff of a large cluster with itself a day later. */
import type { KubeObject } from '#snapshot/kube-object.ts';
import { clusterbook, type Figure } from './figure.ts';
import { writeSyntheticSnapshot } from './synthetic-cluster.ts';

const size = 10_000;

export const diff: Figure = async function* ({ measure, folder }) {
  const before = await writeSyntheticSnapshot(folder, size);
  const after = await writeSyntheticSnapshot(folder, size, { id: 'later', change: aDayLater });
  const peer = { what: 'diff -ru', usage: await measure(['diff', '-ru', before, after]) };
  const usage = await measure(clusterbook('diff', before, after));
  yield { what: `diff of 2 × ${size} objects`, usage, goal: '≤ 2 CPU s', peer };
};

/** Every tenth app runs a new version, every hundredth is gone, and the server touched them all. */
function aDayLater(object: KubeObject): KubeObject | undefined {
  const app = /^app-(\d+)/.exec(object.metadata.name)?.[1] ?? '';
  if (app.endsWith('00')) return undefined;
  const metadata = { ...object.metadata, resourceVersion: '99999999' };
  const later = { ...object, metadata };
  if (!app.endsWith('0')) return later;
  return JSON.parse(JSON.stringify(later).replaceAll(':1.4.2', ':1.4.3'));
}

/** Builds of synthetic clusters from nothing, and what one more page costs. */
import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterbook, type Figure } from './figure.ts';
import type { Usage } from './measure.ts';
import { writeSyntheticSnapshot } from './synthetic-cluster.ts';

// Layouts of diagrams that builds before have kept.
const cache = join(import.meta.dirname, '../.cache/figures');

export const build: Figure = async function* ({ measure, folder }) {
  const built: { readonly usage: Usage; readonly pages: number }[] = [];
  for (const [size, goal] of [
    [2_000, undefined],
    [10_000, '≤ 25 CPU s, ≤ 800 MB'],
  ] as const) {
    const snapshots = join(folder, `snapshots-${size}`);
    const out = join(folder, `site-${size}`);
    await writeSyntheticSnapshot(snapshots, size);
    const command = clusterbook('build', '--snapshots', snapshots, '--out', out);
    const usage = await measure(command, async () => {
      for (const kept of [cache, out]) await rm(kept, { recursive: true, force: true });
    });
    const pages = globSync(`${out}/**/index.html`).length;
    built.push({ usage, pages });
    yield { what: `build of ${size} objects, ${pages} pages`, usage, ...(goal && { goal }) };
  }
  const [small, large] = built;
  if (small !== undefined && large !== undefined) {
    const pages = large.pages - small.pages;
    const per = (of: 'cpu' | 'wall') => (1000 * (large.usage[of] - small.usage[of])) / pages;
    yield { what: '1,000 pages more', usage: { cpu: per('cpu'), wall: per('wall') } };
  }
};

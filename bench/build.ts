/**
 * Builds of synthetic clusters: from nothing, what one more page costs, and again the night after. Beside
 * them, a bare script that writes the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { type Bench, clusterbook, type Figure, itself, type Line } from './figure.ts';
import { reportPart, type Usage } from './measure.ts';
import {
  syntheticObjects,
  writeMadeUpSnapshot,
  writeSyntheticSnapshot,
} from './synthetic-cluster.ts';

// Layouts of diagrams that builds before have kept.
const cache = join(import.meta.dirname, '../.cache/figures');

const [few, many, most] = [2_000, 10_000, 100_000];

export const build: Figure = async function* (bench) {
  const small = await buildCold(bench, few);
  yield small;
  const large = await buildCold(bench, many);
  yield { ...large, goal: '≤ 25 CPU s, ≤ 800 MB' };
  const pages = large.pages - small.pages;
  const per = (of: 'cpu' | 'wall') => (1000 * (large.usage[of] - small.usage[of])) / pages;
  yield { what: '1,000 pages more', usage: { cpu: per('cpu'), wall: per('wall') } };
  const goal = `≤ ${(0.4 * large.usage.cpu).toFixed(1)} CPU s`;
  yield { what: 'again, 1 % changed', usage: await rebuild(bench, '2026-11-22T10:00:00Z'), goal };
  yield { what: 'the next night', usage: await rebuild(bench, '2026-11-23T10:00:00Z') };
};

export const buildLarge: Figure = async function* (bench) {
  const small = await buildCold(bench, many);
  yield small;
  const large = await buildCold(bench, most);
  yield { ...large, goal: `≤ ${(12 * small.usage.cpu).toFixed(0)} CPU s` };
};

interface Built extends Line {
  readonly pages: number;
}

/** A build with nothing kept of an earlier one. */
async function buildCold({ measure, folder }: Bench, size: number): Promise<Built> {
  const [snapshots, out] = [join(folder, `snapshots-${size}`), join(folder, `site-${size}`)];
  await writeSyntheticSnapshot(snapshots, size);
  const usage = await measure(commandFor(snapshots, out), async () => {
    for (const kept of [cache, out]) await rm(kept, { recursive: true, force: true });
  });
  const files = filesOf(out);
  const pages = files.filter((file) => file.endsWith('/index.html')).length;
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  const copy = join(folder, 'copy');
  const bare = await measure(itself(import.meta.filename, out, copy), () =>
    rm(copy, { recursive: true, force: true }),
  );
  return {
    what: `build of ${size} objects, ${pages} pages, ${(bytes / 1e6).toFixed(0)} MB`,
    usage,
    pages,
    peer: { what: 'a bare script that writes them', usage: bare },
  };
}

/** A build over the site of the cluster as it was, with one object in a hundred changed since. */
async function rebuild({ measure, folder }: Bench, takenAt: string): Promise<Usage> {
  const [before, out] = [join(folder, `snapshots-${many}`), join(folder, 'site-again')];
  const after = join(folder, `after-${takenAt}`);
  await writeMadeUpSnapshot(after, 'synthetic', syntheticObjects(many).map(withNewImage), takenAt);
  const [program = '', ...args] = commandFor(before, out);
  return measure(commandFor(after, out), async () => {
    await rm(out, { recursive: true, force: true });
    execFileSync(program, args, { stdio: 'ignore' });
  });
}

/** One app in a hundred runs a new version. */
function withNewImage(object: KubeObject): KubeObject {
  const app = /^app-(\d+)/.exec(object.metadata.name)?.[1] ?? '';
  if (!app.endsWith('00')) return object;
  return JSON.parse(JSON.stringify(object).replaceAll(':1.4.2', ':1.4.3'));
}

function commandFor(snapshots: string, out: string): readonly string[] {
  return clusterbook('build', '--snapshots', snapshots, '--out', out);
}

function filesOf(folder: string): readonly string[] {
  return globSync(`${folder}/**`, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Writes the files of a folder, which are in memory, to another. */
function writeCopy(from: string, to: string): void {
  const files = filesOf(from).map((file) => [file.slice(from.length), readFileSync(file)] as const);
  reportPart(() => {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      writeFileSync(join(to, path), bytes);
    }
  });
}

if (import.meta.main) {
  const [from = '', to = ''] = process.argv.slice(2);
  writeCopy(from, to);
}

/**
 * `npm run bench -- [figure...] [--runs N]`: measures the figures of the design and prints them beside
 * what else does the same work. Medians of whole processes; processor seconds tell more than the clock
 * where others work on the same machine.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, buildLarge } from './build.ts';
import { diagrams } from './diagrams.ts';
import { diff } from './diff.ts';
import type { Figure, Line } from './figure.ts';
import { gzip } from './gzip.ts';
import { importDump } from './import.ts';
import { importLarge } from './import-large.ts';
import { measureRuns } from './measure.ts';
import { model } from './model.ts';
import { search } from './search.ts';
import { snapshot, snapshotLarge } from './snapshot.ts';
import { startUp } from './start-up.ts';

const figures: Readonly<Record<string, Figure>> = {
  'start-up': startUp,
  snapshot,
  import: importDump,
  model,
  search,
  diagrams,
  diff,
  build,
};

/** Run only when they are named: they take many minutes and gigabytes of disk, or show why and not how fast. */
const onlyByName: Readonly<Record<string, Figure>> = {
  'build-large': buildLarge,
  gzip,
  'import-large': importLarge,
  'snapshot-large': snapshotLarge,
};

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '3' } },
  allowPositionals: true,
});
const measure = measureRuns(Number(values.runs));
const chosen = positionals.length > 0 ? positionals : Object.keys(figures);

console.log(row(['', 'CPU s', 'wall s', 'MB', 'to reach', 'beside']));
for (const name of chosen) {
  const figure = { ...figures, ...onlyByName }[name];
  if (figure === undefined) {
    const names = [...Object.keys(figures), ...Object.keys(onlyByName)];
    throw new Error(`Figures are ${names.join(', ')}.`);
  }
  const folder = await mkdtemp(join(tmpdir(), `clusterbook-bench-${name}-`));
  try {
    for await (const line of figure({ measure, folder })) console.log(row(cells(line)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function cells({ what, usage, goal = '', peer }: Line): readonly string[] {
  const { cpu, wall, rss } = usage;
  const beside = peer ? `${(cpu / peer.usage.cpu).toPrecision(2)} × ${peer.what}` : '';
  const memory = rss === undefined ? '' : rss.toFixed(0);
  return [what, cpu.toFixed(2), wall.toFixed(2), memory, goal, beside];
}

function row([
  what = '',
  cpu = '',
  wall = '',
  memory = '',
  goal = '',
  beside = '',
]: readonly string[]) {
  const numbers = [cpu, wall, memory].map((cell) => cell.padStart(8)).join('');
  return `${what.padEnd(36)}${numbers}   ${goal.padEnd(22)}${beside}`.trimEnd();
}

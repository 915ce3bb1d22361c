/** Reading a large snapshot and building its model. A process of its own does each. */
import { globSync, readFileSync } from 'node:fs';
import { buildModel } from '#model/build-model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { type Figure, itself } from './figure.ts';
import { reportPart } from './measure.ts';
import { writeSyntheticSnapshot } from './synthetic-cluster.ts';

const sizes = [1_000, 10_000, 100_000];
const largest = 100_000;

export const model: Figure = async function* ({ measure, folder }) {
  for (const size of sizes) {
    const snapshot = await writeSyntheticSnapshot(folder, size, { id: `s${size}`, change });
    const run = (work: Work) => measure(itself(import.meta.filename, work, snapshot));
    if (size === largest) {
      const peer = { what: 'JSON.parse of each line', usage: await run('parse') };
      yield { what: `read of ${size} objects`, usage: await run('read'), peer };
    }
    // Linear means: ten times the objects take ten times as long.
    const goal = size === largest ? { goal: '≤ 3 s, ≤ 1.5 GB' } : {};
    yield { what: `model of ${size} objects`, usage: await run('model'), ...goal };
  }
};

const change = (object: KubeObject) => object;

const works = {
  parse: async (folder: string) => {
    const files = globSync(`${folder}/*/*.json`).map((file) => readFileSync(file));
    return files.flatMap((bytes) => linesOf(bytes).map((line) => JSON.parse(line)));
  },
  read: readSnapshot,
  model: async (folder: string) => {
    const snapshot = await readSnapshot(folder);
    return reportPart(() => buildModel(snapshot));
  },
};
type Work = keyof typeof works;

/** A file may be longer than the longest string there can be. */
function linesOf(bytes: Buffer): string[] {
  const lines: string[] = [];
  let start = bytes.indexOf('\n') + 1;
  for (let end = bytes.indexOf('\n', start); end > start; end = bytes.indexOf('\n', start)) {
    const comma = bytes[end - 1] === 0x2c ? 1 : 0;
    if (bytes[start] !== 0x5d) lines.push(bytes.toString('utf8', start, end - comma));
    start = end + 1;
  }
  return lines;
}

if (import.meta.main) {
  const [work = '', folder = ''] = process.argv.slice(2);
  await works[work as Work](folder);
}

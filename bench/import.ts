/** Imports of dumps, and how fast their texts are read beside what only parses them. */
import { readFileSync } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Format, Part } from '#import/format.ts';
import { json } from '#import/json.ts';
import { yaml } from '#import/yaml.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { clusterbook, type Figure, itself } from './figure.ts';
import { type Measure, reportPart } from './measure.ts';
import { syntheticObjects } from './synthetic-cluster.ts';

/** Some 18 kB an object as kubectl indents it; YAML takes thirty times as long as JSON. */
const sizes = { json: 5_000, yaml: 500 } as const;

export const importDump: Figure = async function* ({ measure, folder }) {
  for (const format of ['json', 'yaml'] as const) {
    const size = sizes[format];
    const file = join(folder, `dump.${format}`);
    const items = [...syntheticObjects(size)];
    await writeFile(file, textOf[format]({ apiVersion: 'v1', items, kind: 'List', metadata: {} }));
    yield* textFigures(measure, format, file);
    const command = clusterbook('import', file, '--snapshots', join(folder, 'snapshots'));
    const usage = await measure(command);
    yield { what: `import of ${size} objects (${format})`, usage, goal: '≤ 250 MB' };
  }
  const large = join(folder, 'large.yaml');
  await writeFile(large, largeObject());
  const ofLarge = clusterbook('import', large, '--snapshots', join(folder, 'snapshots'));
  const usage = await measure(ofLarge);
  yield { what: 'import of one object of 20 MB (yaml)', usage, goal: '≤ 330 MB' };
  const tree = join(folder, 'tree');
  await writeTree(tree, [...syntheticObjects(sizes.json)]);
  const command = clusterbook('import', tree, '--snapshots', join(folder, 'snapshots'));
  yield { what: `import of ${sizes.json} files (json)`, usage: await measure(command) };
};

/** A custom resource with a list of a million values: 20 MB. */
function largeObject(): string {
  const rules = Array.from(
    { length: 250_000 },
    (_, index) =>
      `  - host: h${index}.example.com\n    port: ${index}\n    path: /${index}\n    on: true\n`,
  );
  return `apiVersion: example.com/v1\nkind: Routes\nmetadata:\n  name: large\nspec:\n  rules:\n${rules.join('')}`;
}

/** Reading a text into values, beside the parser alone. */
async function* textFigures(measure: Measure, format: keyof typeof sizes, file: string) {
  const megabytes = (await stat(file)).size / 1e6;
  const run = (work: keyof typeof works) => measure(itself(import.meta.filename, work, file));
  const peer = await run(`${format}-parser`);
  const usage = await run(`${format}-reader`);
  const speed = (cpu: number) => `${(megabytes / cpu).toFixed(megabytes / cpu < 10 ? 1 : 0)} MB/s`;
  yield {
    what: `${format} of ${megabytes.toFixed(0)} MB, ${speed(usage.cpu)}`,
    usage,
    peer: { what: `${format === 'json' ? 'JSON.parse' : 'yaml'}, ${speed(peer.cpu)}`, usage: peer },
  };
}

const textOf = {
  // As kubectl indents it.
  json: (list: object) => JSON.stringify(list, null, 4),
  yaml: (list: object) => stringify(list, { aliasDuplicateObjects: false }),
};

/** A file an object, as backups have them. */
async function writeTree(tree: string, objects: readonly KubeObject[]): Promise<void> {
  for (const [index, object] of objects.entries()) {
    const folder = join(tree, String(index % 100));
    if (index < 100) await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${index}.json`), JSON.stringify(object));
  }
}

/** Characters that a reader gets at a time, as from a file. */
const pieceLength = 256 * 1024;

function readAll(format: Format, text: string): number {
  const reader = format.open(text.slice(0, pieceLength));
  let count = 0;
  const take = (parts: Iterable<Part>) => {
    for (const { type } of parts) if (type === 'item') count++;
  };
  for (let at = 0; at < text.length; at += pieceLength)
    take(reader.push(text.slice(at, at + pieceLength)));
  take(reader.end());
  return count;
}

const works = {
  'json-parser': (text: string) => JSON.parse(text).items.length,
  'json-reader': (text: string) => readAll(json, text),
  'yaml-parser': (text: string) => parse(text, { version: '1.1', maxAliasCount: -1 }).items.length,
  'yaml-reader': (text: string) => readAll(yaml, text),
};

if (import.meta.main) {
  const [work = '', file = ''] = process.argv.slice(2);
  const text = readFileSync(file, 'utf8');
  const count: number = reportPart(() => works[work as keyof typeof works](text));
  if (count === 0) throw new Error(`${work} found nothing in ${file}`);
}

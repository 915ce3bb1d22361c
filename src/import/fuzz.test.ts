/** Any bytes give a snapshot or a UserError: never a crash, never a hang. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tarOf, zipOf } from '#tests/fixtures/archives.ts';
import { fileOf, imported } from '#tests/fixtures/imported.ts';
import { UserError } from '#user-error.ts';
import type { Format, Part } from './format.ts';
import { json } from './json.ts';
import { yaml } from './yaml.ts';

/** Reads bytes as the one file of a dump; all else than a UserError fails the test. */
async function survive(bytes: Uint8Array, path = 'dump.json'): Promise<void> {
  try {
    await imported([{ ...fileOf(path, bytes), given: true }]);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', labels: { a: 'b' } } };
const list = { kind: 'PodList', apiVersion: 'v1', metadata: {}, items: [pod, pod] };
const yamlList =
  'apiVersion: v1\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: &a web\n- *a\nkind: List\n';
const logs =
  '\n==== START logs for container a of pod b/c ====\n{"a":1}\n==== END logs for container a ====\n';

const texts = [
  JSON.stringify(list),
  JSON.stringify([pod, list], null, 2),
  `${JSON.stringify(list, null, 4)}${logs}${JSON.stringify(pod)}`,
  yamlList,
  `---\n# Source: a/templates/b.yaml\n${yamlList}---\nkind: |\n  - x\n`,
];

/** Pieces that mean something to one reader or another. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\\',
      '\n',
      ' ',
      '- ',
      '---\n',
      '...\n',
      'items:',
      '%YAML 1.1\n',
    ],
    ...[
      '"items":[',
      '"kind":"PodList"',
      '"apiVersion":"v1"',
      'kind: Pod\n',
      '&a ',
      '*a',
      '<<: *a\n',
      '!!binary ',
    ],
    ...[
      '|\n',
      '>-\n',
      '? ',
      '\t',
      '\r\n',
      '\u2028',
      '__proto__',
      '"__proto__":{"x":1}',
      'metadata:\n  name: x\n',
    ],
    ...[
      'null',
      'true',
      '-0',
      '1e999',
      '9007199254740993',
      logs,
      '***HIDDEN***',
      '{{ .Values }}',
      '\ud800',
    ],
  ),
  fc.string({ maxLength: 8 }),
);

const soup = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

/** A text with some of its characters replaced, taken out or doubled. */
function mutated(samples: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({ at: fc.nat(), length: fc.nat(12), by: piece });
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 6 }))
    .map(([text, edits]) =>
      edits.reduce((result, { at, length, by }) => {
        const start = at % (result.length + 1);
        return `${result.slice(0, start)}${by}${result.slice(start + length)}`;
      }, text),
    );
}

test.each<[string, Format]>([
  ['JSON', json],
  ['YAML', yaml],
])('%s: where a text is cut into pieces changes nothing', (_, format) => {
  const read = (pieces: readonly string[], head: string): Part[] => {
    const reader = format.open(head);
    return [...pieces.flatMap((text) => [...reader.push(text)]), ...reader.end()];
  };
  fc.assert(
    fc.property(
      fc.oneof(soup, mutated(texts)),
      fc.array(fc.nat(), { maxLength: 5 }),
      (text, cuts) => {
        const ends = [...cuts.map((cut) => cut % (text.length + 1)), text.length].sort(
          (a, b) => a - b,
        );
        const pieces = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
        expect(read(pieces, text)).toEqual(read([text], text));
      },
    ),
    { numRuns: 300 },
  );
});

test('soup of what readers know', async () => {
  const path = fc.constantFrom('dump.json', 'shop/pods.yaml', 'cluster-resources/pods/shop.json');
  await fc.assert(
    fc.asyncProperty(soup, path, (text, name) => survive(Buffer.from(text), name)),
    { numRuns: 300 },
  );
});

test('documents that were damaged', async () => {
  await fc.assert(
    fc.asyncProperty(mutated(texts), (text) => survive(Buffer.from(text))),
    { numRuns: 300 },
  );
});

test('any JSON in the place of an object', async () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  await fc.assert(
    fc.asyncProperty(value, value, value, (spec, metadata, items) =>
      survive(
        Buffer.from(
          JSON.stringify([
            { ...pod, spec },
            { ...pod, metadata },
            { ...list, items },
          ]),
        ),
      ),
    ),
    { numRuns: 200 },
  );
});

test('archives that were damaged', async () => {
  const files = { 'a/pods.json': texts[0] ?? '', 'b.yaml': yamlList };
  const tar = await tarOf(files);
  const archives = [tar, gzipSync(tar), zipOf(files), gzipSync(await tarOf({ x: zipOf(files) }))];
  const edit = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...archives),
      fc.array(edit, { maxLength: 8 }),
      fc.nat(),
      async (archive, edits, cut) => {
        const bytes = Buffer.from(archive);
        for (const [at, byte] of edits) bytes[at % bytes.length] = byte;
        await survive(cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes, 'dump');
      },
    ),
    { numRuns: 200 },
  );
});

test('any bytes, also behind what marks an archive', async () => {
  const magic = [[], [0x1f, 0x8b, 8], [0x50, 0x4b, 3, 4], [0x28, 0xb5, 0x2f, 0xfd], [0xff, 0xfe]];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...magic), fc.uint8Array({ maxLength: 300 }), (head, rest) =>
      survive(Buffer.concat([Uint8Array.from(head), rest])),
    ),
    { numRuns: 300 },
  );
});

const data = '../shared/data';
const real = readRealTexts();

test.skipIf(real.length === 0)('pieces of real dumps that were damaged', async () => {
  await fc.assert(
    fc.asyncProperty(mutated(real), (text) => survive(Buffer.from(text))),
    { numRuns: 60 },
  );
});

/** Beginnings of some files of each dump; none where the dumps are not at hand. */
function readRealTexts(): string[] {
  let dumps: string[] = [];
  try {
    dumps = readdirSync(data);
  } catch {
    return [];
  }
  return dumps.flatMap((dump) =>
    readdirSync(join(data, dump), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(json|ya?ml|txt)$/.test(path))
      .slice(0, 3)
      .map((path) => readFileSync(join(data, dump, path), 'utf8').slice(0, 8_000)),
  );
}

test.each([
  ['brackets', '['.repeat(300_000)],
  ['brackets on lines of their own', '[\n'.repeat(100_000)],
  ['objects in objects', '{"a":'.repeat(100_000)],
  ['quotes', '{"'.repeat(100_000)],
  ['lists that never end', '{"items":[{"a":1},\n'.repeat(20_000)],
  ['flow sequences of YAML', `kind: ${'['.repeat(5_000)}`],
  ['flow mappings of YAML', `kind: ${'{a: '.repeat(2_000)}`],
  ['block sequences of YAML', `kind:\n${'- '.repeat(2_000)}x\n`],
  ['separators', 'kind: a\n---\n'.repeat(2_000)],
  ['anchors', `kind: x\n${'a: &a\n'.repeat(1_000)}`],
])('%s, many of them, end in time', async (_, text) => {
  await survive(Buffer.from(text));
});

test('no document reaches the prototype of all objects', async () => {
  for (const text of [
    '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"__proto__":{"polluted":1}}',
    '{"kind":"PodList","apiVersion":"v1","__proto__":{"polluted":1},"items":[{"metadata":{"name":"a","__proto__":{"polluted":1}}}]}',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n',
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nx: &x {__proto__: {polluted: 1}}\ny: {<<: *x}\n',
  ]) {
    await survive(Buffer.from(text));
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  }
});

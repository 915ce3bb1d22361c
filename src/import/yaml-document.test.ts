import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { YamlDocument, type YamlSizes } from './yaml-document.ts';
import { lenientValue, strictValue } from './yaml-value.ts';

const small: YamlSizes = { piece: 40, whole: 0, uncut: 2000, text: 2000, length: 100_000 };

function read(text: string, sizes: Partial<YamlSizes> = {}) {
  const document = new YamlDocument(1, { ...small, ...sizes });
  for (const line of text.replace(/\n$/, '').split('\n')) document.add(line);
  const { json, problem } = document.end();
  return problem ?? json;
}

const key = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9.-]{0,12}$/),
  fc.constantFrom('on', '1', '__proto__', 'a b', 'x:y', '- z', '# no comment', '<<', ''),
);
const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('a: b', '- a', '|', '---x', '{', '"', "'", '*a', '&a', '# x', 'key:', ' lead'),
  fc
    .array(fc.constantFrom('', 'key: value', '- item', '  deeper: x', '# note', 'text', ' '), {
      minLength: 2,
      maxLength: 12,
    })
    .map((lines) => lines.join('\n')),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    text,
    fc.oneof(
      fc.boolean(),
      fc.integer(),
      fc.constant(null),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    ),
    fc.array(tie('tree'), { maxLength: 6 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 6 }),
  ),
}));

test('a document in pieces is the document', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 8 }), fc.nat(6), (value, style) => {
      const written = stringify(value, {
        version: '1.1',
        aliasDuplicateObjects: false,
        indentSeq: style % 2 === 0,
        indent: style > 3 ? 4 : 2,
        lineWidth: style === 1 ? 20 : 0,
      });
      const expected = lenientValue(written);
      if ('reason' in expected) return;
      // Where the pieces are none, the whole is read: that it is never read as something else is what counts.
      expect(read(written, { whole: 100_000 })).toEqual(expected.json);
      const inPieces = read(written);
      if (typeof inPieces !== 'string') expect(inPieces).toEqual(expected.json);
    }),
    { numRuns: 150 },
  );
});

const long = (count: number) =>
  `kind: Rules\nspec:\n  rules:\n${Array.from({ length: count }, (_, index) => `  - host: h${index}\n    ports:\n    - ${index}\n`).join('')}`;

test('lists, maps and texts are cut below the top level', () => {
  const written = `${long(40)}  note: |-\n${'    a line: of text\n'.repeat(20)}  last: yes\n`;
  expect(read(written)).toEqual(parse(written, { version: '1.1' }));
});

test('a text ends as it would in one piece', () => {
  for (const mark of ['|', '|-', '|+']) {
    const written = `a: ${mark}\n${'  # no comment\n\n  - text\n'.repeat(9)}\n\nb: 1\n`;
    expect(read(written)).toEqual(parse(written));
  }
});

test('what a merge or an alias takes from another piece is never taken from nowhere', () => {
  const written = `base: &base\n  a: 1\n${long(20)}more:\n  <<: *base\n`;
  expect(read(written)).toBe('YAML does not parse at line 67, column 8: unidentified alias');
  expect(read(written, { whole: 100_000 })).toMatchObject({ more: { a: 1 } });
});

test('a key that is twice in a long document is a fault of it', () => {
  expect(read(`${long(20)}kind: Twice\n`)).toMatch(
    /^the YAML that begins on line \d+ has a key twice$/,
  );
});

test('an error in a long document says its line, and quotes nothing', () => {
  expect(read(`${long(20)}bad: "hunter2\n`)).toBe(
    'YAML does not parse at line 65, column 1: deficient indentation',
  );
});

test('what cannot be held is refused: a long text, much in brackets, a long document', () => {
  const why = 'which no API server takes: shorten it, or leave it out';
  expect(read(`a:\n  b: |\n${'    text\n'.repeat(500)}`)).toContain(
    'has a text of more than 8 million',
  );
  expect(read(`a:\n  b: "${'text\n    '.repeat(400)}"\n`)).toBe(
    `line 2 begins a text of more than 8 million characters, ${why}`,
  );
  expect(read(`a:\n  b: [${'x,\n    '.repeat(400)}y]\n`)).toBe(
    'line 2 begins more YAML in one piece than is read at once: write the object as JSON',
  );
  expect(read(long(100), { length: 1000 })).toBe(
    `line 1 begins a document of more than 67 million characters, ${why}`,
  );
});

test('JSON in YAML is read at any length, other brackets up to a length', () => {
  const rows = Array.from({ length: 300 }, (_, index) => ({ index }));
  expect(read(`---\n${JSON.stringify({ rows }, null, 1)}`)).toEqual({ rows });
  expect(read(`---\n{rows: [${'{a: b}, '.repeat(300)}]}`)).toBe(
    'the YAML that begins on line 1 is long, in brackets and no JSON: write the object as JSON',
  );
});

test('scalars mean what they mean to kubectl', () => {
  const written = `[., e10, 1e3, 1e999, 089, 0o17, 0b11, 0x1F, 1_000, +5, -0644, 1:30, .5, 5., 0x, ~, y, n]`;
  expect(strictValue(written)).toEqual({
    json: [
      '.',
      'e10',
      1000,
      '1e999',
      89,
      15,
      3,
      31,
      1000,
      5,
      -420,
      '1:30',
      0.5,
      5,
      '0x',
      null,
      true,
      false,
    ],
  });
});

test('both parsers agree, and the lenient one reads what people get away with', () => {
  const written = 'a: {\n  b: 1\n}\nc: 1\nc: 2\n';
  expect(strictValue(written)).toHaveProperty('reason');
  expect(lenientValue(written)).toEqual({ json: { a: { b: 1 }, c: 2 } });
});

test('aliases that make a text many times longer are refused by both', () => {
  const bomb = `a: &a ${'x'.repeat(2000)}\nb: [${'*a, '.repeat(900)}]\n`;
  expect(strictValue(bomb)).toEqual({ reason: 'expands too many aliases' });
  expect(lenientValue(bomb)).toEqual({ reason: 'expands too many aliases' });
  expect(strictValue('a: &a [*a]\n')).toEqual({ reason: 'is nested too deep' });
});

import { expect, test } from 'vitest';
import { partsOf } from './format.ts';
import { yaml } from './yaml.ts';

/** Documents and items of lists, and what could not be read. */
function read(text: string) {
  const parts = [...partsOf(yaml, text)];
  return {
    documents: parts.flatMap((part) => ('value' in part ? [part.value] : [])),
    problems: parts.flatMap((part) => (part.type === 'problem' ? [part.text] : [])),
  };
}

test('plain scalars mean what they mean to kubectl', () => {
  const text = `kind: X
on: yes
mode: 0644
ports: 8080:80
time: 2026-11-22T08:00:00Z
version: "1.10"
float: 1.10
tilde: ~
quoted: "yes"
1: number
`;
  expect(read(text)).toEqual({
    documents: [
      {
        kind: 'X',
        true: true,
        mode: 420,
        ports: '8080:80',
        time: '2026-11-22T08:00:00Z',
        version: '1.10',
        float: 1.1,
        tilde: null,
        quoted: 'yes',
        1: 'number',
      },
    ],
    problems: [],
  });
});

test('of two equal keys the later counts', () => {
  expect(read('kind: A\nkind: B\n').documents).toEqual([{ kind: 'B' }]);
});

test('anchors, aliases and merge keys are expanded', () => {
  expect(read('kind: X\nbase: &base {a: 1}\nmore:\n  <<: *base\n  b: 2\n').documents).toEqual([
    { kind: 'X', base: { a: 1 }, more: { a: 1, b: 2 } },
  ]);
});

test('aliases that would fill a memory are refused', () => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const before = level === 0 ? 'x' : `*l${level - 1}`;
    return `l${level}: &l${level} [${Array(10).fill(before).join(', ')}]`;
  });
  expect(read(`kind: Bomb\n${levels.join('\n')}\n`)).toEqual({
    documents: [],
    problems: ['the YAML that begins on line 1 expands too many aliases'],
  });
});

test('one broken document costs only itself, and the message quotes nothing of it', () => {
  const text = 'kind: A\n---\nkind: B\npassword: ***HIDDEN***hunter2\n---\n---\nkind: C\n';
  expect(read(text)).toEqual({
    documents: [{ kind: 'A' }, { kind: 'C' }],
    problems: ['the YAML that begins on line 2 has an alias (*) without its anchor (&)'],
  });
});

test('a merge of what is no map costs its document only', () => {
  expect(read('kind: A\n---\nkind: B\n<<: text\n---\nkind: C\n')).toEqual({
    documents: [{ kind: 'A' }, { kind: 'C' }],
    problems: ['the YAML that begins on line 2 has no value that YAML allows'],
  });
});

test('YAML that does not parse says where', () => {
  expect(read('kind: A\nmetadata:\n  name: a\n bad: hunter2\n')).toEqual({
    documents: [],
    problems: ['YAML does not parse at line 4, column 1: bad indent'],
  });
});

test('a key named __proto__ stays a key', () => {
  const [document] = read('kind: X\n__proto__:\n  polluted: true\n').documents;
  expect(Object.keys(document as object)).toEqual(['kind', '__proto__']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('an integer beyond 2^53 stays exact', () => {
  expect(read('kind: X\nbig: 9007199254740993\nsmall: 42\n').documents).toEqual([
    { kind: 'X', big: 9007199254740993n, small: 42 },
  ]);
});

test.each([
  ['apiVersion: v1\n', true],
  ['# a comment\n---\n"kind": Pod\n', true],
  ['- kind: Pod\n', true],
  ['name: values\nimage: web\n', false],
  ['A sentence about the kind: of things.\n', false],
])('%j is taken for YAML of Kubernetes: %j', (text, expected) => {
  expect(yaml.recognises(text)).toBe(expected);
});

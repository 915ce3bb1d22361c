import { expect, test } from 'vitest';
import { UserError } from '#user-error.ts';
import { parseChapter } from './parse-chapter.ts';

const front = `---
number: 9
title: The datastore
part: Control plane
summary: Where all state lives.
---
`;

const blocksOf = (body: string) => parseChapter(`${front}${body}`, '09-datastore.md').blocks;

function errorOf(text: string): { message: string; hint: string | undefined } {
  try {
    parseChapter(text, 'walkthrough/09-datastore.md');
  } catch (error) {
    if (error instanceof UserError) return { message: error.message, hint: error.hint };
    throw error;
  }
  throw new Error('no error');
}

test('a chapter is its front matter, a slug from its file name, and blocks', () => {
  expect(parseChapter(`${front}\nOne etcd.\n`, 'content/walkthrough/09-datastore.md')).toEqual({
    file: 'content/walkthrough/09-datastore.md',
    slug: 'datastore',
    front: {
      number: 9,
      title: 'The datastore',
      part: 'Control plane',
      summary: 'Where all state lives.',
      docs: [],
    },
    blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'One etcd.' }] }],
  });
});

test('values, notes and object links stay in a sentence as data', () => {
  expect(
    blocksOf(
      'It runs in :value[etcd.pod],:note[See `x`.] behind :ref[the Service]{kind="services" name="a"}.',
    ),
  ).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'It runs in ' },
        { type: 'value', name: 'etcd.pod', line: 7 },
        { type: 'text', text: ',' },
        {
          type: 'note',
          line: 7,
          children: [
            { type: 'text', text: 'See ' },
            { type: 'code', text: 'x' },
            { type: 'text', text: '.' },
          ],
        },
        { type: 'text', text: ' behind ' },
        {
          type: 'ref',
          kind: 'services',
          name: 'a',
          line: 7,
          children: [{ type: 'text', text: 'the Service' }],
        },
        { type: 'text', text: '.' },
      ],
    },
  ]);
});

test('an otherwise belongs to the when before it', () => {
  const [when] = blocksOf(
    ':::when{has="etcd.pod etcd.version" since="1.32"}\nA\n:::\n\n:::otherwise\nB\n:::\n',
  );
  expect(when).toEqual({
    type: 'when',
    line: 7,
    condition: { has: ['etcd.pod', 'etcd.version'], lacks: [], since: '1.32' },
    children: [{ type: 'paragraph', children: [{ type: 'text', text: 'A' }] }],
    otherwise: [{ type: 'paragraph', children: [{ type: 'text', text: 'B' }] }],
  });
});

test('a leaf directive is a block with its attributes', () => {
  expect(blocksOf('::table{kind="pods" namespace="kube-system" wide}')).toEqual([
    { type: 'table', line: 7, kind: 'pods', namespace: 'kube-system', limit: 20, wide: true },
  ]);
});

test('tables, lists and code are data', () => {
  expect(blocksOf('| a | b |\n|---|---|\n| `c` | d |\n\n- e\n\n```yaml\nf: 1\n```\n')).toEqual([
    {
      type: 'grid',
      heads: [[{ type: 'text', text: 'a' }], [{ type: 'text', text: 'b' }]],
      rows: [[[{ type: 'code', text: 'c' }], [{ type: 'text', text: 'd' }]]],
    },
    {
      type: 'list',
      ordered: false,
      items: [[{ type: 'paragraph', children: [{ type: 'text', text: 'e' }] }]],
    },
    { type: 'code', language: 'yaml', text: 'f: 1' },
  ]);
});

test('a Mermaid block carries its caption', () => {
  expect(blocksOf('```mermaid Filter, score, bind.\nflowchart LR\n```')).toEqual([
    {
      type: 'mermaid',
      lines: [{ line: 8, pieces: [{ type: 'text', text: 'flowchart LR' }] }],
      caption: 'Filter, score, bind.',
      line: 7,
    },
  ]);
});

test('a Mermaid block takes values and addresses, and leaves Mermaid its own colons', () => {
  const [figure] = blocksOf(
    [
      '```mermaid The database.',
      'db["etcd :value[etcd.version]"]:::store',
      'A->>B: [x]',
      'click db :href[etcd.pod] "its page"',
      'click s :href{kind="services" name="a"}',
      '```',
    ].join('\n'),
  );
  expect(figure).toMatchObject({
    lines: [
      {
        line: 8,
        pieces: [
          { type: 'text', text: 'db["etcd ' },
          { type: 'value', name: 'etcd.version' },
          { type: 'text', text: '"]:::store' },
        ],
      },
      { line: 9, pieces: [{ type: 'text', text: 'A->>B: [x]' }] },
      {
        line: 10,
        pieces: [
          { type: 'text', text: 'click db ' },
          { type: 'href', fact: 'etcd.pod' },
          { type: 'text', text: ' "its page"' },
        ],
      },
      {
        line: 11,
        pieces: [
          { type: 'text', text: 'click s ' },
          { type: 'href', kind: 'services', name: 'a' },
        ],
      },
    ],
  });
});

test('a heading has an address made of its words', () => {
  expect(blocksOf('## Who may talk to `etcd`?')).toMatchObject([
    { type: 'heading', depth: 2, id: 'who-may-talk-to-etcd' },
  ]);
});

test('a time of day is no directive', () => {
  expect(blocksOf('At 10:30 UTC.')).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'At 10' },
        { type: 'text', text: ':30' },
        { type: 'text', text: ' UTC.' },
      ],
    },
  ]);
});

test.each([
  [
    'an unknown inline directive',
    'It is :vlaue[x].',
    ':7: there is no directive ":vlaue".',
    ':value',
  ],
  [
    'an unknown leaf directive',
    '\n::tabel{kind="pods"}',
    ':8: there is no directive "::tabel".',
    '::table',
  ],
  ['an unknown container', ':::info\nx\n:::', ':7: there is no directive ":::info".', ':::hidden'],
  [
    'an unknown attribute',
    '::table{knd="pods"}',
    ':7: "::table" has no attribute "knd".',
    'kind, namespace',
  ],
  ['a missing attribute', '::flags', ':7: "::flags" is not complete:', 'component'],
  ['a wrong version', ':::when{since="32"}\nx\n:::', ':7: ":::when" is not complete:', 'since'],
  [
    'an otherwise alone',
    ':::otherwise\nx\n:::',
    ':7: ":::otherwise" stands directly after',
    undefined,
  ],
  [
    'raw HTML',
    'A <script>x</script>.',
    ':7: raw HTML is not passed through: <script>',
    'backticks',
  ],
  ['a block of raw HTML', '<div>x</div>', ':7: raw HTML is not passed through: <div>', 'fenced'],
  [
    'an image',
    '![x](https://example.com/x.png)',
    ':7: there is no place here for Markdown of type "image"',
    undefined,
  ],
  [
    'a script as a link',
    '[x](javascript:alert(1))',
    ':7: there can be no link to "javascript:',
    'https://',
  ],
  ['two notes in a paragraph', 'A:note[b] c:note[d].', ':7: a paragraph has one note', 'Split'],
  [
    'two sections with one address',
    '## A\n\n## A',
    ':1: two sections have the address "#a"',
    undefined,
  ],
  ['a first-level heading', '# A', ':7: a heading of level 1', '##'],
  [
    'an unknown directive in a figure',
    '```mermaid x\nflowchart LR\n  a[":vlaue[x]"]\n```',
    ':9: there is no directive ":vlaue" in a Mermaid figure.',
    ':value, :href',
  ],
  [
    'an address without a target',
    '```mermaid x\nclick a :href{kind="pods"}\n```',
    ':8: ":href" needs one target.',
    ':href[etcd.pod]',
  ],
  [
    'a figure without caption',
    '```mermaid\nx\n```',
    ':7: a Mermaid figure needs a caption',
    'after the language',
  ],
])('%s is an error that says where and what to do', (_what, body, message, hint) => {
  const error = errorOf(`${front}${body}`);
  expect(error.message).toContain(`walkthrough/09-datastore.md${message}`);
  if (hint !== undefined) expect(error.hint).toContain(hint);
});

test('front matter that misses a field names it', () => {
  const error = errorOf('---\nnumber: 9\npart: Control plane\nsummary: x\n---\n');
  expect(error.message).toContain(
    'walkthrough/09-datastore.md:1: the front matter is not complete',
  );
  expect(error.message).toContain('title');
});

test('front matter with an unknown field is refused', () => {
  const error = errorOf(front.replace('number: 9', 'number: 9\nnumbr: 9'));
  expect(error.message).toContain('numbr');
  expect(error.hint).toContain('number, title');
});

test('front matter that is not YAML names the line', () => {
  expect(errorOf('---\nnumber: 9\ntitle: "x\n---\n').message).toMatch(
    /^walkthrough\/09-datastore\.md:\d+: the front matter is not YAML/,
  );
});

test('a file without front matter is no chapter', () => {
  expect(errorOf('# Hello').message).toContain(':1: a chapter begins with front matter');
});

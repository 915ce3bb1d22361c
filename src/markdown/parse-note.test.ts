import { expect, test } from 'vitest';
import { parseNote } from './parse-note.ts';

test.each([
  ['No front matter.', 'web.md:1: a note begins with front matter between two "---".'],
  ['---\nkind: [\n---\n', 'web.md:2: the front matter is not YAML'],
  ['---\nkind: Pod\nnmae: web\n---\n', 'web.md:3: the front matter is not complete'],
  ['---\nowner: me\nname: web\n---\n', 'web.md:3: the front matter is not complete'],
  [
    '---\nkind: Pod\n\nrunbook: javascript:alert(1)\n---\n',
    'web.md:4: the front matter is not complete',
  ],
  [
    '---\nlinks:\n  - title: A\n    href: https://a.example\n  - title: B\n    href: //b\n---\n',
    'web.md:6: the front matter is not complete',
  ],
  [
    '---\nkind: Pod\n---\n\n<script>alert(1)</script>\n',
    'web.md:5: raw HTML is not passed through',
  ],
  ['---\nkind: Pod\n---\n\n[x](file:///etc/passwd)\n', 'web.md:5: there can be no link to'],
])('%j is refused with its line', (text, message) => {
  expect(() => parseNote(text, 'web.md')).toThrow(message);
});

test('a note keeps what it is about, and the lines that say so', () => {
  const { blocks, lineOf, ...note } = parseNote(
    '---\ncluster: [a, b]\nkind: deploy\nname: web\n---\nCall <shop@example.com>.\n',
    'web.md',
  );
  expect(note).toEqual({
    file: 'web.md',
    cluster: ['a', 'b'],
    kind: 'deploy',
    name: 'web',
    optional: false,
    links: [],
  });
  expect([lineOf('name'), lineOf('labels')]).toEqual([4, 1]);
  expect(blocks).toMatchObject([
    {
      type: 'paragraph',
      children: [{ text: 'Call ' }, { href: 'mailto:shop@example.com' }, { text: '.' }],
    },
  ]);
});

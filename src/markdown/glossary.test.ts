import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseGlossary, termId } from './glossary.ts';

test('a term has its forms, its meaning and a chapter', () => {
  const yaml = '- term: Lease\n  also: [Leases]\n  text: Renewed to say that one lives.\n';
  expect(parseGlossary(yaml, 'glossary.yaml')).toEqual([
    { term: 'Lease', also: ['Leases'], text: 'Renewed to say that one lives.' },
  ]);
});

test.each([
  ['- term: a\n  text: [', /glossary\.yaml:\d+: the glossary is not YAML/],
  ['- term: a\n', /glossary\.yaml:1: the glossary is not complete/],
  ['- {term: a, text: x, colour: red}\n', /colour/],
  ['- {term: a, text: x}\n- {term: b, also: [a], text: y}\n', /explains "a" twice/],
])('%j is an error of its author', (yaml, message) => {
  expect(() => parseGlossary(yaml, 'glossary.yaml')).toThrow(message);
});

test('the glossary that ships is read, and leads to chapters that exist', () => {
  const terms = parseGlossary(readFileSync('content/glossary.yaml', 'utf8'), 'glossary.yaml');
  expect(new Set(terms.map(({ term }) => termId(term))).size).toBe(terms.length);
  const slugs = readdirSync('content/walkthrough').map((name) => name.replace(/^\d+-|\.md$/g, ''));
  const chapters = terms.flatMap(({ chapter = [] }) => chapter);
  expect(chapters.filter((slug) => !slugs.includes(slug))).toEqual([]);
});

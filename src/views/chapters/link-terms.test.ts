import { expect, test } from 'vitest';
import { parseGlossary } from '#markdown/glossary.ts';
import { termLinker } from './link-terms.ts';
import { code, text } from './prose.ts';

const terms = parseGlossary(
  [
    '- {term: pod, also: [pods], text: Containers.}',
    '- {term: static pod, also: [static pods], text: From a file.}',
    '- {term: Event, also: [Events], text: A report.}',
  ].join('\n'),
  'glossary.yaml',
);
const linker = () => termLinker(terms, '/glossary/');

test('the first use of a term is linked, in any of its forms, and no later one', () => {
  const { prose } = linker();
  expect(prose([text('Two pods run. Each pod has an address.')])).toEqual([
    text('Two '),
    { type: 'term', text: 'pods', href: '/glossary/#pod' },
    text(' run. Each pod has an address.'),
  ]);
  expect(prose([text('Pods again.')])).toEqual([text('Pods again.')]);
});

test('the longer term goes first', () => {
  expect(linker().prose([text('A static pod.')])).toEqual([
    text('A '),
    { type: 'term', text: 'static pod', href: '/glossary/#static-pod' },
    text('.'),
  ]);
});

test('kinds keep their capitals, other words may begin a sentence', () => {
  expect(linker().prose([text('In that event. Pods wait.')])).toEqual([
    text('In that event. '),
    { type: 'term', text: 'Pods', href: '/glossary/#pod' },
    text(' wait.'),
  ]);
});

test('identifiers, links and parts of words are left alone', () => {
  const words = [code('pod'), text('pod-network, subpods, kube/pods')];
  expect(linker().prose(words)).toEqual(words);
});

test('the name of a product is none of the terms in it', () => {
  const words = [text('Some Kubernetes Events Service.')];
  expect(linker().prose(words)).toEqual(words);
});

test('paragraphs and lists are looked through in their order, tables are not', () => {
  const paragraph = { type: 'paragraph' as const, children: [text('A pod.')] };
  const [list, after] = linker().blocks([
    { type: 'list', ordered: false, items: [[paragraph]] },
    paragraph,
  ]);
  expect(list).toMatchObject({ items: [[{ children: [{}, { type: 'term' }, {}] }]] });
  expect(after).toEqual(paragraph);
});

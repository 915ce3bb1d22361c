import { expect, test } from 'vitest';
import { splitBatch } from './batch-split.ts';
import { byteText, toByteText } from './byte-text.ts';
import type { ObjectBatch } from './object-batches.ts';
import { mark } from './object-batches.ts';
import type { ObjectPageRef } from './object-pages.ts';

function page(name: string): ObjectPageRef {
  const path = `/lab/objects/nodes/${name}/`;
  const frame = {
    title: `Node <${name}>`,
    description: `"${name}"`,
    crumbs: [],
    within: ['/lab/'],
  };
  return { path, frame } as unknown as ObjectPageRef;
}

const batch = (...names: readonly string[]) =>
  ({ name: 'lab/0', pages: names.map(page) }) as unknown as ObjectBatch;

const shell =
  `<title>${mark('title')}</title><meta content="${mark('description')}">` +
  `<nav class="side"><a href="/lab/">lab</a></nav><main>${mark('main')}</main>`;

test('each page gets the layout, its own head, its place in the navigation and its body', () => {
  const markup = `${shell}${mark('page')}<h1>one</h1>${mark('page')}<h1>$& two</h1>`;
  const { pages, html } = splitBatch(batch('one', 'two'), markup);
  expect(pages.map(({ of, body = '' }) => html(of, body))).toEqual([
    '<title>Node &lt;one&gt;</title><meta content="&quot;one&quot;">' +
      '<nav class="side"><a href="/lab/" aria-current="true">lab</a></nav><main><h1>one</h1></main>',
    '<title>Node &lt;two&gt;</title><meta content="&quot;two&quot;">' +
      '<nav class="side"><a href="/lab/" aria-current="true">lab</a></nav><main><h1>$& two</h1></main>',
  ]);
});

test('names in every script reach the head as bytes, like the markup they are put into', () => {
  const { pages, html } = splitBatch(batch('größe'), `${shell}${mark('page')}${toByteText('→')}`);
  expect(
    pages.map(({ of, body = '' }) => Buffer.from(html(of, body), byteText).toString()),
  ).toEqual([
    '<title>Node &lt;größe&gt;</title><meta content="&quot;größe&quot;">' +
      '<nav class="side"><a href="/lab/" aria-current="true">lab</a></nav><main>→</main>',
  ]);
});

test('a batch that lost a page is no batch', () => {
  expect(() => splitBatch(batch('one', 'two'), `${shell}${mark('page')}<h1>one</h1>`)).toThrow(
    'Batch lab/0 rendered 1 pages of 2.',
  );
});

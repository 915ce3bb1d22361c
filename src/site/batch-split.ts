import { escapeText } from '#views/markup/escape-text.ts';
import { glyphSymbols } from './glyph-symbols.ts';
import { markCurrent } from './mark-current.ts';
import type { ObjectBatch } from './object-batches.ts';
import { mark } from './object-batches.ts';
import type { ObjectPageRef } from './object-pages.ts';

/** Glyphs of the frame itself, which every page carries. */
export const frameGlyphs = ['book', 'chevron', 'menu', 'search', 'theme'] as const;

/** A rendered batch as its pages, each the same as if it had been rendered alone. */
export function splitBatch(
  { name, pages }: ObjectBatch,
  markup: string,
): readonly { readonly of: ObjectPageRef; readonly html: string }[] {
  const [shell = '', ...bodies] = markup.split(mark('page'));
  if (bodies.length !== pages.length) {
    throw new Error(`Batch ${name} rendered ${bodies.length} pages of ${pages.length}.`);
  }
  const fill = shellFiller(shell);
  return pages.map((of, i) => ({ of, html: fill(of, bodies[i] ?? '') }));
}

function shellFiller(shell: string): (of: ObjectPageRef, body: string) => string {
  const [beforeMain = '', afterMain = ''] = shell.split(mark('main'));
  const navigation = beforeMain.indexOf('<nav class="side"');
  const head = beforeMain.slice(0, navigation);
  const nav = beforeMain.slice(navigation);
  const symbols = glyphSymbols('', frameGlyphs);
  return ({ path, frame: { title, description, within } }, body) =>
    head
      .replaceAll(mark('title'), () => escapeText(title))
      .replaceAll(mark('description'), () => escapeText(description))
      .replaceAll(mark('path'), path) +
    markCurrent(nav, path, within) +
    body +
    afterMain.replace(symbols, () => glyphSymbols(body, frameGlyphs));
}

import { escapeText } from '#views/markup/escape-text.ts';
import { toByteText } from './byte-text.ts';
import { glyphSymbols } from './glyph-symbols.ts';
import { markCurrent } from './mark-current.ts';
import type { ObjectBatch } from './object-batches.ts';
import { mark, withoutMarks } from './object-batches.ts';
import type { ObjectPageRef } from './object-pages.ts';

/** Glyphs of the frame itself, which every page carries. */
export const frameGlyphs = ['book', 'chevron', 'menu', 'search', 'theme'] as const;

/** A page of a batch: what was rendered, and the frame it goes into. */
export interface SplitPage {
  readonly of: ObjectPageRef;
  /** Markup inside `<main>`; absent where an earlier build's was as good, and nothing was rendered. */
  readonly body: string | undefined;
}

/** A rendered batch: its pages, and the frame they have in common. */
export interface SplitBatch {
  readonly pages: readonly SplitPage[];
  /** The frame's markup, without what differs from page to page and from build to build. */
  readonly frame: string;
  /** The page as it would be if it had been rendered alone. */
  html(of: ObjectPageRef, body: string): string;
  /** The body of a page that an earlier build made with a frame of the same program. */
  bodyOf(html: string): string;
}

/** Takes a rendered batch apart; its markup, as all here, is {@link byteText}. */
export function splitBatch({ name, pages }: ObjectBatch, markup: string): SplitBatch {
  const [shell = '', ...bodies] = markup.split(mark('page'));
  if (bodies.length !== pages.length) {
    throw new Error(`Batch ${name} rendered ${bodies.length} pages of ${pages.length}.`);
  }
  return {
    pages: pages.map((of, i) => {
      const body = bodies[i] ?? '';
      return { of, body: body.trim() === mark('kept') ? undefined : body };
    }),
    frame: withoutMarks(shell),
    html: shellFiller(shell),
    bodyOf: bodyFinder(shell),
  };
}

/** Finds what stands where the shell has its mark. Nothing in a body closes `<main>`: content is escaped. */
function bodyFinder(shell: string): (html: string) => string {
  const [beforeMain = '', afterMain = ''] = shell.split(mark('main'));
  const opening = beforeMain.slice(beforeMain.lastIndexOf('<main'));
  const closing = afterMain.slice(0, afterMain.indexOf('</main>') + '</main>'.length);
  return (html) => {
    const [from, to] = [html.indexOf(opening), html.lastIndexOf(closing)];
    if (from === -1 || to === -1) throw new Error('A page that was kept has no main part.');
    return html.slice(from + opening.length, to);
  };
}

function shellFiller(shell: string): (of: ObjectPageRef, body: string) => string {
  const [beforeMain = '', afterMain = ''] = shell.split(mark('main'));
  const navigation = beforeMain.indexOf('<nav class="side"');
  const head = beforeMain.slice(0, navigation);
  const nav = beforeMain.slice(navigation);
  const symbols = glyphSymbols('', frameGlyphs);
  return ({ path, frame: { title, description, within } }, body) =>
    head
      .replaceAll(mark('title'), () => toByteText(escapeText(title)))
      .replaceAll(mark('description'), () => toByteText(escapeText(description)))
      .replaceAll(mark('path'), path) +
    markCurrent(nav, path, within) +
    body +
    afterMain.replace(symbols, () => glyphSymbols(body, frameGlyphs));
}

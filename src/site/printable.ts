import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byteText, toByteText } from './byte-text.ts';

// Controls other than tab and line break, and what makes text after it read in another order.
const unprintable = /[[\p{Cc}--[\t\n\r]]\u202a-\u202e\u2066-\u2069]/gv;

/**
 * Markup without control characters and overrides of direction, each of which shows as `�`. HTML does not
 * allow the former, a command copied off a page would carry them into a terminal, and the latter let one
 * name read as another. The JSON beside a page has what was there.
 */
export function printable(html: string): string {
  return html.search(unprintable) === -1 ? html : html.replace(unprintable, '\ufffd');
}

// The same in UTF-8, byte by byte. Each of its first bytes begins a character, and is no part of another.
const unprintableBytes =
  /[\p{Cc}--[\t\n\r\x80-\x9f]]|\xc2[\x80-\x9f]|\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa9])/gv;
const replacementBytes = toByteText('\ufffd');

/** {@link printable} of a page's bytes (`byte-text.ts`). */
export function printableBytes(html: string): string {
  return html.search(unprintableBytes) === -1
    ? html
    : html.replace(unprintableBytes, replacementBytes);
}

/** Makes the pages below a folder printable, where they are not; those below `except` are left alone. */
export function makePrintable(dir: string, except: string): void {
  for (const page of globSync('**/*.html', { cwd: dir, exclude: [`${except}/**`] })) {
    const html = readFileSync(join(dir, page), byteText);
    const clean = printableBytes(html);
    if (clean !== html) writeFileSync(join(dir, page), clean, byteText);
  }
}

import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** Makes the pages below a folder printable, where they are not; those below `except` are left alone. */
export function makePrintable(dir: string, except: string): void {
  for (const page of globSync('**/*.html', { cwd: dir, exclude: [`${except}/**`] })) {
    const html = readFileSync(join(dir, page), 'utf8');
    const clean = printable(html);
    if (clean !== html) writeFileSync(join(dir, page), clean);
  }
}

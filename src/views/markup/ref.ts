import type { Ref } from '#views/ref.ts';
import { escapeText } from './escape-text.ts';
import { glyphMarkup } from './glyph.ts';

/** A link to the page of an object with the glyph of its kind; plain where it has no page. */
export function refMarkup({ href, kind, name, glyph, category, inferred }: Ref): string {
  const shape = `ref k-${category}${inferred ? ' inferred' : ''}`;
  const label = `${glyphMarkup(glyph)}<span>${escapeText(name)}</span>`;
  if (href === undefined) {
    const title = escapeText(`${kind} ${name}, not in this snapshot`);
    return `<span class="${shape}" title="${title}">${label}</span>`;
  }
  const title = escapeText(`${kind} ${name}${inferred ? ', inferred: not in the dump' : ''}`);
  const said = inferred ? '<span class="vh"> (inferred)</span>' : '';
  return `<a class="${shape}" href="${escapeText(href)}" title="${title}">${label}${said}</a>`;
}

import { escapeText } from './escape-text.ts';

/** A field's path with places to break it; a link where an address is given. */
export function fieldPathMarkup(path: string, href?: string): string {
  const steps = path.split(/(?<=\.)(?![^[]*\])/).map((step) => `${escapeText(step)}<wbr>`);
  return href === undefined
    ? `<span class="id">${steps.join('')}</span>`
    : `<a class="id" href="${escapeText(href)}">${steps.join('')}</a>`;
}

import type { Certainty, Prose } from '#views/chapters/prose.ts';
import { escapeText } from './escape-text.ts';
import { refMarkup } from './ref.ts';
import { stateMarkup } from './state.ts';

/** An identifier of so many letters stays whole. */
const shortIdentifier = 26;

const certaintyStates = {
  proven: 'ok',
  likely: 'unknown',
  typical: 'unknown',
} as const satisfies Record<Certainty, string>;

/** Running text. Markup comes from here only; the words are escaped. */
export function proseMarkup(words: readonly Prose[]): string {
  return words.map(partMarkup).join('');
}

function partMarkup(part: Prose): string {
  switch (part.type) {
    case 'text':
      return escapeText(part.text);
    case 'code': {
      const whole = part.text.length <= shortIdentifier ? ' class="nb"' : '';
      return `<code${whole}>${escapeText(part.text)}</code>`;
    }
    case 'term':
      return `<a class="term" href="${escapeText(part.href)}">${escapeText(part.text)}</a>`;
    case 'strong':
      return `<strong>${proseMarkup(part.children)}</strong>`;
    case 'emphasis':
      return `<em>${proseMarkup(part.children)}</em>`;
    case 'link':
      return linkMarkup(part.href, proseMarkup(part.children));
    case 'ref':
      return refMarkup(part.ref);
    case 'certainty':
      return stateMarkup({ state: certaintyStates[part.degree], word: part.degree });
    case 'mark':
      return `<a class="mark" href="#n${part.number}" aria-label="Note ${part.number}">${part.number}</a>`;
  }
}

function linkMarkup(href: string, words: string): string {
  const rel = /^https?:/i.test(href) ? ' rel="noreferrer"' : '';
  return `<a href="${escapeText(href)}"${rel}>${words}</a>`;
}

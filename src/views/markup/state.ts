import type { Health } from '#kinds/kind.ts';
import { escapeText } from './escape-text.ts';
import { glyphMarkup } from './glyph.ts';

/** A state as its sign and its word. */
export function stateMarkup({ state, word }: Health): string {
  // A finished object is neither well nor ill: its colour is that of what is not known, its glyph its own.
  const colour = state === 'done' ? 'unknown' : state;
  return `<span class="st st-${colour}">${glyphMarkup(state)}${escapeText(word)}</span>`;
}

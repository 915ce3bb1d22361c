import { hasGlyph } from '#views/glyphs.ts';

/**
 * A glyph as markup, for `set:html`. One that nobody drew shows as a custom resource. A string and not
 * a component of its own, because tables show hundreds of them and a component costs ten times as much.
 *
 * @param name Without its `g-`.
 */
export function glyphMarkup(name: string): string {
  const known = hasGlyph(name) ? name : 'crd';
  return `<svg class="g" aria-hidden="true"><use href="#g-${known}"></use></svg>`;
}

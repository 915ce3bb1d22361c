import { glyphStrokes, hasGlyph } from '#views/glyphs.ts';

const used = /href="#g-([a-z]+)"/g;

/**
 * The `<symbol>`s that this markup refers to, and those named besides, each once, by name. A page
 * carries only its own: that is about 1 kB gzip, needs no second request, and draws nothing late.
 */
export function glyphSymbols(markup: string, besides: readonly string[] = []): string {
  const names = new Set(besides);
  for (const [, name = ''] of markup.matchAll(used)) names.add(name);
  return [...names]
    .sort()
    .filter(hasGlyph)
    .map((name) => `<symbol id="g-${name}" viewBox="0 0 16 16">${glyphStrokes(name)}</symbol>`)
    .join('');
}

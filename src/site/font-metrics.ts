import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import { type TextMetrics, type TextStyle, textStyles } from '#diagrams/text-metrics.ts';

const fontFile = '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2';

/**
 * How much wider than weight 400 Inter is, measured in Chromium on `kube-controller-manager`: fontkit
 * cannot set the weight of a variable WOFF2 font.
 */
const boldening: Readonly<Record<number, number>> = { 400: 1, 560: 1.024, 620: 1.033 };

// Letters the shipped font lacks are drawn in whatever the reader has: room for the usual, in em.
const otherLetter = 0.66;
const wideLetter = 1.04;
const isWide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u;

/** Widths of text in the Inter that the site ships, read from the font file on first use. */
export function interMetrics(): TextMetrics {
  const font = create(readFileSync(createRequire(import.meta.url).resolve(fontFile)));
  const advances = new Map<number, number>();
  const advanceOf = (codePoint: number): number => {
    const known = advances.get(codePoint);
    if (known !== undefined) return known;
    const advance = font.hasGlyphForCodePoint(codePoint)
      ? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
      : otherAdvance(String.fromCodePoint(codePoint));
    advances.set(codePoint, advance);
    return advance;
  };
  return (text: string, style: TextStyle) => {
    const { size, weight } = textStyles[style];
    let em = 0;
    // By index, since an iterator makes a string of each letter.
    for (let i = 0; i < text.length; i += 1) {
      const codePoint = text.codePointAt(i) ?? 0;
      if (codePoint > 0xffff) i += 1;
      em += advanceOf(codePoint);
    }
    return em * size * (boldening[weight] ?? 1);
  };
}

function otherAdvance(letter: string): number {
  return isWide.test(letter) ? wideLetter : otherLetter;
}

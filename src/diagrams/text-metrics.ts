/** The four voices of text in a figure; size and weight of each stand in `styles/figure.css`. */
export type TextStyle = 'name' | 'kind' | 'group' | 'edge';

/** Size in px and weight of each voice. Nothing is smaller than 11 px. */
export const textStyles = {
  name: { size: 13, weight: 620 },
  kind: { size: 11.5, weight: 400 },
  group: { size: 12, weight: 560 },
  edge: { size: 11.5, weight: 400 },
} as const satisfies Record<TextStyle, { readonly size: number; readonly weight: number }>;

/** Width of a text in px, in the fonts the site ships. Passed in, so that drawing needs no files. */
export type TextMetrics = (text: string, style: TextStyle) => number;

/**
 * The text if it fits into `width` px, else its beginning and its end with … between: names of one
 * family (`shop-worker-7d4b9-x7k2p`) differ at both ends.
 */
export function fitText(
  text: string,
  style: TextStyle,
  width: number,
  metrics: TextMetrics,
): string {
  if (metrics(text, style) <= width) return text;
  const letters = [...text];
  const cut = (kept: number) => {
    const tail = Math.floor(kept * 0.4);
    return `${letters.slice(0, kept - tail).join('')}…${letters.slice(letters.length - tail).join('')}`;
  };
  let fits = 1;
  let tooLong = letters.length;
  while (tooLong - fits > 1) {
    const kept = Math.floor((fits + tooLong) / 2);
    if (metrics(cut(kept), style) <= width) fits = kept;
    else tooLong = kept;
  }
  return cut(fits);
}

/**
 * How well a word fits a text, both in lower case; the lower the better.
 *
 * 0 is the text, 1 begins it, 2 begins a part of it (`dns` in `core-dns`), 3 stands inside, and
 * {@link noMatch} is nowhere in it.
 */
export function matchOf(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at === -1) return noMatch;
  if (at === 0) return text.length === word.length ? 0 : 1;
  if (isBorder(text.charCodeAt(at - 1))) return 2;
  // A later place may begin a part: `web` in `cobweb-web`.
  for (let next = text.indexOf(word, at + 1); next > 0; next = text.indexOf(word, next + 1)) {
    if (isBorder(text.charCodeAt(next - 1))) return 2;
  }
  return 3;
}

export const noMatch = 99;

/** Neither a letter nor a figure. */
function isBorder(code: number): boolean {
  return !((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code > 0x7f);
}

/** What a word says of a text, at once for a whole list of them. */
export function matchesOf(texts: readonly string[], word: string): Uint8Array {
  return Uint8Array.from(texts, (text) => matchOf(text, word));
}

/** The places of the words in a text, in order and apart: what is marked where it is shown. */
export function marksIn(
  text: string,
  words: readonly string[],
): readonly (readonly [start: number, end: number])[] {
  const lower = text.toLowerCase();
  // A letter whose lower case is longer would move all that follow.
  if (lower.length !== text.length) return [];
  const found = words
    .map((word) => [lower.indexOf(word), word.length] as const)
    .filter(([at]) => at !== -1)
    .map(([at, length]) => [at, at + length] as const)
    .sort(([a], [b]) => a - b);
  const marks: [number, number][] = [];
  for (const [start, end] of found) {
    const last = marks.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

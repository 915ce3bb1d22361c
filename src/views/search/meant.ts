import { distance } from 'fastest-levenshtein';
import type { OpenIndex } from './open-search-index.ts';

/** Shorter words are near to everything. */
const shortest = 4;

/**
 * The word of this cluster that is nearest to one that is not in it: `nginx` for `ngnix`. Nothing if none is near.
 *
 * Near is one slip in four letters and two in more; two swapped letters are two. A word may be the beginning of a longer
 * one, since people type no more than they need.
 */
export function meantBy(index: OpenIndex, word: string): string | undefined {
  if (word.length < shortest) return undefined;
  let meant: string | undefined;
  let least = word.length === shortest ? 2 : 3;
  for (const known of wordsOf(index, word)) {
    if (word.length - known.length >= least) continue;
    const slips = slipsBetween(word, known);
    if (slips < least) [meant, least] = [known, slips];
  }
  return meant;
}

/** Of equals the whole word is meant rather than one that begins so. */
function slipsBetween(word: string, known: string): number {
  return Math.min(distance(word, known), distance(word, known.slice(0, word.length)) + 0.5);
}

/** What things are called here: names in as many parts as the word has, each once. */
function* wordsOf(
  { lower, namespaces, kinds, details }: OpenIndex,
  word: string,
): Generator<string> {
  const parts = word.split('-').length;
  const known = new Set<string>();
  const hasDigits = /\d/.test(word);
  const images = details.flatMap((of) => (of.type === 'image' ? of.lower : []));
  const names = [
    namespaces.map(([name]) => name),
    kinds.flatMap((kind) => kind.names),
    lower,
    images,
  ];
  for (const name of names.flat()) {
    for (const part of partsOf(name, parts)) {
      // Hashes and numbers of copies are what nobody mistypes.
      if (known.has(part) || (!hasDigits && /\d/.test(part))) continue;
      known.add(part);
      yield part;
    }
  }
}

/** `web-front-7d8` in twos: `web-front`, `front-7d8`. */
function partsOf(name: string, count: number): readonly string[] {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (parts.length < count) return [];
  return Array.from({ length: parts.length - count + 1 }, (_, at) =>
    parts.slice(at, at + count).join('-'),
  );
}

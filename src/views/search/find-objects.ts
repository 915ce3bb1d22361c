import { matchOf, noMatch } from './match.ts';
import { namespaceAt, type OpenDetails, type OpenIndex } from './open-search-index.ts';
import type { Query } from './query.ts';
import { scoreObjects } from './score-objects.ts';
import type { DetailType } from './search-index.ts';

/** Objects that fit a query, and what it could be narrowed to. */
export interface FoundObjects {
  /** The best, best first. */
  readonly places: readonly number[];
  /** By place in `places`; the lower the better. */
  readonly scores: readonly number[];
  readonly total: number;
  /** Places of kinds, with how many objects of them fit when the kind is not asked for. */
  readonly byKind: ReadonlyMap<number, number>;
  /** Places of namespaces, with how many objects in them fit when the namespace is not asked for. */
  readonly byNamespace: ReadonlyMap<number, number>;
}

/** A Pod goes after what made it, and after what fits a little less well. */
const foldedRank = 3;
/** Ranks of one quality; the best few of more than these would look alike. */
const maxAlike = 1000;

/** @param limit - Of `places`. */
export function findObjects(index: OpenIndex, query: Query, limit: number): FoundObjects {
  const scores = scoreObjects(index, query.words);
  const kinds = kindsCalled(index, query.kind);
  const namespaces = namespacesCalled(index, query.namespace);
  const byKind = new Map<number, number>();
  const byNamespace = new Map<number, number>();
  const alike: number[][] = [];
  let total = 0;
  scores.forEach((score, place) => {
    if (score === noMatch) return;
    const kind = index.kindOf[place] ?? 0;
    const namespace = index.namespaceOf[place] ?? -1;
    const isOfKind = kinds?.has(kind) ?? true;
    const isInNamespace = namespaces?.has(namespace) ?? true;
    if (isInNamespace) addOne(byKind, kind);
    if (isOfKind) addOne(byNamespace, namespace);
    if (!isOfKind || !isInNamespace) return;
    total += 1;
    addAlike(alike, 2 * score + (index.homeOf[place] === place ? 0 : foldedRank), place);
  });
  const places = bestOf(index, alike, limit);
  return {
    places,
    scores: places.map((place) => scores[place] ?? noMatch),
    total,
    byKind,
    byNamespace,
  };
}

function addOne(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function addAlike(alike: number[][], rank: number, place: number): void {
  const others = alike[rank] ?? [];
  alike[rank] = others;
  if (others.length < maxAlike) others.push(place);
}

function bestOf(index: OpenIndex, alike: readonly number[][], limit: number): number[] {
  const best: number[] = [];
  const lengthOf = (place: number) => index.names[place]?.length ?? 0;
  const kindOf = (place: number) => index.kindOf[place] ?? 0;
  // The list has holes: not every rank was given.
  for (const places of alike.filter(Boolean)) {
    if (best.length >= limit) break;
    best.push(
      ...places.sort((a, b) => lengthOf(a) - lengthOf(b) || kindOf(a) - kindOf(b) || a - b),
    );
  }
  return best.slice(0, limit);
}

/** Places of the kinds that are called so; of those whose names begin so while a name is being typed. */
function kindsCalled(
  { kinds }: OpenIndex,
  called: string | undefined,
): ReadonlySet<number> | undefined {
  if (called === undefined) return undefined;
  return chosen(
    kinds.map(({ names }) => [...names, ...names.map((name) => `${name}.`)]),
    called,
  );
}

function namespacesCalled(
  { namespaces }: OpenIndex,
  called: string | undefined,
): ReadonlySet<number> | undefined {
  return called === undefined
    ? undefined
    : chosen(
        namespaces.map(([name]) => [name.toLowerCase()]),
        called,
      );
}

function chosen(names: readonly (readonly string[])[], called: string): ReadonlySet<number> {
  const fitting = (fits: (name: string) => boolean) =>
    new Set(names.flatMap((each, place) => (each.some(fits) ? [place] : [])));
  const exact = fitting((name) => name === called);
  return exact.size > 0 ? exact : fitting((name) => name.startsWith(called));
}

/** What of an object a query found, or what tells it from others where its name was found. */
export interface Told {
  readonly type: DetailType | 'address';
  readonly text: string;
}

/** @see Told */
export function toldOf(
  index: OpenIndex,
  place: number,
  words: readonly string[],
): Told | undefined {
  const told = [...detailsAt(index, place), ...addressesAt(index, place)];
  const name = index.lower[place] ?? '';
  const sought = words.filter((word) => !name.includes(word));
  const found = told
    .map((one) => ({ one, score: bestMatch(one.text.toLowerCase(), sought) }))
    .filter(({ score }) => score !== noMatch)
    .sort((a, b) => a.score - b.score)[0]?.one;
  return found ?? told.find(({ type }) => type !== 'label');
}

function bestMatch(text: string, words: readonly string[]): number {
  return Math.min(noMatch, ...words.map((word) => matchOf(text, word)));
}

function detailsAt({ details, setOf }: OpenIndex, place: number): readonly Told[] {
  const set = setOf[place] ?? 0;
  return details.flatMap(({ type, texts, sets }: OpenDetails) =>
    (sets[set] ?? []).map((text) => ({ type, text: texts[text] ?? '' })),
  );
}

function addressesAt({ addresses }: OpenIndex, place: number): readonly Told[] {
  const own = (addresses[place] ?? '').split(' ').filter(Boolean);
  return own.map((text) => ({ type: 'address', text }));
}

/** Where an object stands, in words: its namespace, or the cluster. */
export function scopeAt(index: OpenIndex, place: number): string {
  return namespaceAt(index, place) ?? 'cluster scope';
}

import { matchesOf, matchOf, noMatch } from './match.ts';
import type { OpenIndex } from './open-search-index.ts';

// What fits a name (0 to 3) goes before what fits a detail, and that before kind and namespace.
const detailScore = 4;
const placeScore = 8;

/** For each object how well the words fit, the lower the better; {@link noMatch} unless each of them does. */
export function scoreObjects(index: OpenIndex, words: readonly string[]): Uint8Array {
  const scores = new Uint8Array(index.names.length);
  for (const word of words) {
    const scoreAt = scorer(index, word);
    for (let place = 0; place < scores.length; place++) {
      const before = scores[place] ?? noMatch;
      if (before === noMatch) continue;
      const score = scoreAt(place);
      scores[place] = score === noMatch ? noMatch : Math.min(before + score, noMatch - 1);
    }
  }
  return scores;
}

/** How well a word fits the object at a place. What is asked first is what decides. */
function scorer(index: OpenIndex, word: string): (place: number) => number {
  const { lower, setOf, addresses, kindOf, namespaceOf } = index;
  const bySet = setScores(index, word);
  const byKind = index.kinds.map(({ names }) => (names.includes(word) ? placeScore : noMatch));
  const byNamespace = index.namespaces.map(([name]) =>
    matchOf(name.toLowerCase(), word) <= 2 ? placeScore : noMatch,
  );
  return (place) => {
    const byName = matchOf(lower[place] ?? '', word);
    if (byName !== noMatch) return byName;
    const byDetail = bySet[setOf[place] ?? 0] ?? noMatch;
    if (byDetail !== noMatch) return byDetail;
    const byAddress = addressScore(addresses[place] ?? '', word);
    if (byAddress !== noMatch) return byAddress;
    return Math.min(
      byKind[kindOf[place] ?? -1] ?? noMatch,
      byNamespace[namespaceOf[place] ?? -1] ?? noMatch,
    );
  };
}

function addressScore(addresses: string, word: string): number {
  if (addresses === '') return noMatch;
  const score = matchOf(addresses, word);
  return score === noMatch ? noMatch : detailScore + score;
}

/** For each combination of details how well the best of them fits. */
function setScores({ details }: OpenIndex, word: string): Uint8Array {
  const best = new Uint8Array(details[0]?.sets.length ?? 0).fill(noMatch);
  for (const { lower, sets } of details) {
    const scores = matchesOf(lower, word);
    sets.forEach((set, at) => {
      best[at] = set.reduce(
        (least, text) => Math.min(least, detailOf(scores[text])),
        best[at] ?? 0,
      );
    });
  }
  return best;
}

function detailOf(score: number | undefined): number {
  return score === undefined || score === noMatch ? noMatch : detailScore + score;
}

import type { LabelSelector } from '#kinds/reference.ts';
import type { Entry } from './model.ts';
import { matches } from './select.ts';

/** Finds the entries that a selector matches, in their order. */
export type LabelSearch = (selector: LabelSelector) => readonly Entry[];

/** Label key → value → the entries that carry it. */
type LabelIndex = ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>>;

/**
 * Prepares a search of entries by label. Ten thousand Services over ten thousand Pods must not become
 * a hundred million comparisons: a search looks only at the carriers of the selector's rarest label,
 * and answers the same selector from memory.
 */
export function searchByLabel(entries: readonly Entry[]): LabelSearch {
  const answers = new Map<string, readonly Entry[]>();
  let index: LabelIndex | undefined;
  return (selector) => {
    const text = JSON.stringify(selector);
    const known = answers.get(text);
    if (known !== undefined) return known;
    index ??= indexLabels(entries);
    const found = candidates(selector, index, entries).filter(({ object }) =>
      matches(selector, object.metadata.labels),
    );
    answers.set(text, found);
    return found;
  };
}

function indexLabels(entries: readonly Entry[]): LabelIndex {
  const index = new Map<string, Map<string, Entry[]>>();
  for (const entry of entries) {
    for (const [key, value] of Object.entries(entry.object.metadata.labels ?? {})) {
      const byValue = index.get(key) ?? new Map<string, Entry[]>();
      const carriers = byValue.get(value) ?? [];
      carriers.push(entry);
      index.set(key, byValue.set(value, carriers));
    }
  }
  return index;
}

/** Every entry that can match: the carriers of the rarest label that the selector demands. */
function candidates(
  selector: LabelSelector,
  index: LabelIndex,
  entries: readonly Entry[],
): readonly Entry[] {
  let fewest = entries;
  for (const [key, value] of demandedLabels(selector)) {
    const carriers = index.get(key)?.get(value) ?? [];
    if (carriers.length < fewest.length) fewest = carriers;
  }
  return fewest;
}

function demandedLabels({ matchLabels = {}, matchExpressions = [] }: LabelSelector) {
  const expressed = matchExpressions
    .filter(({ operator, values }) => operator === 'In' && values?.length === 1)
    .map(({ key, values }) => [key, values?.[0] ?? ''] as const);
  return [...Object.entries(matchLabels), ...expressed];
}

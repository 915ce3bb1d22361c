import { diffSnapshots } from '#diff/diff-snapshots.ts';
import type { SnapshotDiff } from '#diff/snapshot-diff.ts';
import type { BookPair } from './book.ts';

const diffs = new WeakMap<BookPair, SnapshotDiff>();

/** What differs between the two of a pair; computed once, for the hub and for the pair's own page. */
export function pairDiff(pair: BookPair): SnapshotDiff {
  const known = diffs.get(pair);
  if (known !== undefined) return known;
  const { before, after, rules } = pair;
  const diff = diffSnapshots(before.model.snapshot, after.model.snapshot, rules && { rules });
  diffs.set(pair, diff);
  return diff;
}

import { diffSnapshots } from '#diff/diff-snapshots.ts';
import { formatJson } from '#diff/format-json.ts';
import { formatMarkdown } from '#diff/format-markdown.ts';
import type { SnapshotDiff } from '#diff/snapshot-diff.ts';
import type { BookCluster, BookPair } from './book.ts';

const made = new WeakMap<BookPair, SnapshotDiff>();

/** The comparison of a pair, made once: its page, its JSON and the hub ask. */
export function diffOf(pair: BookPair): SnapshotDiff {
  const known = made.get(pair);
  if (known !== undefined) return known;
  const { before, after, rules } = pair;
  const diff = compared(before, after, rules);
  made.set(pair, diff);
  return diff;
}

/** Compares two snapshots under the names of their addresses, which all pages call them by. */
export function compared(
  before: BookCluster,
  after: BookCluster,
  rules?: BookPair['rules'],
): SnapshotDiff {
  const sides = { before: before.id, after: after.id };
  return diffSnapshots(before.model.snapshot, after.model.snapshot, {
    sides,
    ...(rules && { rules }),
  });
}

/** The comparison as `diff --format json` prints it. */
export function diffJson(pair: BookPair): string {
  return formatJson(diffOf(pair));
}

/** The comparison as `diff --format markdown` prints it. */
export function diffMarkdown(pair: BookPair): string {
  return formatMarkdown(diffOf(pair));
}

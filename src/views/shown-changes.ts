import type { ObjectChange, SnapshotDiff } from '#diff/snapshot-diff.ts';
import { changeAnchor } from './changed-object.ts';

/** Objects of one group on the page of a comparison; the JSON beside it has them all. */
export const maxRows = 200;

const shownOf = new WeakMap<SnapshotDiff, ReadonlySet<ObjectChange>>();

/**
 * `#deployment-shop-web`: where the page of a comparison tells of an object; empty where its group is longer than
 * the page shows.
 */
export function changeHash(diff: SnapshotDiff, change: ObjectChange): string {
  const shown = shownOf.get(diff) ?? shownChanges(diff);
  shownOf.set(diff, shown);
  return shown.has(change) ? `#${changeAnchor(change)}` : '';
}

function shownChanges({ changes }: SnapshotDiff): ReadonlySet<ObjectChange> {
  const groups = Map.groupBy(changes, ({ change, category }) =>
    change === 'added' || change === 'removed' ? change : category,
  );
  return new Set([...groups.values()].flatMap((members) => members.slice(0, maxRows)));
}

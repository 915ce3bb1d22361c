import { diffSnapshots } from '#diff/diff-snapshots.ts';
import { clusterIdOf } from '#snapshot/snapshot-id.ts';
import type { TimelineInput } from '#views/timeline.ts';
import type { Book, BookCluster } from './book.ts';
import { diffOf } from './diffs.ts';

/** From snapshot to snapshot of one cluster, the latest step first; none while only one is kept. */
export function timelineSteps(book: Book, cluster: BookCluster): readonly TimelineInput[] {
  const kept = book.clusters.filter(({ id }) => clusterIdOf(id) === clusterIdOf(cluster.id));
  return kept.slice(0, -1).flatMap((after, index) => {
    const before = kept[index + 1];
    if (before === undefined) return [];
    const pair = book.pairs.find((one) => one.before === before && one.after === after);
    const diff = pair ? diffOf(pair) : diffSnapshots(before.model.snapshot, after.model.snapshot);
    return [
      {
        diff,
        before,
        after,
        beforeTime: before.manifest.takenAt,
        afterTime: after.manifest.takenAt,
        href: pair && book.routes.diff(before.id, after.id),
      },
    ];
  });
}

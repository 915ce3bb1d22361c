import { clusterIdOf } from '#snapshot/snapshot-id.ts';
import type { TimelineInput } from '#views/timeline.ts';
import type { Book, BookCluster } from './book.ts';
import { compared, diffOf } from './diffs.ts';

/** From one kept snapshot of a cluster to the next. */
export interface Step extends TimelineInput {
  readonly before: BookCluster;
  readonly after: BookCluster;
}

const made = new WeakMap<Book['clusters'], Map<string, readonly Step[]>>();

/** The snapshots that the book has of the cluster of one of them, the newest first. */
export function snapshotsOfCluster({ clusters }: Book, { id }: BookCluster): BookCluster[] {
  return clusters.filter((one) => clusterIdOf(one.id) === clusterIdOf(id));
}

/**
 * From snapshot to snapshot of one cluster, the latest step first; none while only one is kept. Compared
 * once: the timeline and every page of an object ask.
 */
export function timelineSteps(book: Book, cluster: BookCluster): readonly Step[] {
  const byCluster = made.get(book.clusters) ?? new Map<string, readonly Step[]>();
  made.set(book.clusters, byCluster);
  const id = clusterIdOf(cluster.id);
  const steps = byCluster.get(id) ?? stepsBetween(book, snapshotsOfCluster(book, cluster));
  byCluster.set(id, steps);
  return steps;
}

function stepsBetween(book: Book, kept: readonly BookCluster[]): readonly Step[] {
  return kept.slice(0, -1).flatMap((after, index) => {
    const before = kept[index + 1];
    if (before === undefined) return [];
    const pair = book.pairs.find((one) => one.before === before && one.after === after);
    return [
      {
        diff: pair ? diffOf(pair) : compared(before, after),
        before,
        after,
        beforeTime: before.manifest.takenAt,
        afterTime: after.manifest.takenAt,
        href: pair && book.routes.diff(before.id, after.id),
      },
    ];
  });
}

import { derivedIn } from '#diff/derived.ts';
import type { ObjectChange } from '#diff/snapshot-diff.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { clusterIdOf } from '#snapshot/snapshot-id.ts';
import type { ClusterHistory, HistoryStep } from '#views/history.ts';
import type { Book, BookCluster } from './book.ts';
import { type Step, snapshotsOfCluster, timelineSteps } from './timeline.ts';

// Nothing of it comes from the content, so a book with content read anew has it too.
const made = new WeakMap<BookCluster, ClusterHistory>();
const indexed = new WeakMap<Step, HistoryStep>();

/** The kept snapshots of a cluster and what lies between them, prepared once for all of its objects. */
export function historyOf(book: Book, cluster: BookCluster): ClusterHistory {
  const known = made.get(cluster);
  if (known !== undefined) return known;
  const isDerived = derivedIn(cluster.model.snapshot);
  const history: ClusterHistory = {
    snapshots: snapshotsOfCluster(book, cluster).map(({ id, manifest, model, links }) => ({
      id,
      takenAt: manifest.takenAt,
      model,
      links,
    })),
    steps: timelineSteps(book, cluster).map(stepOf),
    timelineHref: book.routes.timeline(clusterIdOf(cluster.id)),
    isCompared: ({ object }) => !isDerived(object),
  };
  made.set(cluster, history);
  return history;
}

function stepOf(step: Step): HistoryStep {
  const known = indexed.get(step);
  if (known !== undefined) return known;
  const byBefore = new Map<ObjectId, ObjectChange>();
  const byAfter = new Map<ObjectId, ObjectChange>();
  for (const change of step.diff.changes) {
    if (change.beforeId !== undefined) byBefore.set(change.beforeId, change);
    if (change.afterId !== undefined) byAfter.set(change.afterId, change);
  }
  const history = { diff: step.diff, byBefore, byAfter, href: step.href };
  indexed.set(step, history);
  return history;
}

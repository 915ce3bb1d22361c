import type { ObjectChange } from '#diff/snapshot-diff.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { clusterIdOf } from '#snapshot/snapshot-id.ts';
import { changeHash } from '#views/shown-changes.ts';
import { count } from '#views/words.ts';
import type { Book, BookCluster, BookPair } from './book.ts';
import { diffOf } from './diffs.ts';

/** The page of an object in another snapshot, and what differs there if the book compares the two. */
export interface ObjectElsewhere {
  readonly label: string;
  readonly href: string;
  readonly differs?: { readonly text: string; readonly href: string } | undefined;
}

const changesById = new WeakMap<BookPair, ReadonlyMap<ObjectId, ObjectChange>>();

/** Differences of objects that both sides have, under the ids of both. */
function changesOf(pair: BookPair): ReadonlyMap<ObjectId, ObjectChange> {
  const known = changesById.get(pair);
  if (known !== undefined) return known;
  const changes = new Map<ObjectId, ObjectChange>();
  for (const change of diffOf(pair).changes) {
    if (change.beforeId === undefined || change.afterId === undefined) continue;
    changes.set(change.beforeId, change).set(change.afterId, change);
  }
  changesById.set(pair, changes);
  return changes;
}

/**
 * The pages of an object in the book's other snapshots: under the same id, or under the one that the
 * rules of a comparison pair it with. Of each cluster the newest, and of its own the one before: its history
 * leads to the others.
 */
export function sameObjectElsewhere(
  { clusters, pairs, routes }: Book,
  cluster: BookCluster,
  id: ObjectId,
): readonly ObjectElsewhere[] {
  const before = clusters[clusters.indexOf(cluster) + 1];
  return clusters.flatMap((other) => {
    if (other === cluster) return [];
    const isBefore = other === before && clusterIdOf(other.id) === clusterIdOf(cluster.id);
    if (!other.isNewest && !isBefore) return [];
    const pair = pairs.find(
      ({ before, after }) =>
        (before === cluster && after === other) || (before === other && after === cluster),
    );
    const change = pair && changesOf(pair).get(id);
    const otherId = (pair?.before === other ? change?.beforeId : change?.afterId) ?? id;
    if (other.model.get(otherId) === undefined) return [];
    const differs = pair &&
      change && {
        text: `${count(change.fields.length, 'field')} ${change.fields.length === 1 ? 'differs' : 'differ'}`,
        href: `${routes.diff(pair.before.id, pair.after.id)}${changeHash(diffOf(pair), change)}`,
      };
    return [{ label: other.id, href: other.links.object(otherId), differs }];
  });
}

import { clusterIdOf } from '#snapshot/snapshot-id.ts';
import { utcMinute } from '#views/words.ts';
import type { Book, BookCluster } from './book.ts';

/** The same page in another snapshot. */
export interface Elsewhere {
  /** Id of another cluster, or the time of another snapshot of this one: `2026-11-21 10:00`. */
  readonly label: string;
  readonly href: string;
}

/** Where the same page is, apart from this one. */
export interface SamePage {
  /** Other snapshots of this cluster, the newest first. */
  readonly snapshots: readonly Elsewhere[];
  /** Newest snapshots of other clusters. */
  readonly clusters: readonly Elsewhere[];
}

/** The address of a page in another snapshot; nothing where that one has no such page. */
export type PageIn = (other: BookCluster) => string | undefined;

/** The page that `pageIn` describes, in all snapshots of the book but this one. */
export function samePage({ clusters }: Book, cluster: BookCluster, pageIn: PageIn): SamePage {
  const isOwn = ({ id }: BookCluster) => clusterIdOf(id) === clusterIdOf(cluster.id);
  const placed = (others: readonly BookCluster[], labelOf: (one: BookCluster) => string) =>
    others.flatMap((other) => {
      const href = pageIn(other);
      return href === undefined ? [] : [{ label: labelOf(other), href }];
    });
  const others = clusters.filter((other) => other !== cluster);
  return {
    snapshots: placed(others.filter(isOwn), ({ manifest }) => utcMinute(manifest.takenAt)),
    clusters: placed(
      others.filter((other) => other.isNewest && !isOwn(other)),
      ({ id }) => id,
    ),
  };
}

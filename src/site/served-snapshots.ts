import { clusterIdOf, keptSnapshotId } from '#snapshot/snapshot-id.ts';

/** What decides where a snapshot is served: its folder's name and its manifest's words. */
export interface Listed {
  readonly id: string;
  readonly takenAt: string;
  readonly sample: boolean;
}

/** A snapshot and the id in its address. */
export interface Served<S extends Listed> {
  readonly snapshot: S;
  /** The cluster's plain id for its newest snapshot, `<id>@<time>` for older ones. */
  readonly id: string;
  readonly newest: boolean;
}

/**
 * Where each snapshot is served, clusters by id, the newest snapshot of a cluster first. Addresses
 * do not depend on what else is built, so they stay when `--only` leaves something out.
 */
export function servedSnapshots<S extends Listed>(listed: readonly S[]): readonly Served<S>[] {
  const byCluster = Map.groupBy(listed, ({ id }) => clusterIdOf(id));
  return [...byCluster]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([clusterId, snapshots]) =>
      snapshots.sort(newestFirst).map((snapshot, i) => ({
        snapshot,
        id: i === 0 ? clusterId : keptSnapshotId(clusterId, snapshot.takenAt),
        newest: i === 0,
      })),
    );
}

function newestFirst(a: Listed, b: Listed): number {
  if (a.takenAt !== b.takenAt) return a.takenAt < b.takenAt ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** Which snapshots a build shows: those asked for, or all but the samples once there are others. */
export function chooseSnapshots<S extends Listed>(
  served: readonly Served<S>[],
  { only, samples }: { readonly only: readonly string[]; readonly samples: boolean },
): readonly Served<S>[] {
  if (only.length > 0) {
    return served.filter(({ id, snapshot }) => only.includes(id) || only.includes(snapshot.id));
  }
  const own = served.filter(({ snapshot }) => !snapshot.sample);
  return samples || own.length === 0 ? served : own;
}

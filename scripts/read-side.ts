import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { UserError } from '#user-error.ts';

/**
 * One side of a comparison: the snapshot of an id, or the one in a folder.
 *
 * @throws {UserError} When it is neither.
 */
export async function readSide(given: string, snapshots: string): Promise<Snapshot> {
  for (const folder of [join(snapshots, given), given]) {
    if (existsSync(join(folder, 'snapshot.json'))) return readSnapshot(folder);
  }
  throw new UserError(
    `"${given}" is no snapshot: neither ${join(snapshots, given)} nor ${given} holds one.`,
    {
      hint: 'Ids there are: clusterbook list. To make one of a dump: clusterbook import PATH.',
    },
  );
}

import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type LineFilter, readSnapshot } from '#store/read-snapshot.ts';
import { UserError } from '#user-error.ts';
import { idOfPath, importInto } from './import-into.ts';

/**
 * One side of a comparison: the snapshot of an id, the one in a folder, or a dump that `import` reads.
 * A dump is not kept. The id of a cluster of which only kept snapshots are there is the newest of them, as
 * it is on the site.
 *
 * @param wanted Leaves objects of a snapshot out unparsed.
 *
 * @throws {UserError} When it is none of these, or cannot be read.
 */
export async function readSide(
  given: string,
  snapshots: string,
  wanted?: LineFilter,
): Promise<Snapshot> {
  for (const folder of [join(snapshots, given), given]) {
    if (existsSync(join(folder, 'snapshot.json'))) return readSnapshot(folder, { wanted });
  }
  if (existsSync(given)) return readDump(given);
  const kept = await newestKept(given, snapshots);
  if (kept !== undefined) return readSnapshot(join(snapshots, kept), { wanted });
  throw new UserError(`"${given}" is no snapshot and no dump: ${snapshots} has no such id.`, {
    hint: 'Ids there are: clusterbook list. Or give the path of a snapshot or a dump.',
  });
}

/** Their ids end in the time of capture, so the last by name is the newest. */
async function newestKept(id: string, snapshots: string): Promise<string | undefined> {
  const names = existsSync(snapshots) ? await readdir(snapshots) : [];
  const kept = names.filter(
    (name) => name.startsWith(`${id}@`) && existsSync(join(snapshots, name, 'snapshot.json')),
  );
  return kept.toSorted().at(-1);
}

/** Goes through a snapshot on disk, so that a dump is compared exactly as if it had been imported. */
async function readDump(path: string): Promise<Snapshot> {
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-diff-'));
  try {
    const { manifest } = await importInto([path], { snapshots: folder, id: idOfPath(path) });
    return await readSnapshot(join(folder, manifest.id));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { filesAt } from '#import/dump-source.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { clusterIdOf, defaultSnapshotId } from '#snapshot/snapshot-id.ts';
import { type LineFilter, readSnapshot } from '#store/read-snapshot.ts';
import { UserError } from '#user-error.ts';
import packageJson from '../package.json' with { type: 'json' };

/**
 * One side of a comparison: the snapshot of an id, the one in a folder, or a dump that `import` reads.
 * A dump is not kept.
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
    if (existsSync(join(folder, 'snapshot.json'))) return readSnapshot(folder, wanted);
  }
  if (existsSync(given)) return readDump(given);
  throw new UserError(`"${given}" is no snapshot and no dump: ${snapshots} has no such id.`, {
    hint: 'Ids there are: clusterbook list. Or give the path of a snapshot or a dump.',
  });
}

/** Goes through a snapshot on disk, so that a dump is compared exactly as if it had been imported. */
async function readDump(path: string): Promise<Snapshot> {
  const { readDump: read } = await import('#import/import-dump.ts');
  const { openSnapshotWriter } = await import('#store/snapshot-writer.ts');
  await using dump = await read(filesAt(path));
  const id = defaultSnapshotId(basename(resolve(path)).replace(/\.[a-z]+$/i, ''));
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-diff-'));
  try {
    const writer = await openSnapshotWriter(folder, id);
    const { redactions } = await dump.writeTo(writer);
    await writer.finish({
      cluster: { name: clusterIdOf(id), ...dump.cluster },
      takenAt: dump.takenAt,
      tool: { name: 'clusterbook', version: packageJson.version },
      source: dump.source,
      redactions,
    });
    return await readSnapshot(join(folder, id));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

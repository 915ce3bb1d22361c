import { basename, resolve } from 'node:path';
import type { ImportOptions } from '#import/import-dump.ts';
import type { ImportReport } from '#import/report.ts';
import type { Manifest } from '#snapshot/manifest.ts';
import { clusterIdOf, defaultSnapshotId, keptSnapshotId } from '#snapshot/snapshot-id.ts';
import packageJson from '../package.json' with { type: 'json' };

/** Where an imported snapshot goes and what it is called. */
export interface ImportTarget {
  /** Folder of snapshots. */
  readonly snapshots: string;
  /** Without the capture time that `keep` adds. */
  readonly id: string;
  readonly keep?: boolean | undefined;
  readonly sample?: boolean | undefined;
}

/** A dump that became a snapshot. */
export interface ImportedSnapshot {
  readonly manifest: Manifest;
  readonly report: ImportReport;
}

/**
 * Reads dumps into one snapshot on disk; `-` is the pipe.
 *
 * @throws {UserError} When a path leads nowhere or there is not a single object.
 */
export async function importInto(
  paths: readonly string[],
  { snapshots, id, keep, sample }: ImportTarget,
  options: ImportOptions = {},
): Promise<ImportedSnapshot> {
  // Late, so that --help does not wait for them.
  const { filesOf } = await import('#import/dump-source.ts');
  const { readDump } = await import('#import/import-dump.ts');
  const { openSnapshotWriter } = await import('#store/snapshot-writer.ts');
  const { limitsOf } = await import('#import/limits.ts');
  const { readConfig } = await import('#site/settings.ts');
  // Here, so that a dump that is only compared or built is redacted and bounded like one that is kept.
  const { redact: ownRules, import: bounds } = await readConfig('.');
  await using dump = await readDump(filesOf(paths, process.stdin), {
    ...options,
    redaction: { ownRules, ...options.redaction },
    limits: limitsOf(bounds),
  });
  const ownId = keep ? keptSnapshotId(id, dump.takenAt) : id;
  const writer = await openSnapshotWriter(snapshots, ownId);
  try {
    const { redactions, report } = await dump.writeTo(writer);
    const manifest = await writer.finish({
      cluster: { name: clusterIdOf(ownId), ...dump.cluster },
      takenAt: dump.takenAt,
      tool: { name: 'clusterbook', version: packageJson.version },
      source: dump.source,
      ...(sample ? { sample: true } : {}),
      ...(dump.inferred && { inferred: dump.inferred }),
      redactions,
    });
    return { manifest, report };
  } finally {
    await writer.abort();
  }
}

const dataExtension = /(\.(json|jsonl|ndjson|txt|md|ya?ml|tar|tgz|gz|zst|zip))+$/i;

/**
 * The id of a dump's path: its base name, without what says how it is written.
 *
 * @throws {UserError} When nothing is left of it, or what is left is reserved.
 */
export function idOfPath(path: string): string {
  return defaultSnapshotId(basename(resolve(path)).replace(dataExtension, ''));
}

import { openApiClient } from '#cluster/api-client.ts';
import type { LeftOut } from '#cluster/choice.ts';
import { identityOf } from '#cluster/identity.ts';
import type { KubeconfigEntry } from '#cluster/kubeconfig.ts';
import { type ClusterOptions, type Progress, readCluster } from '#cluster/read-cluster.ts';
import { type RedactorOptions, redactor } from '#redact/redact.ts';
import type { Manifest } from '#snapshot/manifest.ts';
import {
  checkSnapshotId,
  clusterIdOf,
  defaultSnapshotId,
  keptSnapshotId,
} from '#snapshot/snapshot-id.ts';
import { refuseOtherCluster } from '#store/list-snapshots.ts';
import { openSnapshotWriter } from '#store/snapshot-writer.ts';
import packageJson from '../package.json' with { type: 'json' };

/** What the flags of `snapshot` say of every cluster it reads. */
export interface SnapshotSettings {
  /** Folder of snapshots. */
  readonly snapshots: string;
  /** Id of the snapshot; otherwise the context's name makes it. */
  readonly name: string | undefined;
  /** Add the capture time to the id. */
  readonly keep: boolean;
  /** Milliseconds. */
  readonly requestTimeout: number;
  readonly cluster: Omit<ClusterOptions, 'newRedactor' | 'ownNamespace' | 'onProgress'>;
  readonly redaction: RedactorOptions;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** A snapshot that was taken, and what it lacks though nobody asked to leave it out. */
export interface TakenSnapshot {
  readonly manifest: Manifest;
  readonly shortfalls: readonly LeftOut[];
}

/**
 * Takes a snapshot of one context's cluster and moves it into its place.
 *
 * @throws {UserError} When the cluster cannot be read. The previous snapshot stays.
 */
export async function takeSnapshot(
  entry: KubeconfigEntry,
  settings: SnapshotSettings,
): Promise<TakenSnapshot> {
  const { snapshots, name, keep, signal, requestTimeout, onProgress } = settings;
  const plainId = name === undefined ? defaultSnapshotId(entry.context) : checkSnapshotId(name);
  const takenAt = new Date().toISOString();
  const id = keep ? keptSnapshotId(plainId, takenAt) : plainId;
  const { concurrency } = settings.cluster;
  const client = await openApiClient(entry, { requestTimeout, signal, connections: concurrency });
  try {
    const identity = await identityOf(client);
    // Before a long read, and not only at its end.
    await refuseOtherCluster(snapshots, id, identity.uid);
    const writer = await openSnapshotWriter(snapshots, id);
    try {
      const newRedactor = () => redactor(settings.redaction);
      const options = { ...settings.cluster, ownNamespace: entry.namespace, newRedactor };
      const reading = await readCluster(client, { ...options, onProgress }, writer);
      signal.throwIfAborted();
      const manifest = await writer.finish({
        cluster: { name: clusterIdOf(id), ...identity },
        takenAt,
        tool: { name: 'clusterbook', version: packageJson.version },
        source: { type: 'api' },
        redactions: reading.redactions,
      });
      return { manifest, shortfalls: reading.shortfalls };
    } finally {
      await writer.abort();
    }
  } finally {
    await client.close();
  }
}

import type { Manifest } from '#snapshot/manifest.ts';
import { clusterIdOf } from '#snapshot/snapshot-id.ts';
import { UserError } from '#user-error.ts';
import { snapshotFolders } from './folders.ts';
import { readManifest } from './read-manifest.ts';

/** A snapshot in its folder, known by its manifest only. */
export interface StoredSnapshot {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** What a folder of snapshots holds, by id. */
export interface StoredSnapshots {
  readonly snapshots: readonly StoredSnapshot[];
  /** One for each snapshot whose manifest cannot be read; a caller that needs them all throws the first. */
  readonly damaged: readonly UserError[];
}

/** The snapshots below a folder, sorted by id. Reads manifests only. A folder that is missing holds none. */
export async function listSnapshots(folder: string): Promise<StoredSnapshots> {
  const folders = [...(await snapshotFolders(folder))].sort(([a], [b]) => (a < b ? -1 : 1));
  const read = await Promise.all(folders.map(([, path]) => readStored(path)));
  return {
    snapshots: read.flatMap((each) => (each instanceof UserError ? [] : [each])),
    damaged: read.filter((each) => each instanceof UserError),
  };
}

async function readStored(folder: string): Promise<StoredSnapshot | UserError> {
  try {
    return { folder, manifest: await readManifest(folder) };
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/**
 * Keeps the snapshots of two clusters apart. Kept snapshots (`prod@…`) belong to the cluster of the
 * plain id. A cluster whose kube-system could not be read has no uid and is let through.
 *
 * @throws {UserError} When the id belongs to a cluster with another uid.
 */
export async function refuseOtherCluster(
  folder: string,
  id: string,
  uid: string | undefined,
): Promise<void> {
  if (uid === undefined) return;
  const { snapshots } = await listSnapshots(folder);
  const other = snapshots.find(
    ({ manifest }) =>
      clusterIdOf(manifest.id) === clusterIdOf(id) &&
      manifest.cluster.uid !== undefined &&
      manifest.cluster.uid !== uid,
  );
  if (other === undefined) return;
  throw new UserError(
    `"${clusterIdOf(id)}" already belongs to another cluster: ${other.folder} was taken of one whose kube-system has uid ${other.manifest.cluster.uid}, this one has ${uid}.`,
    { hint: `Choose another id with --name, or remove ${other.folder} first.` },
  );
}

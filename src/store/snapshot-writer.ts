import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareCodePoints } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import {
  compareResources,
  formatVersion,
  Manifest,
  type Outcome,
  type Resource,
  ResourceType,
  resourceKey,
} from '#snapshot/manifest.ts';
import { manifestText } from '#snapshot/manifest-text.ts';
import { checkSnapshotId } from '#snapshot/snapshot-id.ts';
import { writing } from './disk-error.ts';
import { createStaging, manifestName, publish } from './folders.ts';
import { refuseOtherCluster } from './list-snapshots.ts';
import { type ResourceWriter, resourceWriter, sortKey } from './resource-writer.ts';

/** What a manifest says besides the ledger, known at the latest when all lists are read. */
export type SnapshotFacts = Omit<Manifest, 'formatVersion' | 'id' | 'resources'>;

/**
 * Writes one snapshot as its lists come in. Several resources may be open at the same time, which is
 * what a concurrent reader of an API needs; memory holds no more than the pages being added.
 */
export interface SnapshotWriter {
  /**
   * Opens the list of a resource, once.
   *
   * @throws When the resource was opened before, or is none that {@link ResourceType} lets through:
   *   group and plural name a file.
   */
  begin(type: ResourceType): ResourceWriter;
  /** A ledger line for a resource that was not read: skipped, forbidden, unavailable. */
  leaveOut(type: ResourceType, outcome: Outcome): void;
  /**
   * Seals the snapshot and moves it into its place in one step; the previous one is gone only then.
   *
   * @throws {UserError} When the id belongs to another cluster, or the disk takes no more. The previous snapshot stays.
   */
  finish(facts: SnapshotFacts): Promise<Manifest>;
  /** Removes what was written. Harmless after `finish`. */
  abort(): Promise<void>;
}

/**
 * Begins a snapshot in `snapshots/<id>`; until `finish` nothing there changes.
 *
 * @throws {UserError} When the id cannot name a snapshot, or the folder cannot be written.
 */
export async function openSnapshotWriter(snapshots: string, id: string): Promise<SnapshotWriter> {
  checkSnapshotId(id);
  const staging = await writing(snapshots, () => createStaging(snapshots, id));
  const open = new Map<string, ResourceWriter>();
  const ledger = new Map<string, Resource>();
  const record = (resource: Resource) => {
    ledger.set(resourceKey(resource), resource);
    open.delete(resourceKey(resource));
  };
  const abort = async () => {
    await Promise.all([...open.values()].map((writer) => writer.restart()));
    await rm(staging, { recursive: true, force: true });
  };
  return {
    begin(given) {
      const type = ResourceType.parse(given);
      const key = resourceKey(type);
      if (open.has(key) || ledger.has(key)) throw new Error(`${key} is written twice`);
      const writer = resourceWriter(staging, type, record);
      open.set(key, writer);
      return writer;
    },
    leaveOut: (type, outcome) => record({ ...type, ...outcome, count: 0, bytes: 0 }),
    async finish(facts) {
      if (open.size > 0) throw new Error(`not ended: ${[...open.keys()].join(', ')}`);
      await refuseOtherCluster(snapshots, id, facts.cluster.uid);
      const resources = [...ledger.values()].sort(compareResources);
      const manifest = Manifest.parse({ formatVersion, id, ...facts, resources });
      const file = join(staging, manifestName);
      await writing(file, () => writeFile(file, manifestText(manifest), { flush: true }));
      await publish(staging, snapshots, id);
      return manifest;
    },
    abort,
  };
}

/** Objects written at a time: their text is one string, whose length has a bound. */
const pageSize = 500;

/** One list of a snapshot that is whole in memory. */
export interface FinishedList {
  readonly type: ResourceType;
  readonly outcome: Outcome;
  /** Redacted, in any order. */
  readonly objects: readonly KubeObject[];
}

/** Writes a snapshot that is whole in memory; see {@link openSnapshotWriter}. */
export async function writeSnapshot(
  snapshots: string,
  id: string,
  lists: readonly FinishedList[],
  facts: SnapshotFacts,
): Promise<Manifest> {
  const writer = await openSnapshotWriter(snapshots, id);
  try {
    for (const { type, outcome, objects } of lists) {
      const resource = writer.begin(type);
      const sorted = [...objects].sort((a, b) => compareCodePoints(sortKey(a), sortKey(b)));
      for (let at = 0; at < sorted.length; at += pageSize) {
        await resource.add(sorted.slice(at, at + pageSize));
      }
      await resource.end(outcome);
    }
    return await writer.finish(facts);
  } finally {
    await writer.abort();
  }
}

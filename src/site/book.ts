import { hash } from 'node:crypto';
import type { Rules } from '#config/rules.ts';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import { notedModel } from '#model/noted-model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Manifest } from '#snapshot/manifest.ts';
import { createPartPool, type PartPool } from '#snapshot/part-pool.ts';
import { clusterIdOf } from '#snapshot/snapshot-id.ts';
import { listSnapshots } from '#store/list-snapshots.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { UserError } from '#user-error.ts';
import type { Links } from '#views/links.ts';
import { comparedPairs } from './compared-pairs.ts';
import { createLinks, createRoutes, type Routes } from './routes.ts';
import { chooseSnapshots, type Served, servedSnapshots } from './served-snapshots.ts';
import { readConfig, readSettings, type Settings } from './settings.ts';

/** One snapshot of the book: a cluster at a moment, with its own pages. */
export interface BookCluster {
  /** Id in its addresses: the cluster's plain id for its newest snapshot. */
  readonly id: string;
  readonly manifest: Manifest;
  readonly model: Model;
  readonly isSample: boolean;
  /** Of its cluster; the hub shows these. */
  readonly isNewest: boolean;
  readonly links: Links;
  /** Digests of the objects, as they stand in the files of the snapshot. */
  readonly digests: ReadonlyMap<KubeObject, string>;
}

/** Two snapshots that get a diff page. */
export interface BookPair {
  readonly before: BookCluster;
  readonly after: BookCluster;
  readonly rules: Rules | undefined;
}

/** All that the pages of one build are made of. */
export interface Book {
  /** Name of the site. */
  readonly title: string;
  readonly routes: Routes;
  /** Where it is published, `https://docs.example.com`; absent when nobody said. */
  readonly origin?: string | undefined;
  /** By id; the newest snapshot of a cluster before its older ones. */
  readonly clusters: readonly BookCluster[];
  readonly pairs: readonly BookPair[];
  /** Nobody chose some of the snapshots: what no cluster of the book has, none has. */
  readonly isWhole: boolean;
  /** Search engines may list the pages. */
  readonly indexable: boolean;
  /** Folder of the hand-written Markdown. */
  readonly contentDirs: readonly string[];
  /** What was asked for and could not be done, a sentence each. */
  readonly warnings: readonly string[];
}

// `astro dev` and the pages it serves each have an instance of this module; the book they share hangs on
// the process.
const shared = globalThis as { clusterbookBook?: Promise<Book> };

/**
 * The book of this process, read once.
 *
 * @throws {UserError} When there is no snapshot, one cannot be read, or one asked for is not there.
 */
export function loadBook(): Promise<Book> {
  shared.clusterbookBook ??= readBook(readSettings());
  return shared.clusterbookBook;
}

/** Has the content read anew by whoever asks for it next: somebody edited it. */
export function renewContent(): void {
  const { clusterbookBook: book } = shared;
  if (book !== undefined) shared.clusterbookBook = book.then((known) => ({ ...known }));
}

/** The book of these settings, read anew. */
export async function readBook(settings: Settings): Promise<Book> {
  const config = await readConfig(settings.configDir);
  const routes = createRoutes(settings.base);
  // Snapshots of one cluster have most in common.
  const pool = createPartPool();
  const clusters = await Promise.all(
    (await snapshotsOf(settings)).map((served) => readCluster(served, routes, pool)),
  );
  const { pairs, warnings } = await comparedPairs(clusters, config.compare, settings);
  return {
    title: config.title,
    routes,
    origin: settings.site,
    clusters,
    pairs,
    isWhole: settings.only.length === 0,
    indexable: config.indexable,
    contentDirs: settings.content,
    warnings,
  };
}

interface ListedSnapshot {
  readonly id: string;
  readonly folder: string;
  readonly takenAt: string;
  readonly sample: boolean;
}

async function listedIn(directory: string): Promise<readonly ListedSnapshot[]> {
  const { snapshots, damaged } = await listSnapshots(directory);
  if (damaged[0] !== undefined) throw damaged[0];
  return snapshots.map(({ folder, manifest }) => ({
    id: manifest.id,
    folder,
    takenAt: manifest.takenAt,
    sample: manifest.sample ?? false,
  }));
}

async function snapshotsOf(settings: Settings): Promise<readonly Served<ListedSnapshot>[]> {
  const imported = settings.imported === undefined ? [] : await listedIn(settings.imported);
  const replaced = new Set(imported.map(({ id }) => id));
  const stored = await listedIn(settings.snapshots);
  const listed = [...stored.filter(({ id }) => !replaced.has(clusterIdOf(id))), ...imported];
  if (listed.length === 0) {
    throw new UserError(`There is no snapshot in ${settings.snapshots}.`, {
      hint:
        'Take one of a running cluster with `npm run snapshot -- --context NAME`, ' +
        'or turn a dump into one with `npm run import -- PATH`.',
    });
  }
  const served = servedSnapshots(listed);
  for (const id of settings.only) {
    if (!served.some((one) => one.id === id || one.snapshot.id === id)) {
      throw new UserError(`There is no snapshot "${id}" in ${settings.snapshots}.`, {
        hint: `There are: ${served.map((one) => one.id).join(', ')}.`,
      });
    }
  }
  return chooseSnapshots(served, settings);
}

async function readCluster(
  { id, snapshot, newest }: Served<ListedSnapshot>,
  routes: Routes,
  pool: PartPool,
): Promise<BookCluster> {
  const digests = new Map<KubeObject, string>();
  const seen = (object: KubeObject, line: Buffer) => {
    digests.set(object, hash('sha256', line, 'base64url'));
  };
  const model = notedModel(buildModel(await readSnapshot(snapshot.folder, { pool, seen })));
  return {
    id,
    manifest: model.snapshot.manifest,
    model,
    isSample: snapshot.sample,
    isNewest: newest,
    links: createLinks(routes, id, model),
    digests,
  };
}

/**
 * The cluster with an id.
 *
 * @throws {Error} When no page of it should have been asked for.
 */
export function clusterOf(book: Book, id: string): BookCluster {
  const cluster = book.clusters.find((one) => one.id === id);
  if (cluster === undefined) throw new Error(`The book has no cluster "${id}".`);
  return cluster;
}

import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { isSnapshotId } from '#snapshot/snapshot-id.ts';
import { UserError } from '#user-error.ts';

/*
 * A snapshot is written into `.<id>.new-<pid>-<n>` and then moved in whole. A folder cannot be renamed
 * over one that holds files, so the previous snapshot steps aside as `.<id>.old` for a moment. Whatever
 * moment a run is killed in, either `<id>` or `.<id>.old` is a whole snapshot.
 */

const stagingPattern = /^\..+\.new-(\d+)-\d+$/;
const asidePattern = /^\.(.+)\.old$/;

/** The manifest's file name: written last, so a folder without it is not a snapshot. */
export const manifestName = 'snapshot.json';

/** Staging folders of this process: all others that carry its pid belong to a process long gone. */
const own = new Set<string>();

/** Makes the folder a snapshot is written into, beside its place, and removes what killed runs left. */
export async function createStaging(snapshots: string, id: string): Promise<string> {
  await mkdir(snapshots, { recursive: true });
  await removeLeftovers(snapshots, id);
  const staging = join(snapshots, `.${id}.new-${process.pid}-${own.size}`);
  own.add(staging);
  await mkdir(staging);
  return staging;
}

/** Moves a finished staging folder to the snapshot's place; the previous snapshot goes only then. */
export async function publish(staging: string, snapshots: string, id: string): Promise<void> {
  const place = join(snapshots, id);
  const aside = join(snapshots, `.${id}.old`);
  await refuseForeignFolder(place);
  if (await exists(place)) {
    await rm(aside, { recursive: true, force: true });
    await rename(place, aside);
  }
  try {
    await rename(staging, place);
  } catch (error) {
    if (await exists(aside)) await rename(aside, place);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

/**
 * The folders that hold a snapshot, by id. In the moment in which a new snapshot moves in, or after a
 * run was killed in that moment, it is the previous one beside its place. Reading changes nothing.
 */
export async function snapshotFolders(snapshots: string): Promise<ReadonlyMap<string, string>> {
  const names = await namesIn(snapshots);
  const folders = new Map<string, string>();
  for (const name of names) {
    const id = asidePattern.exec(name)?.[1] ?? (name.startsWith('.') ? undefined : name);
    if (id === undefined || (id !== name && names.includes(id))) continue;
    if (await exists(join(snapshots, name, manifestName))) folders.set(id, join(snapshots, name));
  }
  return folders;
}

/** The id a folder's name gives, also while it stands aside; `undefined` when it can name no snapshot. */
export function idOfFolder(folder: string): string | undefined {
  const name = basename(resolve(folder));
  const id = asidePattern.exec(name)?.[1] ?? name;
  return isSnapshotId(id) ? id : undefined;
}

/**
 * Keeps a folder that is not a snapshot from being replaced by one.
 *
 * @throws {UserError} When something else stands in the snapshot's place.
 */
async function refuseForeignFolder(place: string): Promise<void> {
  if (!(await exists(place)) || (await exists(join(place, manifestName)))) return;
  if ((await namesIn(place)).length === 0) return;
  throw new UserError(`${place} exists and is not a snapshot, so it is not replaced.`, {
    hint: 'Choose another name with --name, or another folder with --snapshots.',
  });
}

/**
 * Ends what killed runs began: staging folders go, and a previous snapshot of this id that stepped
 * aside returns. Those of other ids may belong to a writer that is moving in at this moment.
 */
async function removeLeftovers(snapshots: string, id: string): Promise<void> {
  const names = await namesIn(snapshots);
  const abandoned = names.map((name) => join(snapshots, name)).filter(isAbandoned);
  await Promise.all(abandoned.map((path) => rm(path, { recursive: true, force: true })));
  const aside = `.${id}.old`;
  if (!names.includes(aside)) return;
  if (names.includes(id)) await rm(join(snapshots, aside), { recursive: true, force: true });
  else await rename(join(snapshots, aside), join(snapshots, id));
}

function isAbandoned(path: string): boolean {
  const pid = Number(stagingPattern.exec(basename(path))?.[1] ?? Number.NaN);
  if (Number.isNaN(pid) || own.has(path)) return false;
  return pid === process.pid || !isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: there is such a process and it is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isSnapshotId } from '#snapshot/snapshot-id.ts';
import { UserError } from '#user-error.ts';
import { idOfPath, importInto } from './import-into.ts';

/** What to build, where a user may name a dump in the place of a snapshot. */
export interface ChosenSnapshots extends AsyncDisposable {
  /** Ids of the only snapshots to build; all when empty. */
  readonly only: readonly string[];
  /** Folder of the snapshots that were made of dumps; gone after disposal. */
  readonly imported?: string | undefined;
}

/**
 * Turns each dump among what was named into a snapshot for this build. What is an id below `snapshots` is one,
 * also where a file has the same name.
 *
 * @throws {UserError} When a dump cannot be read, or two of them would have one id.
 */
export async function chooseSnapshots(
  given: readonly string[],
  snapshots: string,
): Promise<ChosenSnapshots> {
  const dumps = given.filter((each) => !isStored(each, snapshots) && existsSync(each));
  const ids = new Map(dumps.map((path) => [path, idOfPath(path)]));
  refuseSameId([...ids]);
  const only = given.map((each) => ids.get(each) ?? each);
  if (dumps.length === 0) return { only, [Symbol.asyncDispose]: async () => undefined };
  const imported = await mkdtemp(join(tmpdir(), 'clusterbook-build-'));
  const remove = () => rm(imported, { recursive: true, force: true });
  try {
    for (const [path, id] of ids) await importInto([path], { snapshots: imported, id });
  } catch (error) {
    await remove();
    throw error;
  }
  return { only, imported, [Symbol.asyncDispose]: remove };
}

function isStored(given: string, snapshots: string): boolean {
  return isSnapshotId(given) && existsSync(join(snapshots, given, 'snapshot.json'));
}

function refuseSameId(dumps: readonly (readonly [path: string, id: string])[]): void {
  for (const [path, id] of dumps) {
    const other = dumps.find(([another, its]) => its === id && resolve(another) !== resolve(path));
    if (other === undefined) continue;
    throw new UserError(`${path} and ${other[0]} would both be called "${id}".`, {
      hint: 'Import one of them under another name first: clusterbook import PATH --name ID.',
    });
  }
}

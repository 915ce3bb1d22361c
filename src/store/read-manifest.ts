import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { formatVersion, Manifest } from '#snapshot/manifest.ts';
import { UserError } from '#user-error.ts';
import { idOfFolder, manifestName } from './folders.ts';

/** What to do about a snapshot that cannot be trusted. */
const damagedHint =
  'Take the snapshot again, or restore the folder from version control or a backup.';

/** Turns the manifest of a format version into one of the next; version 1 is the first. */
const steps: Readonly<Record<number, (older: object) => object>> = {};

const Versioned = z.looseObject({ formatVersion: z.int().positive() });

/**
 * The manifest of a snapshot. Its id is the folder's name, so that a person may rename the folder.
 *
 * @throws {UserError} When the folder is no snapshot, or a damaged one, or a newer program wrote it.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, manifestName);
  const manifest = current(parse(await readText(file, folder), file), file);
  const parsed = Manifest.safeParse(manifest);
  if (!parsed.success) throw damaged(file, z.prettifyError(parsed.error));
  return { ...parsed.data, id: idOfFolder(folder) ?? parsed.data.id };
}

/** The error of a file whose bytes are not those that were written. */
export function damaged(file: string, reason: string): UserError {
  return new UserError(`${file} is damaged: ${reason}`, { hint: damagedHint });
}

async function readText(file: string, folder: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UserError(`${folder} is not a snapshot: it has no readable ${manifestName}.`, {
      hint: 'List the snapshots there are with `npm run list`. A dump becomes one with `npm run import -- PATH`.',
      cause: error,
    });
  }
}

function parse(text: string, file: string): z.infer<typeof Versioned> {
  const parsed = Versioned.safeParse(tryJson(text, file));
  if (!parsed.success) throw damaged(file, 'it does not say its formatVersion.');
  return parsed.data;
}

function tryJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw damaged(file, 'it is not whole JSON.');
  }
}

function current(manifest: z.infer<typeof Versioned>, file: string): object {
  const version = manifest.formatVersion;
  if (version === formatVersion) return manifest;
  if (version > formatVersion) {
    throw new UserError(
      `${file} has format version ${version}; this Clusterbook reads up to ${formatVersion}.`,
      { hint: 'Update Clusterbook, then try again.' },
    );
  }
  const step = steps[version];
  if (step === undefined) throw damaged(file, `there is no format version ${version}.`);
  return current(Versioned.parse(step(manifest)), file);
}

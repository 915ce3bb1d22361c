import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '#user-error.ts';

/** One file of a dump, or what comes through a pipe. */
export interface DumpSource {
  /** How messages call it: the path as the user would write it, or `stdin`. */
  readonly name: string;
  /** Whether the user named this very file, so that silence about it would be wrong. */
  readonly given: boolean;
  read(): Promise<{ readonly bytes: Uint8Array; readonly modified: Date }>;
}

/**
 * The files at a path: the file itself, or all below a folder in a fixed order. Hidden files and links
 * are left out: neither belongs to a dump, and a link can lead out of it.
 *
 * @throws {UserError} When there is nothing at the path.
 */
export async function sourcesAt(path: string): Promise<DumpSource[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw new UserError(`${path} does not exist or cannot be read.`, {
      hint: 'Give import the path of a file or a folder, or - to read from a pipe.',
    });
  }
  return found.isDirectory() ? sourcesBelow(path) : [fileSource(path, true)];
}

async function sourcesBelow(folder: string): Promise<DumpSource[]> {
  const entries = (await readdir(folder, { withFileTypes: true }))
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const sources: DumpSource[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sources.push(...(await sourcesBelow(path)));
    else if (entry.isFile()) sources.push(fileSource(path, false));
  }
  return sources;
}

function fileSource(path: string, given: boolean): DumpSource {
  return {
    name: path,
    given,
    read: async () => {
      const [bytes, { mtime }] = await Promise.all([readFile(path), stat(path)]);
      return { bytes, modified: mtime };
    },
  };
}

import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { UserError } from '#user-error.ts';
import type { DumpFile, PassedOver } from './dump-file.ts';

/**
 * The files at a path: the file itself, or all below a folder in a fixed order. Hidden files and links
 * are passed over: neither belongs to a dump, and a link can lead out of it.
 *
 * @throws {UserError} When there is nothing at the path.
 */
export async function* filesAt(path: string): AsyncGenerator<DumpFile | PassedOver> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    throw new UserError(`${path} does not exist or cannot be read.`, {
      hint: 'Give import the path of a file or a folder, or - to read from a pipe.',
    });
  }
  if (found.isDirectory()) yield* filesBelow(path, '');
  else yield await fileAt(path, basename(path), true);
}

/** All files of several paths; `-` is what comes through the pipe. */
export async function* filesOf(
  paths: readonly string[],
  stdin: Readable,
): AsyncGenerator<DumpFile | PassedOver> {
  for (const path of paths) {
    if (path === '-') yield fromPipe(stdin);
    else yield* filesAt(path);
  }
}

async function* filesBelow(folder: string, below: string): AsyncGenerator<DumpFile | PassedOver> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  for (const entry of entries) {
    const name = join(folder, entry.name);
    const path = `${below}${entry.name}`;
    if (entry.name.startsWith('.')) yield { name, passedOver: 'is hidden' };
    else if (entry.isDirectory()) yield* filesBelow(name, `${path}/`);
    else if (entry.isFile()) yield await fileAt(name, path, false);
    else yield { name, passedOver: entry.isSymbolicLink() ? 'is a link' : 'is no ordinary file' };
  }
}

async function fileAt(name: string, path: string, given: boolean): Promise<DumpFile> {
  const { size, mtimeMs } = await stat(name);
  return {
    name,
    path,
    given,
    size,
    onDisk: name,
    modified: mtimeMs,
    bytes: () => createReadStream(name, { highWaterMark: chunkSize }),
  };
}

const chunkSize = 256 * 1024;

function fromPipe(stdin: Readable): DumpFile {
  return {
    name: 'stdin',
    path: 'stdin',
    given: true,
    size: undefined,
    onDisk: undefined,
    modified: Date.now(),
    bytes: () => stdin,
  };
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A note as it lies in a content folder. */
export interface NoteFile {
  /** From the content folder, with `/` on every system: `notes/shop/web.md`. */
  readonly file: string;
  /** The content folder that holds it. */
  readonly folder: string;
  readonly text: string;
}

/**
 * The notes of some content folders, by path; none where there are none. A file takes the place of that of
 * the same path in a folder before. Folders are for their authors, and so is every `README.md`.
 */
export async function readNoteFiles(contentDirs: readonly string[]): Promise<readonly NoteFile[]> {
  const byPath = new Map<string, string>();
  for (const folder of contentDirs) {
    for (const path of await pathsIn(join(folder, 'notes'))) byPath.set(path, folder);
  }
  const found = [...byPath].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Promise.all(
    found.map(async ([path, folder]) => ({
      file: `notes/${path}`,
      folder,
      text: await readFile(join(folder, 'notes', path), 'utf8'),
    })),
  );
}

async function pathsIn(folder: string): Promise<readonly string[]> {
  try {
    const paths = await readdir(folder, { recursive: true });
    return paths
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.md') && !/(^|\/)README\.md$/.test(path));
  } catch (error) {
    // A book may do without notes.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

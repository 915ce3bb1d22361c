import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Chapters are called `09-datastore.md`; other files in the folder are for their authors. */
const chapterFile = /^\d+-(.+)\.md$/;

/** A chapter as it lies in a content folder. */
export interface ChapterFile {
  /** `09-datastore.md` */
  readonly name: string;
  /** The content folder that holds it. */
  readonly folder: string;
  readonly text: string;
}

/**
 * The chapters of some content folders in reading order; none where there is no walkthrough. A chapter
 * takes the place of that of the same slug in a folder before: `09-datastore.md` of `09-datastore.md`,
 * and also of `12-datastore.md`.
 *
 * @param contentDirs - The program's own folder first, then the user's.
 */
export async function readChapterFiles(
  contentDirs: readonly string[],
): Promise<readonly ChapterFile[]> {
  const bySlug = new Map<string, { readonly name: string; readonly folder: string }>();
  for (const folder of contentDirs) {
    for (const name of await namesIn(join(folder, 'walkthrough'))) {
      const slug = chapterFile.exec(name)?.[1];
      if (slug !== undefined) bySlug.set(slug, { name, folder });
    }
  }
  const files = [...bySlug.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(
    files.map(async ({ name, folder }) => ({
      name,
      folder,
      text: await readFile(join(folder, 'walkthrough', name), 'utf8'),
    })),
  );
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // A book may do without a walkthrough, and a user without chapters of their own.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

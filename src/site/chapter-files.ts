import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Chapters are called `09-datastore.md`; other files in the folder are for their authors. */
const chapterFile = /^\d+-.+\.md$/;

/** A chapter as it lies in the content's folder. */
export interface ChapterFile {
  /** `09-datastore.md` */
  readonly name: string;
  readonly text: string;
}

/** The chapters of a content folder in reading order; none where there is no walkthrough. */
export async function readChapterFiles(contentDir: string): Promise<readonly ChapterFile[]> {
  const folder = join(contentDir, 'walkthrough');
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    // A book may do without a walkthrough.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => chapterFile.test(name)).toSorted();
  return Promise.all(
    files.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  );
}

import { join, relative } from 'node:path';
import { parseChapter } from '#markdown/parse-chapter.ts';
import { UserError } from '#user-error.ts';
import { readChapterFiles } from './chapter-files.ts';

/** A mistake in a file of the content. */
export interface ContentMistake {
  /** From the working folder, or absolute outside it: `content/walkthrough/09-datastore.md`. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Every mistake in the chapters of the content; one for each file, since parsing stops at it. */
export async function checkContent(
  contentDirs: readonly string[],
): Promise<{ readonly chapters: number; readonly mistakes: readonly ContentMistake[] }> {
  const files = await readChapterFiles(contentDirs);
  const found = files.map(({ name, folder, text }) =>
    checkChapter(text, placeOf(join(folder, 'walkthrough', name))),
  );
  return {
    chapters: files.length,
    mistakes: found.filter((mistake) => mistake !== undefined),
  };
}

/** A file as a person in the working folder would name it. */
function placeOf(file: string): string {
  const near = relative('.', file);
  return near.startsWith('..') ? file : near;
}

function checkChapter(text: string, file: string): ContentMistake | undefined {
  try {
    parseChapter(text, file);
    return undefined;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [, line = '1', message = error.message] =
      /^.*?\.md:(\d+): (.*)$/s.exec(error.message) ?? [];
    return { file, line: Number(line), message, hint: error.hint };
  }
}

import { parseChapter } from '#markdown/parse-chapter.ts';
import { UserError } from '#user-error.ts';
import { readChapterFiles } from './chapter-files.ts';

/** A mistake in a file of the content. */
export interface ContentMistake {
  /** Below the content's folder: `walkthrough/09-datastore.md`. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Every mistake in the chapters of a content folder; one for each file, since parsing stops at it. */
export async function checkContent(
  contentDir: string,
): Promise<{ readonly chapters: number; readonly mistakes: readonly ContentMistake[] }> {
  const files = await readChapterFiles(contentDir);
  const found = files.map(({ name, text }) => checkChapter(text, `walkthrough/${name}`));
  return {
    chapters: files.length,
    mistakes: found.filter((mistake) => mistake !== undefined),
  };
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

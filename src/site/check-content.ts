import { join, relative } from 'node:path';
import { parseChapter } from '#markdown/parse-chapter.ts';
import type { Chapter } from '#markdown/tree.ts';
import type { Model } from '#model/model.ts';
import { UserError } from '#user-error.ts';
import { chapterView } from '#views/chapters/chapter-view.ts';
import { readCluster } from '#views/chapters/cluster.ts';
import { unknownObjects } from '#views/chapters/unknown-objects.ts';
import { readChapterFiles } from './chapter-files.ts';
import { createLinks, createRoutes } from './routes.ts';

/** A mistake in a file of the content. */
export interface ContentMistake {
  /** From the working folder, or absolute outside it: `content/walkthrough/09-datastore.md`. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly message: string;
  readonly hint?: string | undefined;
}

/**
 * The mistakes in the chapters of the content, in the order of files and lines: what cannot be parsed,
 * what names a fact, a figure or a component that does not exist, and, in chapters of the user, objects
 * that no snapshot has. Ours may name what only some clusters have. Parsing a file, and telling it for a
 * snapshot, stops at its first mistake.
 *
 * @param contentDirs - The program's own folder first, then the user's.
 * @param models - Of the snapshots to hold the chapters against.
 */
export async function checkContent(
  contentDirs: readonly string[],
  models: readonly Model[],
): Promise<{ readonly chapters: number; readonly mistakes: readonly ContentMistake[] }> {
  const files = await readChapterFiles(contentDirs);
  const mistakes: ContentMistake[] = [];
  const chapters: Chapter[] = [];
  for (const { name, folder, text } of files) {
    const file = placeOf(join(folder, 'walkthrough', name));
    caught(mistakes, file, () => {
      const chapter = parseChapter(text, file);
      chapters.push(chapter);
      if (folder !== contentDirs[0]) {
        mistakes.push(...unknownObjects(chapter, models).map((one) => ({ file, ...one })));
      }
    });
  }
  for (const model of models) tell(chapters, model, mistakes);
  return { chapters: files.length, mistakes: sorted(mistakes) };
}

/** Resolves every chapter for a snapshot, as a build would. */
function tell(chapters: readonly Chapter[], model: Model, mistakes: ContentMistake[]): void {
  const { id } = model.snapshot.manifest;
  const cluster = readCluster(model, createLinks(createRoutes('/'), id, model));
  for (const chapter of chapters) {
    caught(mistakes, chapter.file, () => chapterView(chapter, chapters, cluster));
  }
}

/** Each mistake once, however many snapshots show it. */
function sorted(mistakes: readonly ContentMistake[]): readonly ContentMistake[] {
  const key = ({ file, line, message }: ContentMistake) => `${file}\n${line}\n${message}`;
  const distinct = new Map(mistakes.map((mistake) => [key(mistake), mistake]));
  return [...distinct.values()].toSorted(
    (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line,
  );
}

/** A file as a person in the working folder would name it. */
function placeOf(file: string): string {
  const near = relative('.', file);
  return near.startsWith('..') ? file : near;
}

function caught(mistakes: ContentMistake[], file: string, read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [, line = '1', message = error.message] =
      /^.*?\.md:(\d+): (.*)$/s.exec(error.message) ?? [];
    mistakes.push({ file, line: Number(line), message, hint: error.hint });
  }
}

import { join, relative } from 'node:path';
import { parseChapter, slugOf } from '#markdown/parse-chapter.ts';
import { type Note, parseNote } from '#markdown/parse-note.ts';
import type { Chapter } from '#markdown/tree.ts';
import type { Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { UserError } from '#user-error.ts';
import { chapterView } from '#views/chapters/chapter-view.ts';
import { readCluster } from '#views/chapters/cluster.ts';
import { unknownObjects } from '#views/chapters/unknown-objects.ts';
import { type ClusterNotes, clusterNotes } from '#views/notes/cluster-notes.ts';
import { unknownNote } from '#views/notes/unknown-notes.ts';
import { readChapterFiles } from './chapter-files.ts';
import { readNoteFiles } from './note-files.ts';
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

/** What was read, and what is wrong with it. */
export interface CheckedContent {
  readonly chapters: number;
  readonly notes: number;
  /** Whether a note is about an object of one of the models. */
  readonly isNoted: (model: Model, id: ObjectId) => boolean;
  readonly mistakes: readonly ContentMistake[];
}

/**
 * The mistakes in the chapters and notes of the content, in the order of files and lines: what cannot be parsed,
 * what names a fact, a figure or a component that does not exist, and, in chapters of the user, objects
 * that no snapshot has. Ours may name what only some clusters have. Notes, whose ever, must be about
 * something. Parsing a file, and telling it for a snapshot, stops at its first mistake.
 *
 * @param contentDirs - The program's own folder first, then the user's.
 * @param models - Of the snapshots to hold the chapters against.
 */
export async function checkContent(
  contentDirs: readonly string[],
  models: readonly Model[],
): Promise<CheckedContent> {
  const files = await readChapterFiles(contentDirs);
  const mistakes: ContentMistake[] = [];
  const chapters: Chapter[] = [];
  const broken = new Set<string>();
  for (const { name, folder, text } of files) {
    const file = placeOf(join(folder, 'walkthrough', name));
    const isParsed = caught(mistakes, file, () => {
      const chapter = parseChapter(text, file);
      chapters.push(chapter);
      if (folder !== contentDirs[0]) {
        mistakes.push(...unknownObjects(chapter, models).map((one) => ({ file, ...one })));
      }
    });
    if (!isParsed) broken.add(slugOf(file));
  }
  const notes = await checkNotes(contentDirs, models, mistakes);
  const noted = new Map(
    models.map((model) => [model, tell(chapters, notes, model, mistakes)] as const),
  );
  return {
    chapters: files.length,
    notes: notes.length,
    isNoted: (model, id) => noted.get(model)?.isNoted(id) ?? false,
    // What leads to a chapter that has a mistake of its own leads somewhere once that is mended.
    mistakes: sorted(mistakes).filter(
      ({ message }) => !broken.has(/^there is no chapter "(.+)"\.$/.exec(message)?.[1] ?? ''),
    ),
  };
}

async function checkNotes(
  contentDirs: readonly string[],
  models: readonly Model[],
  mistakes: ContentMistake[],
): Promise<readonly Note[]> {
  const clusters = models.map((model) => ({ id: model.snapshot.manifest.id, model }));
  const notes: Note[] = [];
  for (const { file: name, folder, text } of await readNoteFiles(contentDirs)) {
    const file = placeOf(join(folder, name));
    caught(mistakes, file, () => {
      const note = parseNote(text, file);
      notes.push(note);
      const unknown = unknownNote(note, clusters);
      if (unknown !== undefined) mistakes.push({ file, ...unknown });
    });
  }
  return notes;
}

/** Resolves every chapter and note for a snapshot, as a build would. */
function tell(
  chapters: readonly Chapter[],
  notes: readonly Note[],
  model: Model,
  mistakes: ContentMistake[],
): ClusterNotes {
  const { id } = model.snapshot.manifest;
  const cluster = readCluster(model, createLinks(createRoutes('/'), id, model));
  for (const chapter of chapters) {
    caught(mistakes, chapter.file, () => chapterView(chapter, chapters, cluster));
  }
  const sound = notes.filter((note) =>
    caught(mistakes, note.file, () => clusterNotes([note], chapters, cluster, id)),
  );
  return clusterNotes(sound, chapters, cluster, id);
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

/** Whether it went well. */
function caught(mistakes: ContentMistake[], file: string, read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [, line = '1', message = error.message] =
      /^.*?\.md:(\d+): (.*)$/s.exec(error.message) ?? [];
    mistakes.push({ file, line: Number(line), message, hint: error.hint });
    return false;
  }
}

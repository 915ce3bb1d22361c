import { type Note, parseNote } from '#markdown/parse-note.ts';
import { contentError } from '#markdown/place.ts';
import { type ClusterNotes, clusterNotes } from '#views/notes/cluster-notes.ts';
import { unknownNote } from '#views/notes/unknown-notes.ts';
import type { Book } from './book.ts';
import { chaptersIn, clusterIn } from './chapters.ts';
import { readNoteFiles } from './note-files.ts';
import { perCluster } from './per-cluster.ts';

const parsed = new WeakMap<Book, Promise<readonly Note[]>>();

/**
 * The notes of a cluster, read and placed once.
 *
 * @throws {UserError} With file and line, when a note cannot be read, or is about nothing that the book
 *   has and does not say that it is optional.
 */
export const notesOf = perCluster(async (book, cluster): Promise<ClusterNotes> => {
  const [notes, chapters] = await Promise.all([notesIn(book), chaptersIn(book)]);
  return clusterNotes(notes, chapters, clusterIn(cluster), cluster.id);
});

function notesIn(book: Book): Promise<readonly Note[]> {
  const known = parsed.get(book);
  if (known !== undefined) return known;
  const notes = readNotes(book);
  parsed.set(book, notes);
  return notes;
}

async function readNotes({ contentDirs, clusters, isWhole }: Book): Promise<readonly Note[]> {
  const files = await readNoteFiles(contentDirs);
  const notes = files.map(({ file, text }) => parseNote(text, file));
  // Of a book of some snapshots nobody can say what the others have.
  for (const note of isWhole ? notes : []) {
    const unknown = unknownNote(note, clusters);
    if (unknown === undefined) continue;
    throw contentError({ file: note.file, line: unknown.line }, unknown.message, unknown.hint);
  }
  return notes;
}

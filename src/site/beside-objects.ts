import type { ClusterNotes } from '#views/notes/cluster-notes.ts';
import type { Book, BookCluster } from './book.ts';
import { type Mentions, mentionsIn } from './chapters.ts';
import { notesOf } from './notes.ts';

/** What the content of the book says about the objects of a cluster. */
export interface BesideObjects {
  readonly notes: ClusterNotes;
  readonly mentions: Mentions;
}

/** Read once per cluster, so that the pages of its objects wait for nothing. */
export async function besideObjects(book: Book, cluster: BookCluster): Promise<BesideObjects> {
  const [notes, mentions] = await Promise.all([notesOf(book, cluster), mentionsIn(book, cluster)]);
  return { notes, mentions };
}

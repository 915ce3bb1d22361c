import type { Mark } from '#model/answers.ts';
import { type Reads, withReads } from '#model/reads.ts';
import { jsonLine } from '#snapshot/json.ts';
import { foldedOn } from '#views/folded.ts';
import type { BesideObjects } from './beside-objects.ts';
import type { Book, BookCluster } from './book.ts';
import { digestOf, keptPages } from './kept-pages.ts';
import {
  type BesideModel,
  besideModel,
  type ObjectPageData,
  objectPageData,
} from './object-page-data.ts';
import type { ObjectPageRef } from './object-pages.ts';
import { createQuestions } from './questions.ts';
import { pageFolder } from './write-object-pages.ts';

/**
 * What the page of an object shows; nothing where an earlier build published a page that was made of the same.
 * Whether it was is told without making it anew: what it then asked of the model is asked again.
 */
export function pageUnlessKept(
  book: Book,
  cluster: BookCluster,
  of: ObjectPageRef,
  beside: BesideObjects,
): ObjectPageData | undefined {
  const given = besideModel(book, cluster, of, beside);
  const kept = keptPages();
  if (kept === undefined) return objectPageData(book, cluster, of, given);
  const folder = pageFolder(book, of);
  const digest = digestOf(of.path, of.frame, given, worldOf(cluster));
  const questions = kept.questionsOf(cluster.id, () =>
    createQuestions(cluster.model, digests(cluster)),
  );
  const before = kept.madeOf(folder);
  if (before?.beside === digest && questions.answersTo(before.reads) === before.answers) {
    kept.note(folder, cluster.id, before);
    return undefined;
  }
  const [page, asked] = pageWithReads(book, cluster, of, given);
  const reads = questions.numbersOf(asked);
  kept.note(folder, cluster.id, { beside: digest, reads, answers: questions.answersTo(reads) });
  return page;
}

/** What a page shows, and all that it and the JSON beside it ask of the model. */
export function pageWithReads(
  book: Book,
  cluster: BookCluster,
  of: ObjectPageRef,
  given: BesideModel,
): readonly [ObjectPageData, Reads] {
  const { model } = cluster;
  return withReads(model, () => {
    // Whoever made the reference to the page got the object; the JSON has what is folded on it.
    model.get(of.entry.id);
    foldedOn(model, of.entry.id);
    return objectPageData(book, cluster, of, given);
  });
}

/** Stands for objects: digests of what the snapshot holds, and objects that it only implies as they are. */
function digests(cluster: BookCluster): Mark {
  return ({ object }) => cluster.digests.get(object) ?? jsonLine(object);
}

const worlds = new WeakMap<BookCluster, string>();

/** What the manifest says, but for the files of the snapshot: what is in them is read object by object. */
function worldOf(cluster: BookCluster): string {
  const { manifest } = cluster;
  const known = worlds.get(cluster);
  if (known !== undefined) return known;
  const resources = manifest.resources.map(({ bytes, sha256, ...resource }) => resource);
  const digest = digestOf({ ...manifest, resources });
  worlds.set(cluster, digest);
  return digest;
}

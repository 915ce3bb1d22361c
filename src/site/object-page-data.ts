import type { Mention } from '#views/chapters/mentions.ts';
import { type ObjectHistory, objectHistory } from '#views/history.ts';
import type { PlacedNote } from '#views/notes/cluster-notes.ts';
import { type ObjectView, objectView } from '#views/object.ts';
import type { BesideObjects } from './beside-objects.ts';
import type { Book, BookCluster } from './book.ts';
import { historyOf } from './history.ts';
import type { ObjectPageRef } from './object-pages.ts';
import { type ObjectElsewhere, sameObjectElsewhere } from './same-object.ts';

/** All that the content of an object's page is rendered from, as plain data. */
export interface ObjectPageData {
  readonly view: ObjectView;
  /** Of the object that the page is about. */
  readonly id: ObjectPageRef['entry']['id'];
  readonly crumbs: ObjectPageRef['frame']['crumbs'];
  readonly elsewhere: readonly ObjectElsewhere[];
  /** What chapters say of it. */
  readonly mentions: readonly Mention[];
  /** Addresses of all its pages, where it has several. */
  readonly pageHrefs: readonly string[];
  readonly jsonHref: string;
}

/** What of a page is not read from the model of its cluster, as plain data. */
export interface BesideModel {
  readonly notes: readonly PlacedNote[];
  readonly history: ObjectHistory | undefined;
  readonly elsewhere: readonly ObjectElsewhere[];
  readonly mentions: readonly Mention[];
}

/** What the content of the book, and its other snapshots, say of the object of a page. */
export function besideModel(
  book: Book,
  cluster: BookCluster,
  { entry }: ObjectPageRef,
  { notes, mentions }: BesideObjects,
): BesideModel {
  return {
    notes: notes.at(entry.id),
    history: objectHistory(historyOf(book, cluster), cluster.id, entry),
    elsewhere: sameObjectElsewhere(book, cluster, entry.id),
    mentions: mentions.get(cluster.links.object(entry.id)) ?? [],
  };
}

/** What the page of an object shows. */
export function objectPageData(
  book: Book,
  { id, model, links }: BookCluster,
  { entry, page, frame, address }: ObjectPageRef,
  { notes, history, elsewhere, mentions }: BesideModel,
): ObjectPageData {
  const view = objectView({ model, links, entry, page, notes, history });
  return {
    view,
    id: entry.id,
    crumbs: frame.crumbs,
    elsewhere,
    mentions,
    pageHrefs: Array.from({ length: view.made.part?.pages ?? 0 }, (_, i) =>
      book.routes.object(id, { ...address, page: i + 1 }),
    ),
    jsonHref: book.routes.objectJson(id, address),
  };
}

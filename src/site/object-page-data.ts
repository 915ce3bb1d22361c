import type { Mention } from '#views/chapters/mentions.ts';
import { type ObjectView, objectView } from '#views/object.ts';
import type { BesideObjects } from './beside-objects.ts';
import type { Book, BookCluster } from './book.ts';
import { historyOf } from './history.ts';
import type { ObjectPageRef } from './object-pages.ts';
import { type ObjectElsewhere, sameObjectElsewhere } from './same-object.ts';

/**
 * All that the content of an object's page is rendered from, as plain data: two builds of one program
 * that have the same make the same page.
 */
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

/** What the page of an object shows. */
export function objectPageData(
  book: Book,
  cluster: BookCluster,
  of: ObjectPageRef,
  beside: BesideObjects,
): ObjectPageData {
  const { model, links } = cluster;
  const { id } = of.entry;
  const notes = beside.notes.at(id);
  const kept = { history: historyOf(book, cluster), here: cluster.id };
  const view = objectView({ model, links, entry: of.entry, page: of.page, notes, kept });
  return {
    view,
    id,
    crumbs: of.frame.crumbs,
    elsewhere: sameObjectElsewhere(book, cluster, id),
    mentions: beside.mentions.get(links.object(id)) ?? [],
    pageHrefs: Array.from({ length: view.made.part?.pages ?? 0 }, (_, i) =>
      book.routes.object(cluster.id, { ...of.address, page: i + 1 }),
    ),
    jsonHref: book.routes.objectJson(cluster.id, of.address),
  };
}

import type { Book, BookCluster } from './book.ts';
import { type ObjectPageRef, objectPagesOf } from './object-pages.ts';
import { segment } from './routes.ts';

/** Object pages that share one rendering of the layout. */
const batchSize = 50;

/** Folder of the rendered batches inside the build; it never reaches the site. */
export const batchFolder = '_batch';

/** About 50 object pages of one cluster, rendered as one page and split afterwards. */
export interface ObjectBatch {
  readonly cluster: BookCluster;
  /** `<cluster>/<number>`: where Astro writes it below {@link batchFolder}. */
  readonly name: string;
  readonly pages: readonly ObjectPageRef[];
  /** How many pages of objects there are when it is rendered, and in all. */
  readonly progress: { readonly done: number; readonly total: number };
}

/** All object pages of the book, in batches. */
export function objectBatches(book: Book): readonly ObjectBatch[] {
  const cut = book.clusters.flatMap((cluster) => {
    const pages = objectPagesOf(book, cluster);
    const batches = Math.ceil(pages.length / batchSize);
    return Array.from({ length: batches }, (_, i) => ({
      cluster,
      name: `${segment(cluster.id)}/${i}`,
      pages: pages.slice(i * batchSize, (i + 1) * batchSize),
    }));
  });
  const total = cut.reduce((sum, { pages }) => sum + pages.length, 0);
  let done = 0;
  return cut.map((batch) => {
    done += batch.pages.length;
    return { ...batch, progress: { done, total } };
  });
}

// Object content cannot contain a mark: nobody knows it before the build, and it leaves no trace.
const secret = crypto.randomUUID();

/** A place in a rendered batch that is filled, or cut, when it is split. */
export function mark(name: 'title' | 'description' | 'path' | 'main' | 'page' | 'kept'): string {
  return `${name}:${secret}`;
}

/** Markup with marks that are the same in every build. */
export function withoutMarks(markup: string): string {
  return markup.replaceAll(secret, '');
}

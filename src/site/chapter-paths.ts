import type { Book } from './book.ts';
import { chaptersOf } from './chapters.ts';
import { segment } from './routes.ts';

/** One chapter of one cluster as Astro asks for it: its place in the address, and what it is. */
export interface ChapterPath {
  readonly params: { readonly id: string; readonly chapter: string };
  readonly props: { readonly id: string; readonly slug: string };
}

/** Every chapter of every cluster. */
export async function chapterPaths(book: Book): Promise<readonly ChapterPath[]> {
  const paths = await Promise.all(
    book.clusters.map(async (cluster) => {
      const { id } = cluster;
      const chapters = await chaptersOf(book, cluster);
      return chapters.map(({ slug }) => ({
        params: { id, chapter: segment(slug) },
        props: { id, slug },
      }));
    }),
  );
  return paths.flat();
}

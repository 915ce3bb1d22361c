import { chapterMarkdown } from '#views/chapters/twin/chapter-markdown.ts';
import { addressIn } from './address-in.ts';
import type { Book, BookCluster } from './book.ts';
import { chapterOf } from './chapters.ts';
import { printable } from './printable.ts';

/** The Markdown beside the page of a chapter. */
export async function chapterTwin(book: Book, cluster: BookCluster, slug: string): Promise<string> {
  const page = cluster.links.chapter(slug);
  const markdown = chapterMarkdown(await chapterOf(book, cluster, slug), {
    id: cluster.id,
    takenAt: cluster.manifest.takenAt,
    page,
    twin: (href) => `${href}index.md`,
    address: addressIn(book),
  });
  return printable(markdown);
}

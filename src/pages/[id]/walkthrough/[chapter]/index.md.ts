import { clusterOf, loadBook } from '#site/book.ts';
import { type ChapterPath, chapterPaths } from '#site/chapter-paths.ts';
import { chapterTwin } from '#site/chapter-twin.ts';

/** A chapter as Markdown, for what reads no HTML. */
export async function getStaticPaths() {
  return [...(await chapterPaths(await loadBook()))];
}

type Props = ChapterPath['props'];

export async function GET({ props }: { readonly props: Props }): Promise<Response> {
  const book = await loadBook();
  return new Response(await chapterTwin(book, clusterOf(book, props.id), props.slug));
}

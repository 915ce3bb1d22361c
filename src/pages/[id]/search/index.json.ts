import type { APIContext } from 'astro';
import { clusterOf, loadBook } from '#site/book.ts';
import { searchIndexFile } from '#site/search.ts';

export async function getStaticPaths() {
  const { clusters } = await loadBook();
  return clusters.map(({ id }) => ({ params: { id } }));
}

/** What a browser loads to search a cluster. */
export async function GET({ params }: APIContext): Promise<Response> {
  const book = await loadBook();
  return new Response(await searchIndexFile(book, clusterOf(book, params['id'] ?? '')));
}

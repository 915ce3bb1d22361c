import { loadBook } from '#site/book.ts';
import { searchSiteFile } from '#site/search.ts';

/** What a browser loads to search all clusters. */
export async function GET(): Promise<Response> {
  return new Response(searchSiteFile(await loadBook()));
}

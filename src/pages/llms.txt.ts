import { loadBook } from '#site/book.ts';
import { siteLlmsFile } from '#site/llms.ts';

/** What an assistant should read of the site. */
export async function GET(): Promise<Response> {
  return new Response(siteLlmsFile(await loadBook()));
}

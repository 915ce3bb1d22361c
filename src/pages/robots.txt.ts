import type { APIRoute } from 'astro';
import { loadBook } from '#site/book.ts';

/** Heeded only when the site stands at the root of its host; every page says the same by itself. */
export const GET: APIRoute = async () => {
  const { indexable } = await loadBook();
  return new Response(`User-agent: *\n${indexable ? 'Allow' : 'Disallow'}: /\n`);
};

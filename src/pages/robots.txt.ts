import type { APIRoute } from 'astro';
import { loadBook } from '#site/book.ts';

/** Heeded only when the site stands at the root of its host; every page says the same by itself. */
export const GET: APIRoute = async () => {
  const { indexable, origin, routes } = await loadBook();
  const sitemap =
    indexable && origin !== undefined ? `Sitemap: ${origin}${routes.file('sitemap.xml')}\n` : '';
  return new Response(`User-agent: *\n${indexable ? 'Allow' : 'Disallow'}: /\n${sitemap}`);
};

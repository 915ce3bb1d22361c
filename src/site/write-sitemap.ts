import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Book, loadBook } from './book.ts';
import { keptPages } from './kept-pages.ts';
import { type SitemapPage, sitemapFiles } from './sitemap.ts';

/**
 * The sitemap, once all pages are written. Without the address of the site there is none: the protocol
 * asks for absolute addresses, and one made up would be wrong.
 */
export function sitemap(): AstroIntegration {
  return {
    name: 'sitemap',
    hooks: {
      'astro:build:generated': async ({ dir }) => {
        const book = await loadBook();
        if (book.origin === undefined) return;
        const folder = fileURLToPath(dir);
        const root = `${book.origin}${book.routes.hub()}`;
        for (const { name, text } of sitemapFiles(pagesIn(folder, book, root), root)) {
          writeFileSync(join(folder, name), text);
        }
      },
    },
  };
}

/** Every page below a folder, and those that an earlier build made for it, in the order of their addresses. */
function pagesIn(folder: string, { clusters }: Book, root: string): readonly SitemapPage[] {
  const taken = new Map(clusters.map(({ id, manifest }) => [id, manifest.takenAt]));
  const latest = [...taken.values()].toSorted().at(-1) ?? '';
  const made = globSync('**/index.html', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
  const left = keptPages()?.left() ?? [];
  return [...made, ...left]
    .filter((file) => /(?:^|\/)index\.html$/.test(file))
    .map((file) => file.replace(/index\.html$/, ''))
    .toSorted()
    .map((path) => ({
      url: `${root}${path}`,
      // Pages of no cluster show all of them.
      changed: taken.get(path.split('/')[0] ?? '') ?? latest,
    }));
}

import { expect, test } from 'vitest';
import { sitemapFiles } from './sitemap.ts';

const page = (path: string) => ({
  url: `https://docs.example.com/books/${path}`,
  changed: '2026-11-22T10:00:00Z',
});

test('a sitemap names every page with the time of its snapshot', () => {
  expect(sitemapFiles([page(''), page('prod/')], 'https://docs.example.com/books/')).toEqual([
    {
      name: 'sitemap.xml',
      text: `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://docs.example.com/books/</loc><lastmod>2026-11-22T10:00:00Z</lastmod></url>
<url><loc>https://docs.example.com/books/prod/</loc><lastmod>2026-11-22T10:00:00Z</lastmod></url>
</urlset>
`,
    },
  ]);
});

test('more pages than a file may hold are split, and sitemap.xml is their index', () => {
  const pages = Array.from({ length: 100_001 }, (_, i) => page(`${i}/`));
  const [index, ...parts] = sitemapFiles(pages, 'https://docs.example.com/books/');
  expect(parts.map(({ name, text }) => [name, text.match(/<url>/g)?.length])).toEqual([
    ['sitemap-1.xml', 50_000],
    ['sitemap-2.xml', 50_000],
    ['sitemap-3.xml', 1],
  ]);
  expect(index).toEqual({
    name: 'sitemap.xml',
    text: `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://docs.example.com/books/sitemap-1.xml</loc><lastmod>2026-11-22T10:00:00Z</lastmod></sitemap>
<sitemap><loc>https://docs.example.com/books/sitemap-2.xml</loc><lastmod>2026-11-22T10:00:00Z</lastmod></sitemap>
<sitemap><loc>https://docs.example.com/books/sitemap-3.xml</loc><lastmod>2026-11-22T10:00:00Z</lastmod></sitemap>
</sitemapindex>
`,
  });
});

test('no file is larger than 50 MB, also where names are long', () => {
  const pages = Array.from({ length: 40 }, (_, i) => page(`${'n'.repeat(200)}-${i}/`));
  const files = sitemapFiles(pages, 'https://docs.example.com/', { pages: 50_000, bytes: 4096 });
  expect(files.length).toBeGreaterThan(3);
  for (const { text } of files) expect(text.length).toBeLessThanOrEqual(4096);
});

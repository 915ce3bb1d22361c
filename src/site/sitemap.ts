/** A page of the site as search engines and crawlers want to know it. */
export interface SitemapPage {
  /** Absolute: the protocol knows no other. */
  readonly url: string;
  /** When the snapshot was taken that it shows; RFC 3339. */
  readonly changed: string;
}

/** A file at the root of the site. */
export interface SitemapFile {
  readonly name: string;
  readonly text: string;
}

/** What one file of the protocol may hold. */
const limits = { pages: 50_000, bytes: 50 * 1024 * 1024 } as const;

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const schema = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/**
 * The sitemap of these pages: `sitemap.xml`, which for more pages than fit into one file is the index of
 * `sitemap-1.xml`, `sitemap-2.xml` …
 *
 * @param root - Absolute address of the site's root, with `/` at its end.
 * @see https://www.sitemaps.org/protocol.html
 */
export function sitemapFiles(
  pages: readonly SitemapPage[],
  root: string,
  { pages: maxPages, bytes: maxBytes }: { readonly pages: number; readonly bytes: number } = limits,
): readonly SitemapFile[] {
  const parts: string[][] = [[]];
  let bytes = 0;
  for (const page of pages) {
    const line = entryText('url', page);
    const size = Buffer.byteLength(line);
    const part = parts.at(-1) ?? [];
    // Head and end of a file are a few hundred bytes.
    if (part.length > 0 && (part.length === maxPages || bytes + size > maxBytes - 1024)) {
      parts.push([line]);
      bytes = size;
    } else {
      part.push(line);
      bytes += size;
    }
  }
  const [only = [], ...more] = parts;
  if (more.length === 0) return [{ name: 'sitemap.xml', text: listText('urlset', only) }];
  const changed =
    pages
      .map((page) => page.changed)
      .toSorted()
      .at(-1) ?? '';
  const files = parts.map((lines, i) => ({
    name: `sitemap-${i + 1}.xml`,
    text: listText('urlset', lines),
  }));
  const index = files.map(({ name }) => entryText('sitemap', { url: `${root}${name}`, changed }));
  return [{ name: 'sitemap.xml', text: listText('sitemapindex', index) }, ...files];
}

function entryText(element: 'url' | 'sitemap', { url, changed }: SitemapPage): string {
  // Addresses are of ASCII and have neither & nor quotes: names become safe segments.
  return `<${element}><loc>${url}</loc><lastmod>${changed}</lastmod></${element}>\n`;
}

function listText(element: 'urlset' | 'sitemapindex', lines: readonly string[]): string {
  return `${head}<${element} ${schema}>\n${lines.join('')}</${element}>\n`;
}

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of a built site, cut up by regular expressions: parsing thousands of pages takes minutes. */
export interface BuiltPage {
  /** Address below the site's root: `/docker-desktop/`. */
  readonly path: string;
  readonly html: string;
  readonly hrefs: readonly string[];
  readonly ids: ReadonlySet<string>;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  '#38': '&',
  '#39': "'",
};

function decode(text: string): string {
  return text.replace(/&(#?\w+);/g, (all, name: string) => entities[name] ?? all);
}

function attribute(html: string, name: string): string[] {
  const found = html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'));
  return [...found].map(([, value = '']) => decode(value));
}

/** Every page of a site. */
export function readPages(site: string): readonly BuiltPage[] {
  return globSync('**/*.html', { cwd: site }).map((file) => {
    const html = readFileSync(join(site, file), 'utf8');
    return {
      path: `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
      html,
      hrefs: attribute(html, 'href'),
      ids: new Set(attribute(html, 'id')),
    };
  });
}

/** Links that lead to no page, or to no element of one: `/prod/ → #nowhere`. */
export function brokenLinks(site: string, pages: readonly BuiltPage[]): readonly string[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const leadsNowhere = (path: string, href: string) => {
    const { pathname, hash } = new URL(href, `http://site${path}`);
    const target = byPath.get(pathname);
    const anchor = decodeURIComponent(hash.slice(1));
    if (target === undefined) return !existsSync(join(site, pathname));
    return anchor !== '' && !target.ids.has(anchor);
  };
  const broken = pages.flatMap(({ path, hrefs }) =>
    hrefs
      .filter((href) => !/^[a-z]+:/.test(href) && leadsNowhere(path, href))
      .map((href) => `${path} → ${href}`),
  );
  return [...new Set(broken)];
}

/** Text of a page as a reader sees it. */
export function textOf(html: string): string {
  return decode(
    html
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  );
}

/** Addresses of the links of a Markdown file. */
export function linksIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\]\(([^()\s]+)\)/g)].map(([, href = '']) => href);
}

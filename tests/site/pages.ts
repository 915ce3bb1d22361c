import { globSync, readFileSync } from 'node:fs';
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

/** Text of a page as a reader sees it. */
export function textOf(html: string): string {
  return decode(
    html
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  );
}

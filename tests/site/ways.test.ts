import { describe, expect, inject, test } from 'vitest';
import { type Book, readBook } from '#site/book.ts';
import { chaptersOf } from '#site/chapters.ts';
import { kindPagesOf } from '#site/list-pages.ts';
import { readSettings } from '#site/settings.ts';
import { snapshotsOfLarge } from './built-site.ts';
import { type BuiltPage, readPages } from './pages.ts';

/** Links of each page as addresses of pages. */
type Ways = ReadonlyMap<string, ReadonlySet<string>>;

function waysOf(pages: readonly BuiltPage[]): Ways {
  return new Map(
    pages.map(({ path, hrefs }) => [
      path,
      new Set(hrefs.map((href) => new URL(href, `http://site${path}`).pathname)),
    ]),
  );
}

/** Of some addresses those that no two clicks lead to from a page. */
function outOfReach(ways: Ways, from: string, wanted: readonly string[]): readonly string[] {
  const first = ways.get(from) ?? new Set<string>();
  const far = wanted.filter((to) => to !== from && !first.has(to));
  if (far.length === 0) return [];
  const second = new Set([...first].flatMap((path) => [...(ways.get(path) ?? [])]));
  return far.filter((to) => !second.has(to));
}

/** Addresses of the namespaces, kinds and chapters of each cluster. */
async function targetsIn(book: Book): Promise<ReadonlyMap<string, readonly string[]>> {
  const targets = book.clusters.map(async (cluster): Promise<[string, readonly string[]]> => {
    const { links, model } = cluster;
    const kinds = kindPagesOf(cluster).filter(({ page }) => page === 1);
    return [
      links.cluster(),
      [
        ...model.namespaces.map((name) => links.namespace(name)),
        ...kinds.map(({ resource }) => links.kind(resource)),
        ...(await chaptersOf(book, cluster)).map(({ slug }) => links.chapter(slug)),
      ],
    ];
  });
  return new Map(await Promise.all(targets));
}

/**
 * What cannot be reached in two clicks: of its own snapshot from a page of a cluster, of the newest of any
 * from the others.
 */
async function lost(book: Book, pages: readonly BuiltPage[]): Promise<readonly string[]> {
  const ways = waysOf(pages);
  const targets = await targetsIn(book);
  const newest = book.clusters.flatMap(({ isNewest, links }) =>
    isNewest ? (targets.get(links.cluster()) ?? []) : [],
  );
  return pages.flatMap(({ path }) => {
    const home = [...targets.keys()].find((cluster) => path.startsWith(cluster));
    const wanted = home === undefined ? newest : (targets.get(home) ?? []);
    return outOfReach(ways, path, wanted).map((to) => `${path} → ${to}`);
  });
}

/** Pages of a cluster that do not link to the same one of another, where that has it. */
function withoutWayTo(pages: readonly BuiltPage[], from: string, to: string): readonly string[] {
  const ways = waysOf(pages);
  return [...ways].flatMap(([path, links]) => {
    if (!path.startsWith(from)) return [];
    const same = `${to}${path.slice(from.length)}`;
    return ways.has(same) && !links.has(same) ? [path] : [];
  });
}

describe('a book of the samples', () => {
  const pages = readPages(inject('site'));

  test('two clicks lead from any page to any namespace, kind and chapter', async () => {
    const book = await readBook({ ...readSettings({}), samples: true });
    expect((await lost(book, pages)).slice(0, 10)).toEqual([]);
  });

  test('one click leads to the same page of another cluster', () => {
    expect(withoutWayTo(pages, '/shop-prod/', '/shop-staging/').slice(0, 10)).toEqual([]);
    expect(withoutWayTo(pages, '/docker-desktop/', '/shop-prod/').slice(0, 10)).toEqual([]);
  });

  test('every page of a cluster says when it was captured and how much of it', () => {
    const bare = pages.filter(
      ({ path, html }) =>
        /^\/(?:docker-desktop|shop-)/.test(path) &&
        !/<section class="run"[\s\S]*?<time datetime="[^"]+"[\s\S]*?captured<\/a>/.test(html),
    );
    expect(bare.map(({ path }) => path).slice(0, 10)).toEqual([]);
  });

  test('every page of a cluster says where it is, from the home down', () => {
    const lostPages = pages.filter(
      ({ path, html }) =>
        /^\/(?:docker-desktop|shop-)/.test(path) && !html.includes('<ol class="crumbs">'),
    );
    expect(lostPages.map(({ path }) => path).slice(0, 10)).toEqual([]);
  });
});

describe('a book of 60 namespaces, captured twice, beside other clusters', () => {
  const site = inject('large');
  const pages = readPages(site);

  test('two clicks lead from any page to any namespace, though the sidebar lists 40', async () => {
    const settings = readSettings({});
    const book = await readBook({ ...settings, snapshots: snapshotsOfLarge(site) });
    expect(book.clusters.find(({ id }) => id === 'many')?.model.namespaces).toHaveLength(60);
    expect((await lost(book, pages)).slice(0, 10)).toEqual([]);
  });

  test('one click leads to the same page of the older snapshot, and back', () => {
    const older = '/many@2026-11-20T0800Z/';
    expect(pages.some(({ path }) => path === `${older}namespaces/team-60/`)).toBe(true);
    expect(withoutWayTo(pages, '/many/', older).slice(0, 10)).toEqual([]);
    expect(withoutWayTo(pages, older, '/many/').slice(0, 10)).toEqual([]);
  });
});

import { buildSearchIndex } from '#views/search/build-search-index.ts';
import type { SearchSite } from '#views/search/search-site.ts';
import type { Book, BookCluster } from './book.ts';
import { chaptersOf } from './chapters.ts';
import { glossaryOf } from './glossary.ts';
import { glyphSymbols } from './glyph-symbols.ts';
import { notesOf } from './notes.ts';

/** The search index of a cluster as its file. */
export async function searchIndexFile(book: Book, cluster: BookCluster): Promise<string> {
  const { id, model, links } = cluster;
  const { places } = await notesOf(book, cluster);
  const terms = Map.groupBy(await glossaryOf(book), ({ chapter }) => chapter);
  const chapters = (await chaptersOf(book, cluster)).map((chapter) => ({
    ...chapter,
    terms: (terms.get(chapter.slug) ?? []).flatMap(({ term, also }) => [term, ...also]),
  }));
  const index = buildSearchIndex(model, links, chapters, places);
  return `${JSON.stringify({ ...index, cluster: id })}\n`;
}

/** The file that says which indexes there are. */
export function searchSiteFile({ clusters, routes }: Book): string {
  const glyphs = new Set(
    clusters.flatMap(({ model }) => model.entries.map(({ kind }) => kind.glyph)),
  );
  const site: SearchSite = {
    version: 1,
    clusters: clusters
      .filter(({ isNewest }) => isNewest)
      .map(({ id }) => ({ id, index: routes.searchIndex(id) })),
    symbols: glyphSymbols('', ['namespace', 'book', 'warn', ...glyphs]),
  };
  return `${JSON.stringify(site)}\n`;
}

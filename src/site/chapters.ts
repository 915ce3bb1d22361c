import { parseChapter } from '#markdown/parse-chapter.ts';
import { contentError } from '#markdown/place.ts';
import type { Chapter } from '#markdown/tree.ts';
import { UserError } from '#user-error.ts';
import { chapterList, type ListedChapter } from '#views/chapters/chapter-list.ts';
import { type ChapterView, chapterView } from '#views/chapters/chapter-view.ts';
import { type Cluster, readCluster } from '#views/chapters/cluster.ts';
import { type Mention, mentionsByPage } from '#views/chapters/mentions.ts';
import type { ChapterBlock } from '#views/chapters/prose.ts';
import type { Figure } from '#views/figure.ts';
import type { Book, BookCluster } from './book.ts';
import { readChapterFiles } from './chapter-files.ts';
import { drawFigure, drawMermaid } from './figures.ts';
import { glossaryOf } from './glossary.ts';
import { perCluster } from './per-cluster.ts';

const parsed = new WeakMap<Book, Promise<readonly Chapter[]>>();
const clusters = new WeakMap<BookCluster, Cluster>();

async function readChapters({ contentDirs }: Book): Promise<readonly Chapter[]> {
  const files = await readChapterFiles(contentDirs);
  return files.map(({ name, text }) => parseChapter(text, name));
}

/** The chapters as they were written, read once. */
export function chaptersIn(book: Book): Promise<readonly Chapter[]> {
  const known = parsed.get(book);
  if (known !== undefined) return known;
  const chapters = readChapters(book);
  parsed.set(book, chapters);
  return chapters;
}

/** What chapters say of a cluster, read once. */
export function clusterIn(cluster: BookCluster): Cluster {
  const known = clusters.get(cluster);
  if (known !== undefined) return known;
  const read = readCluster(cluster.model, cluster.links);
  clusters.set(cluster, read);
  return read;
}

/**
 * The chapters of the walkthrough in reading order, each with whether it applies to the cluster.
 *
 * @throws {UserError} When a chapter cannot be read, with file and line.
 */
export async function chaptersOf(
  book: Book,
  cluster: BookCluster,
): Promise<readonly ListedChapter[]> {
  return chapterList(await chaptersIn(book), clusterIn(cluster));
}

/** The chapters that speak of what a page shows, those that say most first, by its address without an anchor. */
export type Mentions = ReadonlyMap<string, readonly Mention[]>;

/** What the chapters of a cluster speak of. */
export const mentionsIn = perCluster(async (book, cluster): Promise<Mentions> => {
  const listed = await chaptersOf(book, cluster);
  const views = await Promise.all(
    listed.map(async ({ slug }) => ({
      view: await chapterOf(book, cluster, slug),
      href: cluster.links.chapter(slug),
    })),
  );
  return mentionsByPage(views);
});

/** The views of a cluster's chapters that somebody asked for, by slug. */
const viewsIn = perCluster(() => new Map<string, Promise<ChapterView>>());

/**
 * One chapter with the facts of a cluster.
 *
 * @throws {UserError} When it names something that does not exist, with file and line.
 */
export function chapterOf(book: Book, cluster: BookCluster, slug: string): Promise<ChapterView> {
  const bySlug = viewsIn(book, cluster);
  const view = bySlug.get(slug) ?? resolveChapter(book, cluster, slug);
  bySlug.set(slug, view);
  return view;
}

async function resolveChapter(
  book: Book,
  cluster: BookCluster,
  slug: string,
): Promise<ChapterView> {
  const chapters = await chaptersIn(book);
  const chapter = chapters.find((one) => one.slug === slug);
  if (chapter === undefined) throw new Error(`The walkthrough has no chapter "${slug}".`);
  const glossary = { terms: await glossaryOf(book), href: book.routes.glossary() };
  return chapterView(chapter, chapters, clusterIn(cluster), glossary);
}

type Drawing = Extract<ChapterBlock, { type: 'figure' | 'mermaid' }>;

/**
 * A figure of a chapter.
 *
 * @throws {UserError} When Mermaid cannot read what the author wrote, with file and line.
 */
export async function drawChapterFigure(block: Drawing, file: string): Promise<Figure> {
  if (block.type === 'figure') return drawFigure(block.diagram);
  const { line, text, caption } = block;
  try {
    return await drawMermaid({ id: `line-${line}`, text, title: caption });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw contentError({ file, line }, error.message, error.hint);
  }
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseGuide } from '#markdown/parse-guide.ts';
import type { Block } from '#markdown/tree.ts';
import { type ChapterBlock, proseText } from '#views/chapters/prose.ts';
import { type Flow, resolveBlocks } from '#views/chapters/resolve-blocks.ts';
import type { Book, BookCluster } from './book.ts';
import { clusterIn } from './chapters.ts';

/** A section of the page of a finding. */
export interface GuideSection {
  readonly title: string;
  readonly blocks: readonly ChapterBlock[];
}

/** The hand-written page of a kind of finding. */
export interface Guide {
  /** For messages about its content. */
  readonly file: string;
  readonly sections: readonly GuideSection[];
}

const parsed = new WeakMap<Book, Map<string, Promise<readonly Block[]>>>();

/**
 * The guide to the findings of a code; without sections where the content has none.
 *
 * @throws {UserError} When it cannot be read, with the file.
 */
export async function guideOf(book: Book, cluster: BookCluster, code: string): Promise<Guide> {
  const file = `${code}.md`;
  const guides = parsed.get(book) ?? new Map<string, Promise<readonly Block[]>>();
  const blocks = guides.get(code) ?? readGuide(book.contentDirs, file);
  parsed.set(book, guides.set(code, blocks));
  const scope = { cluster: clusterIn(cluster), file, chapters: [], nextNote: () => 0 };
  return { file, sections: sectionsOf(resolveBlocks(await blocks, scope)) };
}

/** The user's own page of a finding takes the place of the program's. */
async function readGuide(contentDirs: readonly string[], file: string): Promise<readonly Block[]> {
  for (const folder of contentDirs.toReversed()) {
    const text = await readIfThere(join(folder, 'problems', file));
    if (text !== undefined) return parseGuide(text, file);
  }
  return [];
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function sectionsOf(flow: readonly Flow[]): readonly GuideSection[] {
  const sections: { title: string; blocks: ChapterBlock[] }[] = [];
  for (const block of flow) {
    if (block.type === 'heading') sections.push({ title: proseText(block.children), blocks: [] });
    else if (block.type !== 'lead') sections.at(-1)?.blocks.push(block);
  }
  return sections;
}

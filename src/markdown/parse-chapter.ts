import { remark } from 'remark';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { readBlocks } from './blocks.ts';
import { parseFrontMatter } from './front-matter.ts';
import { contentError } from './place.ts';
import type { Block, Chapter } from './tree.ts';

const parser = remark().use(remarkGfm).use(remarkDirective).use(remarkFrontmatter, ['yaml']);

/** `'09-datastore.md'` → `'datastore'`. */
export function slugOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return name.replace(/^\d+-/, '').replace(/\.md$/, '');
}

/**
 * A chapter of the walkthrough as data, once per file; the views resolve it per cluster.
 *
 * @param file - Its name, with or without folders: the slug comes from it, and messages say it.
 * @throws {UserError} With file and line, when the author made a mistake.
 */
export function parseChapter(text: string, file: string): Chapter {
  const [first, ...rest] = parser.parse(text).children;
  if (first?.type !== 'yaml') {
    throw contentError({ file, line: 1 }, 'a chapter begins with front matter between two "---".');
  }
  const blocks = readBlocks(rest, file);
  checkIds(blocks, file);
  return { file, slug: slugOf(file), front: parseFrontMatter(first.value, file), blocks };
}

function checkIds(blocks: readonly Block[], file: string): void {
  const seen = new Set<string>();
  for (const id of sectionIds(blocks)) {
    if (seen.has(id)) {
      throw contentError({ file, line: 1 }, `two sections have the address "#${id}".`);
    }
    seen.add(id);
  }
}

/** Ids of all headings. The two sides of a `when` never meet on a page, so they may share one. */
function sectionIds(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading') return [block.id];
    if (block.type !== 'when') return [];
    return [...new Set([...sectionIds(block.children), ...sectionIds(block.otherwise)])];
  });
}

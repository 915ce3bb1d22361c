import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { readBlocks } from './blocks.ts';
import { contentError } from './place.ts';
import { plainText } from './text.ts';
import type { Block } from './tree.ts';

const parser = remark().use(remarkGfm);

/** The sections of a guide, in their order: what a reader of a finding asks, one after the other. */
export const guideSections = [
  'What it means',
  'Why it matters',
  'How to check',
  'How to mend it',
] as const;

/**
 * The page of a kind of finding as blocks.
 *
 * @param file - Its name: messages say it.
 * @throws {UserError} With the file, when its sections are not {@link guideSections}.
 */
export function parseGuide(text: string, file: string): readonly Block[] {
  const blocks = readBlocks(parser.parse(text).children, file);
  const titles = blocks.flatMap((block) =>
    block.type === 'heading' && block.depth === 2 ? [plainText(block.children)] : [],
  );
  if (titles.join('\n') !== guideSections.join('\n')) {
    throw contentError(
      { file, line: 1 },
      `the sections are ${titles.map((title) => `"${title}"`).join(', ') || 'missing'}.`,
      `A guide has these, in this order: ${guideSections.join(', ')}.`,
    );
  }
  return blocks;
}

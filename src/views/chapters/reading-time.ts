import { type ChapterBlock, type Prose, proseText } from './prose.ts';

/** Words a reader takes in per minute: technical prose is read at about this pace. */
const wordsPerMinute = 200;

/** Minutes for the running text and the explanations of a chapter; tables are looked at, not read. */
export function readingMinutes(lead: readonly Prose[], blocks: readonly ChapterBlock[]): number {
  const words = wordsIn(proseText(lead)) + blocks.reduce((sum, block) => sum + wordsOf(block), 0);
  return Math.max(1, Math.round(words / wordsPerMinute));
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function wordsOf(block: ChapterBlock): number {
  switch (block.type) {
    case 'paragraph':
    case 'empty':
      return wordsIn(proseText(block.children));
    case 'list':
      return block.items.flat().reduce((sum, item) => sum + wordsOf(item), 0);
    case 'hidden':
      return block.blocks.reduce((sum, inner) => sum + wordsOf(inner), 0);
    case 'explained':
      return block.groups
        .flatMap(({ items }) => items)
        .reduce((sum, { meaning = [] }) => sum + wordsIn(proseText(meaning)), 0);
    case 'listing':
      return block.lines.reduce((sum, { note = [] }) => sum + wordsIn(proseText(note)), 0);
    default:
      return 0;
  }
}

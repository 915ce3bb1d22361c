import { type ChapterBlock, proseText } from '#views/chapters/prose.ts';
import type { NoteView } from './note-view.ts';

/** The words of a note and of whom it names, on one line: what a search looks in. */
export function noteText({ blocks, contacts }: NoteView): string {
  const said = contacts.map(({ label, text }) => `${label} ${text}`);
  return [...blocks.map(wordsOf), ...said].join(' ').replace(/\s+/g, ' ').trim();
}

function wordsOf(block: ChapterBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'subheading':
      return proseText(block.children);
    case 'list':
      return block.items.flat().map(wordsOf).join(' ');
    case 'grid':
      return [...block.heads, ...block.rows.flat()].map(proseText).join(' ');
    case 'code':
      return block.text;
    case 'hidden':
      return [block.title, ...block.blocks.map(wordsOf)].join(' ');
    default:
      return '';
  }
}

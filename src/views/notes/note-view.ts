import type { Note } from '#markdown/parse-note.ts';
import { type ChapterBlock, proseText } from '#views/chapters/prose.ts';
import { type Flow, resolveBlocks } from '#views/chapters/resolve-blocks.ts';
import type { Scope } from '#views/chapters/scope.ts';
import { type Contact, contact } from '#views/contacts.ts';

/** A note with the facts of a cluster: what people wrote, and whom they name. */
export interface NoteView {
  /** Where it was written: `notes/shop/web.md`. */
  readonly file: string;
  /** Its first heading; most have none. */
  readonly title?: string | undefined;
  /** Owner, runbook, links. */
  readonly contacts: readonly Contact[];
  readonly blocks: readonly ChapterBlock[];
}

/**
 * A note of one cluster.
 *
 * @throws {UserError} With file and line, when it names what does not exist.
 */
export function noteView(note: Note, scope: Omit<Scope, 'file'>): NoteView {
  const { file } = note;
  const flow = resolveBlocks(note.blocks, { ...scope, file });
  const heading = flow.find(({ type }) => type === 'heading' || type === 'subheading');
  return {
    file,
    title: heading && 'children' in heading ? proseText(heading.children) : undefined,
    contacts: contactsOfNote(note),
    blocks: flow.map((block, place) => blockOf(block, `${file}-${place}`)),
  };
}

/** A note stands inside a section of a page, so its own sections are small ones. */
function blockOf(block: Flow, place: string): ChapterBlock {
  switch (block.type) {
    case 'heading':
    case 'subheading':
      // Sections of the page have the short ids.
      return {
        type: 'subheading',
        id: `note-${place.replace(/[^a-z0-9]+/gi, '-')}`,
        children: block.children,
      };
    case 'lead':
      return { type: 'paragraph', children: block.children };
    default:
      return block;
  }
}

function contactsOfNote({ owner, runbook, links }: Note): readonly Contact[] {
  return [
    ...(owner === undefined ? [] : [contact('Owner', owner)]),
    ...(runbook === undefined ? [] : [contact('Runbook', runbook)]),
    ...links.map(({ title, href }) => ({ label: title, text: href, href })),
  ];
}

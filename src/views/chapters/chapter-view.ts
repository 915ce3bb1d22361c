import type { Term } from '#markdown/glossary.ts';
import type { Chapter } from '#markdown/tree.ts';
import { chapterList } from './chapter-list.ts';
import type { Cluster } from './cluster.ts';
import { termLinker } from './link-terms.ts';
import type { ChapterBlock, Prose } from './prose.ts';
import { proseText } from './prose.ts';
import { readingMinutes } from './reading-time.ts';
import { type Flow, resolveBlocks } from './resolve-blocks.ts';

/** Blocks under one heading. */
export interface ChapterSection {
  /** `a-z 0-9 -`, unique in the chapter. */
  readonly id: string;
  readonly title: readonly Prose[];
  /** The title as plain text, for lists of sections. */
  readonly label: string;
  readonly blocks: readonly ChapterBlock[];
}

/** A link to the chapter before or after. */
export interface Neighbour {
  readonly number: number;
  readonly title: string;
  readonly href: string;
}

/** The words that a chapter may link. */
export interface Glossary {
  readonly terms: readonly Term[];
  /** Address of its page. */
  readonly href: string;
}

/** A chapter of one cluster: everything its page shows. */
export interface ChapterView {
  /** For messages about its content. */
  readonly file: string;
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly part: string;
  /** What a reader will know at the end, in one sentence that holds for every cluster. */
  readonly summary: string;
  readonly minutes: number;
  /** Without a lead that the snapshot can fill, the summary of the front matter. */
  readonly lead: readonly Prose[];
  /** How the lead is known; empty where it speaks for itself. */
  readonly leadSource: readonly Prose[];
  /** Before the first section. */
  readonly intro: readonly ChapterBlock[];
  readonly sections: readonly ChapterSection[];
  readonly docs: readonly { readonly title: string; readonly href: string }[];
  readonly previous?: Neighbour | undefined;
  readonly next?: Neighbour | undefined;
}

function sectionsOf(flow: readonly Flow[]): {
  readonly intro: ChapterBlock[];
  readonly sections: ChapterSection[];
} {
  const intro: ChapterBlock[] = [];
  const sections: (ChapterSection & { readonly blocks: ChapterBlock[] })[] = [];
  for (const block of flow) {
    if (block.type === 'heading') {
      const { id, children } = block;
      sections.push({ id, title: children, label: proseText(children), blocks: [] });
    } else if (block.type !== 'lead') {
      (sections.at(-1)?.blocks ?? intro).push(block);
    }
  }
  // A heading over nothing would promise what the snapshot cannot keep.
  return { intro, sections: sections.filter(({ blocks }) => blocks.length > 0) };
}

/**
 * A chapter with the facts of a cluster.
 *
 * @param chapters - All chapters, for links between them and to the next one.
 * @param glossary - Terms to link where they are first used, and the page that explains them.
 * @throws {UserError} With file and line, when the chapter names something that does not exist.
 */
export function chapterView(
  chapter: Chapter,
  chapters: readonly Chapter[],
  cluster: Cluster,
  glossary: Glossary = { terms: [], href: '' },
): ChapterView {
  let notes = 0;
  const nextNote = () => {
    notes += 1;
    return notes;
  };
  const { file, slug, front } = chapter;
  const flow = resolveBlocks(chapter.blocks, {
    cluster,
    file,
    chapters,
    nextNote,
    notes: new Map(),
  });
  const lead = flow.find((block) => block.type === 'lead');
  const listed = chapterList(chapters, cluster);
  const place = listed.findIndex((one) => one.slug === slug);
  const neighbour = (index: number): Neighbour | undefined => {
    const one = listed[index];
    return one && { number: one.number, title: one.title, href: cluster.links.chapter(one.slug) };
  };
  const opening = lead?.children ?? [{ type: 'text', text: front.summary }];
  const { intro, sections } = sectionsOf(flow);
  const linker = termLinker(glossary.terms, glossary.href);
  return {
    file,
    slug,
    number: front.number,
    title: front.title,
    part: front.part,
    summary: front.summary,
    minutes: readingMinutes(opening, [...intro, ...sections.flatMap(({ blocks }) => blocks)]),
    lead: linker.prose(opening),
    leadSource: lead?.source ?? [],
    intro: linker.blocks(intro),
    sections: sections.map((section) => ({ ...section, blocks: linker.blocks(section.blocks) })),
    docs: front.docs,
    previous: neighbour(place - 1),
    next: neighbour(place + 1),
  };
}

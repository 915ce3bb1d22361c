import { type Term, termId } from '#markdown/glossary.ts';
import { marked, type Prose } from './chapters/prose.ts';

/** A term on the glossary's page. */
export interface GlossaryEntry {
  /** Anchor of the entry. */
  readonly id: string;
  readonly term: string;
  readonly text: readonly Prose[];
  readonly chapter?: { readonly slug: string; readonly title: string; readonly number: number };
}

/** Terms under one letter. */
export interface GlossaryLetter {
  readonly letter: string;
  readonly entries: readonly GlossaryEntry[];
}

/** The glossary by letters, in the order of the terms. */
export function glossaryView(
  terms: readonly Term[],
  chapters: readonly { readonly slug: string; readonly title: string; readonly number: number }[],
): readonly GlossaryLetter[] {
  const bySlug = new Map(chapters.map((chapter) => [chapter.slug, chapter]));
  const entries = terms.map(({ term, text, chapter }): GlossaryEntry => {
    const found = chapter === undefined ? undefined : bySlug.get(chapter);
    return {
      id: termId(term),
      term,
      text: marked(text),
      ...(found !== undefined && { chapter: found }),
    };
  });
  const letters = Map.groupBy(entries, ({ term }) => term.charAt(0).toUpperCase());
  return [...letters].map(([letter, members]) => ({ letter, entries: members }));
}

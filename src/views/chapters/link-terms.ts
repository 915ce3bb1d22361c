import { type Term, termId } from '#markdown/glossary.ts';
import type { ChapterBlock, Prose } from './prose.ts';

/** Links the first use of each term among the prose it is given, one call after the other. */
export interface TermLinker {
  prose(words: readonly Prose[]): readonly Prose[];
  blocks(blocks: readonly ChapterBlock[]): readonly ChapterBlock[];
}

/**
 * A linker for one chapter. Only plain words of paragraphs, lists and leads are looked at: what is a link,
 * an identifier or a cell of a table already says more.
 *
 * @param glossary - Address of the glossary's page.
 */
export function termLinker(terms: readonly Term[], glossary: string): TermLinker {
  const byName = new Map(
    terms.flatMap((term) => [term.term, ...term.also].map((name) => [name.toLowerCase(), term])),
  );
  const pattern = patternOf([...byName.keys()]);
  const seen = new Set<Term>();
  const linkText = (text: string): readonly Prose[] => {
    const words: Prose[] = [];
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      const [name] = match;
      const term = byName.get(name.toLowerCase());
      if (term === undefined || seen.has(term) || !isSameWord(name, term)) continue;
      seen.add(term);
      if (match.index > end) words.push({ type: 'text', text: text.slice(end, match.index) });
      words.push({ type: 'term', text: name, href: `${glossary}#${termId(term.term)}` });
      end = match.index + name.length;
    }
    if (end < text.length) words.push({ type: 'text', text: text.slice(end) });
    return words;
  };
  const prose = (words: readonly Prose[]) =>
    words.flatMap((word) => (word.type === 'text' ? linkText(word.text) : [word]));
  const blocks = (all: readonly ChapterBlock[]): readonly ChapterBlock[] =>
    all.map((block): ChapterBlock => {
      if (block.type === 'paragraph') return { ...block, children: prose(block.children) };
      if (block.type === 'list') return { ...block, items: block.items.map(blocks) };
      return block;
    });
  return { prose, blocks };
}

function patternOf(names: readonly string[]): RegExp {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  const words = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // The Service of Azure Kubernetes Service is a name of a product.
  return new RegExp(`(?<![\\w/-]|Kubernetes )(?:${words.join('|') || '(?!)'})(?![\\w/-])`, 'gi');
}

/** Kinds keep their capitals: an `event` is no Event. Other words may begin a sentence. */
function isSameWord(name: string, { term, also }: Term): boolean {
  return [term, ...also].some(
    (form) => form === name || `${form.charAt(0).toUpperCase()}${form.slice(1)}` === name,
  );
}

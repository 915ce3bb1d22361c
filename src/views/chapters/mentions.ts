import type { Ref } from '#views/ref.ts';
import type { ChapterView } from './chapter-view.ts';
import type { ChapterBlock, Prose } from './prose.ts';

/** A chapter that speaks of an object. */
export interface Mention {
  readonly number: number;
  readonly title: string;
  readonly href: string;
}

/** What counts as told, most first: a sentence about an object says more than a row of a table. */
type Weight = 1 | 2;

type Address = readonly [href: string, weight: Weight];

function inProse(words: readonly Prose[], weight: Weight): readonly Address[] {
  return words.flatMap((word): readonly Address[] => {
    const inner = 'children' in word ? inProse(word.children, weight) : [];
    if (word.type === 'link') return [[word.href, weight], ...inner];
    return word.type === 'ref' && word.ref.href ? [[word.ref.href, weight]] : inner;
  });
}

function inBlock(block: ChapterBlock): readonly Address[] {
  switch (block.type) {
    case 'paragraph':
      return inProse([...block.children, ...(block.note?.children ?? [])], 2);
    case 'list':
      return block.items.flat().flatMap(inBlock);
    case 'hidden':
      return block.blocks.flatMap(inBlock);
    case 'listing':
      return inProse(block.caption, 2);
    case 'grid':
      return block.rows.flat().flatMap((cell) => inProse(cell, 1));
    case 'profiles':
      return block.profiles.flatMap(({ ref, pods }) => [...inRefs([ref], 2), ...inRefs(pods, 1)]);
    case 'kubectl':
      return block.tables.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) =>
          inRefs(
            cells.flatMap(({ ref }) => ref ?? []),
            1,
          ),
        ),
      );
    default:
      return [];
  }
}

function inRefs(refs: readonly Ref[], weight: Weight): readonly Address[] {
  return refs.flatMap(({ href }): Address[] => (href ? [[href, weight]] : []));
}

/** Every page that a chapter leads to, with how much it says of it. */
function pagesOf({ lead, intro, sections }: ChapterView): ReadonlyMap<string, Weight> {
  const blocks = [...intro, ...sections.flatMap((section) => section.blocks)];
  const found = new Map<string, Weight>();
  for (const [href, weight] of [...inProse(lead, 2), ...blocks.flatMap(inBlock)]) {
    const page = href.replace(/#.*$/, '');
    if (found.get(page) !== 2) found.set(page, weight);
  }
  return found;
}

/**
 * Which chapters speak of which page, by the page's address without an anchor; those that say most first,
 * then in reading order.
 */
export function mentionsByPage(
  chapters: readonly { readonly view: ChapterView; readonly href: string }[],
): ReadonlyMap<string, readonly Mention[]> {
  const weighted = new Map<string, { readonly mention: Mention; readonly weight: Weight }[]>();
  for (const { view, href } of chapters) {
    const mention = { number: view.number, title: view.title, href };
    for (const [page, weight] of pagesOf(view)) {
      const known = weighted.get(page);
      if (known === undefined) weighted.set(page, [{ mention, weight }]);
      else known.push({ mention, weight });
    }
  }
  return new Map(
    [...weighted].map(([page, found]) => [
      page,
      found.toSorted((a, b) => b.weight - a.weight).map(({ mention }) => mention),
    ]),
  );
}

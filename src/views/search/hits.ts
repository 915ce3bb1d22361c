import type { Category } from '#kinds/kind.ts';
import { count } from '#views/words.ts';
import { type FoundObjects, scopeAt, toldOf } from './find-objects.ts';
import { matchOf, noMatch } from './match.ts';
import { namespaceAddress } from './object-address.ts';
import { hrefAt, namespaceAt, type OpenIndex } from './open-search-index.ts';
import type { Query } from './query.ts';
import type { SearchFindings, SearchKind } from './search-index.ts';

/** One line of the results. */
export interface Hit {
  readonly href: string;
  readonly title: string;
  /** What kind of thing it is: `Deployment`, `Chapter`. */
  readonly kind: string;
  /** Where it is and by what it was found; may be empty. */
  readonly says: string;
  /** Of a kind of the cluster; what the guide says has none. */
  readonly glyph?: string | undefined;
  readonly category?: Category | undefined;
  /** The lower the better. */
  readonly score: number;
}

/** Hits of one sort. */
export interface HitGroup {
  readonly label: 'Namespaces' | 'Kinds' | 'Objects' | 'Notes' | 'Chapters' | 'Findings';
  readonly hits: readonly Hit[];
  /** How many there are; more than `hits` when the list was cut. */
  readonly total: number;
}

const words = {
  image: 'image ',
  host: 'host ',
  key: 'key ',
  label: 'label ',
  about: '',
  address: 'IP ',
} as const;

/** How well all words fit one of the texts each; the later ones fit less well. */
function fits(sought: readonly string[], ...texts: readonly string[]): number {
  const lower = texts.map((text) => text.toLowerCase());
  let sum = 0;
  for (const word of sought) {
    const best = Math.min(...lower.map((text, place) => matchOf(text, word) + 4 * place));
    if (best >= noMatch) return noMatch;
    sum += best;
  }
  return sum;
}

/** The hits among all of a sort. */
function fitting<Item>(items: readonly Item[], hitOf: (item: Item) => Hit): readonly Hit[] {
  return items.map(hitOf).filter(({ score }) => score < noMatch);
}

/** @see Hit */
export function namespaceHits(
  index: OpenIndex,
  { words: sought, namespace = '' }: Query,
): readonly Hit[] {
  return fitting(
    index.namespaces.filter(([name]) => name.startsWith(namespace)),
    ([name, objects, href]) => ({
      href: href ?? namespaceAddress(index.root, name),
      title: name,
      kind: 'Namespace',
      says: count(objects, 'object'),
      glyph: 'namespace',
      category: 'machine',
      score: fits(sought, name),
    }),
  );
}

/** @see Hit */
export function kindHits(index: OpenIndex, sought: readonly string[]): readonly Hit[] {
  const [word, ...others] = sought;
  if (word === undefined || others.length > 0) return [];
  const scoreOf = ({ names }: SearchKind) => Math.min(...names.map((name) => matchOf(name, word)));
  return fitting(index.kinds, (kind) => ({
    href: kind.href,
    title: kind.label,
    kind: 'Kind',
    says: count(kind.count, 'object'),
    glyph: kind.glyph,
    category: kind.category,
    // A part of a word is no name of a kind.
    score: scoreOf(kind) <= 1 ? scoreOf(kind) : noMatch,
  }));
}

/** @see Hit */
export function objectHits(
  index: OpenIndex,
  query: Query,
  { places, scores }: FoundObjects,
): readonly Hit[] {
  return places.map((place, at) => {
    const kind = index.kinds[index.kindOf[place] ?? -1];
    const told = toldOf(index, place, query.words);
    return {
      href: hrefAt(index, place),
      title: index.names[place] ?? '',
      kind: kind?.kind ?? '',
      says: [scopeAt(index, place), ...(told ? [`${words[told.type]}${told.text}`] : [])].join(
        ' · ',
      ),
      glyph: kind?.glyph,
      category: kind?.category,
      score: scores[at] ?? noMatch,
    };
  });
}

/** @see Hit */
export function chapterHits({ chapters }: OpenIndex, sought: readonly string[]): readonly Hit[] {
  return fitting(chapters, ({ number, title, summary, terms, href }) => ({
    href,
    title: `${number}. ${title}`,
    kind: 'Chapter',
    says: summary,
    // What the cluster has goes before what is told of it.
    score: fits(sought, title, summary, terms) + 2,
  }));
}

/** @see Hit */
export function noteHits(
  { notes }: OpenIndex,
  { words: sought, namespace }: Query,
): readonly Hit[] {
  const inScope = notes.filter((note) => namespace === undefined || note.namespace === namespace);
  return fitting(inScope, ({ title, what, text, href }) => ({
    href,
    title,
    kind: 'Note',
    says: [what, around(text, sought)].filter(Boolean).join(' · '),
    // What the cluster has goes before what is told of it.
    score: fits(sought, title, what, text) + 1,
  }));
}

const maxAround = 90;

/** The words of a long text around the first that was sought. */
function around(text: string, sought: readonly string[]): string {
  const lower = text.toLowerCase();
  const [at] = sought.map((word) => lower.indexOf(word)).filter((found) => found !== -1);
  if (at === undefined) return '';
  const start = at < maxAround / 2 ? 0 : text.lastIndexOf(' ', at - maxAround / 3) + 1;
  const part = text.slice(start, start + maxAround);
  return `${start > 0 ? '… ' : ''}${part}${start + maxAround < text.length ? '…' : ''}`;
}

/** @see Hit */
export function findingHits(index: OpenIndex, { words: sought, namespace }: Query): readonly Hit[] {
  return index.findings.flatMap((findings) => {
    const { title, href, objects, says } = findings;
    const general = `${title} ${codeOf(findings)}`.toLowerCase();
    const named = sought.filter((word) => !general.includes(word));
    // Words of the code alone lead to all its findings at once.
    if (named.length === 0 && namespace === undefined) {
      const where = count(objects.length, 'place');
      const score = fits(sought, title, codeOf(findings)) + 1;
      return [{ href, title, kind: 'Findings', says: where, score }];
    }
    const told = objects.map((place, at) => ({ place, text: says[at] ?? '' }));
    const inScope = told.filter(
      ({ place }) => namespace === undefined || namespaceAt(index, place) === namespace,
    );
    return fitting(inScope, ({ place, text }) => findingAt(index, place, { title, text, named }));
  });
}

/** `missing-reference`: the last part of its address. */
function codeOf({ href }: SearchFindings): string {
  return href.split('/').at(-2) ?? '';
}

function findingAt(
  index: OpenIndex,
  place: number,
  {
    title,
    text,
    named,
  }: { readonly title: string; readonly text: string; readonly named: string[] },
): Hit {
  const name = index.names[place] ?? '';
  const kind = index.kinds[index.kindOf[place] ?? -1]?.kind ?? '';
  const isOnOwnPage = index.homeOf[place] === place;
  const where = [scopeAt(index, place), `${kind} ${name}`, around(text, named)];
  return {
    href: `${hrefAt(index, place)}${isOnOwnPage ? '#findings' : ''}`,
    title: `${title}: ${name}`,
    kind: 'Finding',
    says: where.filter(Boolean).join(' · '),
    // The object itself goes first.
    score: fits(named, name, text) + 1,
  };
}

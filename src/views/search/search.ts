import { kindAndName } from './command.ts';
import { type FoundObjects, findObjects } from './find-objects.ts';
import {
  chapterHits,
  findingHits,
  type Hit,
  type HitGroup,
  kindHits,
  namespaceHits,
  noteHits,
  objectHits,
} from './hits.ts';
import { noMatch } from './match.ts';
import { meantBy } from './meant.ts';
import type { OpenIndex } from './open-search-index.ts';
import { type Query, queryText } from './query.ts';

/** A filter that would leave fewer. */
export interface Narrowing {
  readonly label: string;
  /** As it is written in a query: `kind:service`. */
  readonly filter: string;
  readonly count: number;
}

/** What one cluster has for a query. */
export interface Results {
  readonly cluster: string;
  /** The best first. Groups without hits are left out. */
  readonly groups: readonly HitGroup[];
  readonly total: number;
  /** Most hits first. */
  readonly narrowings: readonly Narrowing[];
  /** Where there is nothing: a query near to this one that finds something. */
  readonly meant?: string | undefined;
}

const limits = {
  Namespaces: 5,
  Kinds: 3,
  Objects: 40,
  Notes: 5,
  Chapters: 4,
  Findings: 5,
} as const;
const maxNarrowings = 3;

/** Searches one cluster. Nothing is found for nothing. */
export function search(index: OpenIndex, asked: Query): Results {
  const query = withKindOf(index, asked);
  const results = searchExactly(index, query);
  const meant = results.total > 0 ? undefined : queryMeant(index, query);
  return meant === undefined ? results : { ...results, meant };
}

/** `deploy/web` asks for the kind that is called so, if there is one: images have a `/` too. */
function withKindOf({ kinds }: OpenIndex, query: Query): Query {
  if (query.kind !== undefined) return query;
  for (const [at, word] of query.words.entries()) {
    const { kind, name } = kindAndName(word) ?? {};
    if (kind === undefined || name === undefined) continue;
    if (kinds.some(({ names }) => names.includes(kind))) {
      return { ...query, words: query.words.with(at, name), kind };
    }
  }
  return query;
}

/** The query with what nothing is called replaced by what something is. */
function queryMeant(index: OpenIndex, query: Query): string | undefined {
  const words = query.words.map((word) => {
    const isKnown = searchExactly(index, { words: [word] }).total > 0;
    return isKnown ? word : (meantBy(index, word) ?? word);
  });
  const meant = { ...query, words };
  const isOther = words.some((word, at) => word !== query.words[at]);
  return isOther && searchExactly(index, meant).total > 0 ? queryText(meant) : undefined;
}

function searchExactly(index: OpenIndex, query: Query): Results {
  const { words, kind, namespace } = query;
  const isEmpty = words.length === 0 && kind === undefined && namespace === undefined;
  const objects = findObjects(index, query, isEmpty ? 0 : limits.Objects);
  const groups = isEmpty ? [] : groupsOf(index, query, objects);
  const filled = groups.filter(({ hits }) => hits.length > 0);
  return {
    cluster: index.cluster,
    groups: filled.toSorted((a, b) => bestOf(a) - bestOf(b)),
    total: filled.reduce((sum, { total }) => sum + total, 0),
    narrowings: isEmpty ? [] : narrowingsOf(index, query, objects),
  };
}

function groupsOf(index: OpenIndex, query: Query, objects: FoundObjects): readonly HitGroup[] {
  const { words, kind, namespace } = query;
  const isAboutAll = kind === undefined && namespace === undefined;
  // What is no object has no kind, and of the rest only a finding has a namespace.
  const isOfNamespaces = kind === undefined || isNamespace(kind);
  return [
    group('Namespaces', isOfNamespaces ? namespaceHits(index, query) : []),
    group('Kinds', isAboutAll ? kindHits(index, words) : []),
    { label: 'Objects', hits: objectHits(index, query, objects), total: objects.total },
    group('Notes', kind === undefined ? noteHits(index, query) : []),
    group('Chapters', isAboutAll ? chapterHits(index, words) : []),
    group('Findings', kind === undefined ? findingHits(index, query) : []),
  ];
}

function isNamespace(kind: string): boolean {
  return ['namespace', 'namespaces', 'ns'].includes(kind);
}

function bestOf({ hits }: HitGroup): number {
  return hits[0]?.score ?? noMatch;
}

function group(label: Exclude<HitGroup['label'], 'Objects'>, found: readonly Hit[]): HitGroup {
  const hits = found.toSorted((a, b) => a.score - b.score).slice(0, limits[label]);
  return { label, hits, total: found.length };
}

function narrowingsOf(
  index: OpenIndex,
  query: Query,
  { byKind, byNamespace }: FoundObjects,
): readonly Narrowing[] {
  const kinds = most(byKind).map(([place, count]) => {
    const { kind = '', names = [] } = index.kinds[place] ?? {};
    return { label: kind, filter: `kind:${names[0] ?? ''}`, count };
  });
  const namespaces = most(byNamespace)
    .filter(([place]) => place >= 0)
    .map(([place, count]) => {
      const name = index.namespaces[place]?.[0] ?? '';
      return { label: name, filter: `ns:${name}`, count };
    });
  // One is no choice, unless it was chosen.
  return [
    ...(namespaces.length > 1 || query.namespace !== undefined ? namespaces : []),
    ...(kinds.length > 1 || query.kind !== undefined ? kinds : []),
  ];
}

function most(counts: ReadonlyMap<number, number>): readonly (readonly [number, number])[] {
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, maxNarrowings);
}

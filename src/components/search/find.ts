import type { HitGroup } from '#views/search/hits.ts';
import { mergeResults } from '#views/search/merge.ts';
import type { Query } from '#views/search/query.ts';
import { type Narrowing, search } from '#views/search/search.ts';
import { suggestions } from '#views/search/suggestions.ts';
import { loadIndex, loadSite } from './load.ts';

/** What is searched: the cluster of the page, or the newest snapshot of each. */
export type Scope = 'cluster' | 'all';

interface Question {
  readonly scope: Scope;
  /** Address of the list of indexes. */
  readonly site: string;
  /** Address of the cluster's index. */
  readonly index: string | undefined;
  readonly query: Query;
}

export interface Found {
  readonly groups: readonly HitGroup[];
  readonly total: number;
  readonly narrowings: readonly Narrowing[];
  /** A query near to this one, which finds something where this one does not. */
  readonly meant?: string | undefined;
  readonly words: readonly string[];
  /** The query has a filter. */
  readonly isNarrowed: boolean;
  /** What could not be loaded. */
  readonly failed?: string;
}

/** The answer to a question; it never fails, but may say what could not be loaded. */
export async function find({ scope, site, index, query }: Question): Promise<Found> {
  const { words, kind, namespace, cluster } = query;
  const isNarrowed = (kind ?? namespace ?? cluster) !== undefined;
  const nothing = { groups: [], total: 0, narrowings: [], words, isNarrowed };
  try {
    if (scope === 'cluster' && index !== undefined && cluster === undefined) {
      const opened = await loadIndex(index);
      const isAsked = words.length > 0 || isNarrowed;
      if (!isAsked) return { ...nothing, groups: suggestions(opened) };
      return { ...nothing, ...search(opened, query) };
    }
    const { clusters } = await loadSite(site);
    const chosen = clusters.filter(({ id }) => id.toLowerCase().includes(cluster ?? ''));
    const opened = await Promise.all(chosen.map(({ index: address }) => loadIndex(address)));
    return { ...nothing, ...mergeResults(opened.map((one) => search(one, query))) };
  } catch {
    return { ...nothing, failed: scope === 'cluster' ? 'this cluster' : 'all clusters' };
  }
}

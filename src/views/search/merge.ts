import type { Hit, HitGroup } from './hits.ts';
import { noMatch } from './match.ts';
import type { Narrowing, Results } from './search.ts';

const maxHits = 50;
const maxNarrowings = 6;

/** The results of several clusters as one; each hit says which cluster it is of. */
export function mergeResults(results: readonly Results[]): Omit<Results, 'cluster'> {
  const groups = Map.groupBy(
    results.flatMap(({ cluster, groups: own }) =>
      own.map((group) => ({ ...group, hits: group.hits.map((hit) => inCluster(hit, cluster)) })),
    ),
    ({ label }) => label,
  );
  const bestOf = ({ hits }: HitGroup) => hits[0]?.score ?? noMatch;
  return {
    groups: [...groups]
      .map(([label, members]) => ({
        label,
        hits: members
          .flatMap(({ hits }) => hits)
          .toSorted((a, b) => a.score - b.score)
          .slice(0, maxHits),
        total: sum(members.map(({ total }) => total)),
      }))
      .sort((a, b) => bestOf(a) - bestOf(b)),
    total: sum(results.map(({ total }) => total)),
    // Where one cluster has what was asked for, another one's slip is no slip.
    meant: results.some(({ total }) => total > 0)
      ? undefined
      : results.find(({ meant }) => meant !== undefined)?.meant,
    narrowings: mergeNarrowings(results.flatMap(({ narrowings }) => narrowings)),
  };
}

function inCluster(hit: Hit, cluster: string): Hit {
  return { ...hit, says: hit.says === '' ? cluster : `${cluster} · ${hit.says}` };
}

function mergeNarrowings(narrowings: readonly Narrowing[]): readonly Narrowing[] {
  return [...Map.groupBy(narrowings, ({ filter }) => filter).values()]
    .flatMap((same) =>
      same.slice(0, 1).map((one) => ({ ...one, count: sum(same.map(({ count }) => count)) })),
    )
    .sort((a, b) => b.count - a.count)
    .slice(0, maxNarrowings);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

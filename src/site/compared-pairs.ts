import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ComparePair } from '#config/config.ts';
import { parseRules, type Rules } from '#config/rules.ts';
import { clusterIdOf } from '#snapshot/snapshot-id.ts';
import { UserError } from '#user-error.ts';
import type { BookCluster, BookPair } from './book.ts';
import { readIfThere, type Settings } from './settings.ts';

interface Pair extends Omit<ComparePair, 'rules'> {
  /** Absolute path. */
  readonly rules?: string | undefined;
}

/**
 * The pairs that get a diff page: those the configuration names; without it the newest against the
 * previous snapshot of each cluster, and the pairs whose rules lie beside the snapshots as
 * `<before>...<after>.rules.json`.
 */
export async function comparedPairs(
  clusters: readonly BookCluster[],
  compare: readonly ComparePair[] | undefined,
  { configDir, snapshots }: Settings,
): Promise<{ readonly pairs: readonly BookPair[]; readonly warnings: readonly string[] }> {
  const wanted: readonly Pair[] = compare?.map(({ rules, ...pair }) => ({
    ...pair,
    rules: rules && resolve(configDir, rules),
  })) ?? [...(await pairsWithRules(snapshots)), ...successivePairs(clusters)];
  const pairs: BookPair[] = [];
  const warnings: string[] = [];
  for (const { before, after, rules } of wanted) {
    const [left, right] = [before, after].map((id) => clusters.find((one) => one.id === id));
    if (left && right) pairs.push({ before: left, after: right, rules: await readRules(rules) });
    else if (compare)
      warnings.push(`No page compares ${before} with ${after}: not both are built.`);
  }
  return { pairs, warnings };
}

async function pairsWithRules(snapshots: string): Promise<readonly Pair[]> {
  // A book of dumps needs no folder of snapshots.
  const files = await readdir(snapshots).catch(() => []);
  return files.sort().flatMap((file) => {
    const [, before, after] = /^(.+)\.\.\.(.+)\.rules\.json$/.exec(file) ?? [];
    return before && after ? [{ before, after, rules: resolve(snapshots, file) }] : [];
  });
}

function successivePairs(clusters: readonly BookCluster[]): readonly Pair[] {
  const byCluster = Map.groupBy(clusters, ({ id }) => clusterIdOf(id));
  return [...byCluster.values()].flatMap(([newest, previous]) =>
    newest && previous ? [{ before: previous.id, after: newest.id }] : [],
  );
}

async function readRules(file: string | undefined): Promise<Rules | undefined> {
  if (file === undefined) return undefined;
  const text = await readIfThere(file);
  if (text === undefined) {
    throw new UserError(`The rules file ${file} is not there.`, {
      hint: 'Correct its path under "compare" in clusterbook.config.json.',
    });
  }
  return parseRules(text, file);
}

import type { CoverageStatus, Manifest, Resource } from '#snapshot/manifest.ts';
import { coverageCounts, coverageText, withoutSecondAddresses } from '#snapshot/manifest.ts';
import { counted, resultLine } from './result-line.ts';
import { textTable } from './text-table.ts';

/** How reading one context ended. `milliseconds` is how long it took. */
export type ContextResult =
  | {
      readonly type: 'taken';
      readonly context: string;
      readonly manifest: Manifest;
      readonly milliseconds: number;
      /** Whether something is missing that nobody asked to leave out. */
      readonly short: boolean;
    }
  | { readonly type: 'failed'; readonly context: string };

/**
 * The end of a run, for people: what was taken and where it is, how large it is and how long it took, how
 * much of the cluster it holds, and what was taken out.
 */
export function summaryText(manifest: Manifest, snapshots: string, milliseconds: number): string {
  const { resources, redactions } = manifest;
  const bytes = resources.reduce((sum, each) => sum + each.bytes, 0);
  const lines = [
    ['size', `${size(bytes)} in ${seconds(milliseconds)}`],
    ['coverage', [coverageText(coverageCounts(resources)), ...missing(resources)].join('; ')],
    ['redacted', redacted(redactions)],
  ] as const;
  const details = lines.map(([name, text]) => `  ${name.padEnd(10)}${text}`);
  return [resultLine(manifest, snapshots), ...details].join('\n');
}

/** The closing table of several contexts. */
export function closingTable(results: readonly ContextResult[]): string {
  const rows = results.map((result) => {
    if (result.type === 'failed') return [result.context, '-', '-', '-', '-', 'failed'];
    const { context, manifest, milliseconds, short } = result;
    const { complete, partial, total } = coverageCounts(manifest.resources);
    const objects = manifest.resources.reduce((sum, { count }) => sum + count, 0);
    const coverage = `${complete + partial}/${total}`;
    const how = short ? 'taken, not whole' : 'taken';
    return [context, manifest.id, String(objects), coverage, seconds(milliseconds), how];
  });
  return textTable([['CONTEXT', 'SNAPSHOT', 'OBJECTS', 'COVERAGE', 'TIME', 'RESULT'], ...rows]);
}

const words = {
  forbidden: 'forbidden',
  unavailable: 'unavailable',
  skipped: 'left out',
} as const satisfies Partial<Record<CoverageStatus, string>>;

/** `2 forbidden`, `3 left out`. */
function missing(resources: readonly Resource[]): string[] {
  return Object.entries(words).flatMap(([status, word]) => {
    const count = withoutSecondAddresses(resources).filter((each) => each.status === status).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
}

/** `14 values: 12 secret-data, 2 env`: most first. */
function redacted(redactions: Manifest['redactions']): string {
  const rules = Object.entries(redactions).sort(
    ([a, left], [b, right]) => right - left || (a < b ? -1 : 1),
  );
  const total = rules.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return 'nothing: no value looks secret';
  return `${counted(total, 'value')}: ${rules.map(([rule, count]) => `${count} ${rule}`).join(', ')}`;
}

/** `1.4 GB`, `512 kB`, in powers of ten as disks count. */
function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

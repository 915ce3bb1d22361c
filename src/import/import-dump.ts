import { type RedactorOptions, redactor } from '#redact/redact.ts';
import type { Manifest, Source } from '#snapshot/manifest.ts';
import { UserError } from '#user-error.ts';
import { clusterOf } from './cluster-of.ts';
import { DumpReader } from './dump-reader.ts';
import type { DumpSource } from './dump-source.ts';
import { type ImportedList, ledgerOf } from './ledger.ts';
import type { ImportReport } from './report.ts';
import { newestTime } from './taken-at.ts';

/** A dump as a snapshot holds it: redacted, each object once. */
export interface ImportedDump {
  readonly lists: readonly ImportedList[];
  readonly cluster: Omit<Manifest['cluster'], 'name'>;
  /** RFC 3339 in UTC. */
  readonly takenAt: string;
  readonly source: Source;
  readonly redactions: Manifest['redactions'];
  readonly report: ImportReport;
}

/** What a caller may know better than the dump. */
export interface ImportOptions {
  /** RFC 3339; otherwise what the dump says, the newest time in its objects, or that of its files. */
  readonly takenAt?: string | undefined;
  /** Own rules and the digest; that secrets are taken out is no option. */
  readonly redaction?: RedactorOptions;
  /** Called before each file. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Reads all files of a dump as one snapshot. The same files give the same result in any order.
 *
 * @throws {UserError} When there is not a single object in them, with the reasons.
 */
export async function importDump(
  sources: readonly DumpSource[],
  { takenAt, redaction, onProgress }: ImportOptions = {},
): Promise<ImportedDump> {
  const reader = new DumpReader();
  for (const [done, source] of sources.entries()) {
    onProgress?.(done, sources.length);
    await reader.read(source);
  }
  const { collection, facts, formats } = reader;
  const report = reader.report();
  const kinds = collection.kinds();
  if (kinds.length === 0) throw nothingRead(report);
  const { redact, counts } = redactor(redaction);
  const lists = ledgerOf(kinds, collection.objects, facts.manifest).map((list) => ({
    ...list,
    objects: list.objects.map(redact),
  }));
  return {
    lists,
    cluster: clusterOf(collection.objects, facts),
    takenAt: utc(takenAt ?? facts.takenAt ?? newestTime(collection.objects) ?? reader.newestFile),
    source: sourceOf(formats, report, facts.manifest),
    redactions: sum(facts.manifest?.redactions ?? {}, counts()),
    report,
  };
}

function utc(time: string | number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

/** A snapshot that is imported alone stays what it is. */
function sourceOf(
  formats: ReadonlySet<string>,
  { unreadable }: ImportReport,
  manifest: Manifest | undefined,
): Source {
  const alone = [...formats].every((format) => /^(array|Clusterbook snapshot) /.test(format));
  if (manifest !== undefined && alone && unreadable.length === 0) return manifest.source;
  const count = unreadable.reduce((total, remark) => total + remark.count, 0);
  return { type: 'import', formats: [...formats].sort(), unreadable: count };
}

function sum(
  a: Manifest['redactions'],
  b: Readonly<Record<string, number>>,
): Manifest['redactions'] {
  const rules = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(rules.map((rule) => [rule, (a[rule] ?? 0) + (b[rule] ?? 0)]));
}

function nothingRead({ unreadable, ignored }: ImportReport): UserError {
  const reasons = [
    ...unreadable.map(({ file, text }) => `  ${file}: ${text}`),
    ...ignored.map((file) => `  ${file}: holds no Kubernetes objects`),
  ];
  const shown = reasons.slice(0, 20);
  if (shown.length < reasons.length) shown.push(`  and ${reasons.length - shown.length} more`);
  const found = reasons.length === 0 ? ' There are no files.' : `\n${shown.join('\n')}`;
  return new UserError(`There are no Kubernetes objects to import.${found}`, {
    hint: 'Give import what `kubectl get -A -o json` or -o yaml prints, a folder of such files, or manifests.',
  });
}

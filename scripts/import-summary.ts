import type { ImportReport, Remark } from '#import/report.ts';
import type { Inferred } from '#snapshot/inferred.ts';
import type { Manifest } from '#snapshot/manifest.ts';
import { counted } from './result-line.ts';
import { summaryText } from './snapshot-summary.ts';

/** Files named under one warning; a JSON report names all. */
const maxFiles = 10;

/** What `snapshot` says of a snapshot, and how the dump was understood. */
export function importSummary(
  manifest: Manifest,
  report: ImportReport,
  { snapshots, milliseconds }: { readonly snapshots: string; readonly milliseconds: number },
): string {
  const { formats, duplicates } = report;
  const lines = [
    ['format', formats.join(', ')],
    ['files', filesText(report)],
    ['merged', duplicates === 0 ? 'no duplicates' : counted(duplicates, 'duplicate')],
    ['inferred', inferredText(manifest.inferred, manifest.cluster.version)],
  ] as const;
  const details = lines.map(([name, text]) => `  ${name.padEnd(10)}${text}`);
  return [summaryText(manifest, snapshots, milliseconds), ...details].join('\n');
}

/** `12 read, 2 not understood, 3 without objects`. */
function filesText({ files, unreadable, ignored }: ImportReport): string {
  const lost = new Set(unreadable.map(({ file }) => file)).size;
  return [
    `${files} read`,
    ...(lost > 0 ? [`${lost} not understood, or not in full`] : []),
    ...(ignored.length > 0 ? [`${ignored.length} without objects`] : []),
  ].join(', ');
}

/** `2 Namespaces, 1 Node, version v1.28.2 from the image of kube-proxy`. */
function inferredText(inferred: Inferred | undefined, version: string | undefined): string {
  const { namespaces = [], nodes = [], version: from } = inferred ?? {};
  const parts = [
    ...(namespaces.length > 0 ? [counted(namespaces.length, 'Namespace')] : []),
    ...(nodes.length > 0 ? [counted(nodes.length, 'Node')] : []),
    ...(from === undefined ? [] : [`version ${version} from ${from}`]),
  ];
  return parts.join(', ') || 'nothing';
}

/**
 * What could not be read and what had to be mended, the same words once: with the file, or with the files in
 * lines of their own.
 */
export function warningsOf({ unreadable, remarks }: ImportReport): string[] {
  return [...grouped(unreadable, 'not understood: '), ...grouped(remarks, '')].map(
    (text) => `warning: ${text}`,
  );
}

function grouped(remarks: readonly Remark[], prefix: string): string[] {
  return [...Map.groupBy(remarks, ({ text }) => text)].map(([text, all]) => {
    const [first, ...others] = all;
    if (first === undefined || others.length === 0)
      return `${prefix}${first && named(first)}: ${text}`;
    const shown = all.slice(0, maxFiles).map((remark) => `\n  ${named(remark)}`);
    const rest = all.length - shown.length;
    const more = rest > 0 ? `\n  and ${rest} more (--json names all)` : '';
    return `${prefix}${text} (${all.length} files):${shown.join('')}${more}`;
  });
}

function named({ file, count }: Remark): string {
  return count === 1 ? file : `${file} (${count} times)`;
}

import { setFlagsFromString } from 'node:v8';
import { type RedactorOptions, redactor } from '#redact/redact.ts';
import type { Inferred } from '#snapshot/inferred.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Manifest, Outcome, ResourceType, Source } from '#snapshot/manifest.ts';
import { UserError } from '#user-error.ts';
import type { DumpFile, PassedOver } from './dump-file.ts';
import { DumpReader } from './dump-reader.ts';
import { isWhole, ledgerOf } from './ledger.ts';
import type { ImportLimits } from './limits.ts';
import type { ImportReport } from './report.ts';
import { writeResources } from './write-resources.ts';

/** Where the lists of a dump go: a writer of snapshots is one. */
export interface ListSink {
  begin(type: ResourceType): {
    /** @param length About how many characters their JSON has. */
    add(objects: readonly KubeObject[], length: number): Promise<void>;
    end(outcome: Outcome): Promise<unknown>;
  };
}

/** A dump that was read, its objects redacted and waiting. Dispose of it, they may lie on disk. */
export interface ReadDump extends AsyncDisposable {
  /** RFC 3339 in UTC. */
  readonly takenAt: string;
  readonly cluster: Omit<Manifest['cluster'], 'name'>;
  readonly source: Source;
  /** What the dump lacks and its objects show all the same; absent when that is nothing. */
  readonly inferred: Inferred | undefined;
  /** Writes all lists, each object once. To be called once. */
  writeTo(sink: ListSink): Promise<WrittenDump>;
}

/** What is known when the objects of a dump were counted. */
export interface WrittenDump {
  readonly redactions: Manifest['redactions'];
  readonly report: ImportReport;
}

/** What a caller may know better than the dump. */
export interface ImportOptions {
  /** RFC 3339; otherwise what the dump says, the newest time in its objects, or that of its files. */
  readonly takenAt?: string | undefined;
  /** Own rules and the digest; that secrets are taken out is no option. */
  readonly redaction?: RedactorOptions;
  /** How far archives may unfold; bounded also without them. */
  readonly limits?: ImportLimits | undefined;
  /** Called before each file. */
  readonly onProgress?: ((files: number) => void) | undefined;
}

/**
 * Reads all files of a dump as one snapshot. The same files give the same result in any order.
 *
 * @throws {UserError} When there is not a single object in them, with the reasons.
 */
export async function readDump(
  files: AsyncIterable<DumpFile | PassedOver> | Iterable<DumpFile | PassedOver>,
  { takenAt, redaction, limits, onProgress }: ImportOptions = {},
): Promise<ReadDump> {
  await using resources = new AsyncDisposableStack();
  resources.defer(keepHeapSmall());
  const reader = resources.use(new DumpReader(redactor(redaction), limits));
  let done = 0;
  for await (const file of files) {
    onProgress?.(done++);
    await reader.read(file);
  }
  const { contents } = reader;
  const kinds = contents.tally.kinds();
  const report = reader.report();
  const served = contents.servedTypes.conclude();
  if (kinds.length === 0 && served.length === 0) throw nothingRead(report);
  const { facts } = contents;
  const { version, inferred } = contents.inference.conclude({
    version: facts.version,
    inferred: facts.manifest?.inferred,
    allNamespaces: isWhole(kinds, 'Namespace'),
    allNodes: isWhole(kinds, 'Node'),
  });
  const kept = resources.move();
  return {
    cluster: contents.cluster.conclude(facts, version?.version),
    inferred,
    takenAt: utc(takenAt ?? facts.takenAt ?? contents.newestTime.conclude() ?? reader.newestFile),
    source: sourceOf(report, facts.manifest),
    async writeTo(sink) {
      const ledger = ledgerOf(kinds, {
        types: [...served, ...contents.definedTypes.conclude()],
        manifest: facts.manifest,
        formats: report.formats,
      });
      const redactions = await writeResources(ledger, contents.spool.merged(), sink);
      return {
        redactions: sum(facts.manifest?.redactions ?? {}, redactions),
        report: reader.report(),
      };
    },
    [Symbol.asyncDispose]: () => kept[Symbol.asyncDispose](),
  };
}

/**
 * Objects of a dump die young and by the million. V8 would give them three times 32 MB to die in, and let
 * garbage grow to twice what lives; it gains little by that. A dump of 20 MB packed took 290 MB of memory,
 * and 145 MB so, for a tenth more time. Returns what undoes it.
 */
function keepHeapSmall(): () => void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=40');
  return () => {
    setFlagsFromString('--semi-space-growth-factor=2');
    setFlagsFromString('--heap-growing-percent=0');
  };
}

function utc(time: string | number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

/** A snapshot that is imported alone stays what it is. */
function sourceOf({ formats, unreadable }: ImportReport, manifest: Manifest | undefined): Source {
  const alone = formats.every((format) => /^(array|Clusterbook snapshot) /.test(format));
  if (manifest !== undefined && alone && unreadable.length === 0) return manifest.source;
  const count = unreadable.reduce((total, remark) => total + remark.count, 0);
  return { type: 'import', formats: [...formats], unreadable: count };
}

function sum(
  a: Manifest['redactions'],
  b: Readonly<Record<string, number>>,
): Manifest['redactions'] {
  const rules = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(rules.map((rule) => [rule, (a[rule] ?? 0) + (b[rule] ?? 0)]));
}

function nothingRead({ unreadable, ignored }: ImportReport): UserError {
  const reasons = [...unreadable, ...ignored].map(({ file, text }) => `  ${file}: ${text}`);
  const shown = reasons.slice(0, 20);
  if (shown.length < reasons.length) shown.push(`  and ${reasons.length - shown.length} more`);
  const found = reasons.length === 0 ? ' There are no files.' : `\n${shown.join('\n')}`;
  return new UserError(`There are no Kubernetes objects to import.${found}`, {
    hint: 'Give import what `kubectl get -A -o json` or -o yaml prints, a folder of such files, or manifests.',
  });
}

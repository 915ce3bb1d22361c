import { basename, resolve } from 'node:path';
import type { ImportReport, Remark } from '#import/report.ts';
import {
  checkSnapshotId,
  clusterIdOf,
  defaultSnapshotId,
  keptSnapshotId,
} from '#snapshot/snapshot-id.ts';
import { UserError } from '#user-error.ts';
import packageJson from '../package.json' with { type: 'json' };
import { defineCommand } from './command.ts';
import { digestWith } from './digest-key.ts';
import { progressBar } from './progress.ts';
import { counted, resultLine } from './result-line.ts';

/** Turns a dump into a snapshot. */
export const command = defineCommand({
  usage: `clusterbook import PATH... | -

Several paths become one snapshot. A path is a file or a folder of what kubectl prints
(JSON, YAML, lists or single objects), of manifests, or a snapshot; - reads from a pipe.`,
  flags: {
    name: {
      type: 'string',
      value: 'ID',
      help: 'id of the snapshot; default: the name of the path',
    },
    snapshots: { type: 'string', value: 'DIR', default: 'snapshots', help: 'folder of snapshots' },
    keep: { type: 'boolean', help: 'add the capture time to the id and keep older snapshots' },
    strict: { type: 'boolean', help: 'exit 1 unless all of the dump could be read' },
    'taken-at': {
      type: 'string',
      value: 'TIME',
      help: 'when the dump was taken, if it does not say',
    },
    'digest-key': {
      type: 'string',
      value: 'FILE',
      help: 'key for digests of redacted values, so that diff can tell equal from different',
    },
    sample: { type: 'boolean', help: 'mark as a sample, left out beside real snapshots' },
  },
  async run(values, paths) {
    // Late, so that --help does not wait for them.
    const { filesOf } = await import('#import/dump-source.ts');
    const { readDump } = await import('#import/import-dump.ts');
    const { openSnapshotWriter } = await import('#store/snapshot-writer.ts');
    const { readConfig } = await import('#site/settings.ts');
    const ownRules = (await readConfig('.')).redact;
    const name = idFor(values.name, paths);
    const bar = progressBar();
    await using dump = await readDump(filesOf(paths, process.stdin), {
      takenAt: timeOf(values['taken-at']),
      redaction: { ownRules, digest: await digestWith(values['digest-key']) },
      onProgress: (files) => bar.show(0, 0, counted(files, 'file')),
    });
    bar.clear();
    const id = values.keep ? keptSnapshotId(name, dump.takenAt) : name;
    const writer = await openSnapshotWriter(values.snapshots, id);
    try {
      const { redactions, report } = await dump.writeTo(writer);
      const manifest = await writer.finish({
        cluster: { name: clusterIdOf(id), ...dump.cluster },
        takenAt: dump.takenAt,
        tool: { name: 'clusterbook', version: packageJson.version },
        source: dump.source,
        ...(values.sample ? { sample: true } : {}),
        redactions,
      });
      printReport(report);
      console.log(resultLine(manifest, values.snapshots));
      return values.strict && report.unreadable.length > 0 ? 1 : 0;
    } finally {
      await writer.abort();
    }
  },
});

function idFor(name: string | undefined, [path]: readonly string[]): string {
  if (path === undefined) {
    throw new UserError('import needs the path of a dump, or - to read from a pipe.', {
      hint: 'Usage: clusterbook import PATH... | -. All flags: --help.',
    });
  }
  if (name !== undefined) return checkSnapshotId(name);
  if (path === '-') {
    throw new UserError('What comes through a pipe has no name.', {
      hint: 'Name the snapshot: kubectl get all -A -o json | clusterbook import - --name prod',
    });
  }
  return defaultSnapshotId(basename(resolve(path)).replace(dataExtension, ''));
}

const dataExtension = /\.(json|jsonl|ndjson|txt|ya?ml)$/i;

function timeOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw new UserError(`--taken-at ${text} is not a time.`, {
      hint: 'Write it like 2026-11-22T08:00:00Z.',
    });
  }
  return new Date(time).toISOString();
}

function printReport({ unreadable, remarks, duplicates, ignored }: ImportReport): void {
  for (const remark of [...unreadable, ...remarks]) console.error(`warning: ${line(remark)}`);
  const lost = unreadable.reduce((sum, { count }) => sum + count, 0);
  if (lost > 0)
    console.error(`${counted(lost, 'part')} of the dump could not be read; all else was kept.`);
  if (duplicates > 0) console.error(`${counted(duplicates, 'duplicate')} merged.`);
  if (ignored.length > 0)
    console.error(`${counted(ignored.length, 'file')} without data left out.`);
}

function line({ file, text, count }: Remark): string {
  return count === 1 ? `${file}: ${text}` : `${file}: ${text} (${count} times)`;
}

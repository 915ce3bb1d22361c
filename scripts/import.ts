import type { ImportReport } from '#import/report.ts';
import type { Manifest } from '#snapshot/manifest.ts';
import { checkSnapshotId } from '#snapshot/snapshot-id.ts';
import { UserError } from '#user-error.ts';
import { defineCommand } from './command.ts';
import { digestWith } from './digest-key.ts';
import { idOfPath, importInto } from './import-into.ts';
import { importSummary, warningsOf } from './import-summary.ts';
import { progressBar } from './progress.ts';
import { counted } from './result-line.ts';

/** Turns a dump into a snapshot. */
export const command = defineCommand({
  usage: `clusterbook import PATH... | -

Several paths become one snapshot. A path is a file, a folder or an archive (tar, tgz, zip)
of what kubectl prints, of cluster-info dump, a support bundle, a backup, manifests, or a
snapshot; - reads from a pipe. What it holds is told by its content, not by its name.
Exit status: 0 done, 1 with --strict when something could not be read, 2 could not do it.`,
  flags: {
    name: {
      type: 'string',
      value: 'ID',
      help: 'id of the snapshot; default: the name of the path',
    },
    snapshots: { type: 'string', value: 'DIR', default: 'snapshots', help: 'folder of snapshots' },
    keep: { type: 'boolean', help: 'add the capture time to the id and keep older snapshots' },
    strict: { type: 'boolean', help: 'exit 1 unless all of the dump could be read' },
    quiet: { type: 'boolean', help: 'print nothing but warnings' },
    json: { type: 'boolean', help: 'print a JSON line a resource, and one of the dump' },
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
    const started = performance.now();
    const id = idFor(values.name, paths);
    const { snapshots, keep, sample, quiet, json, strict } = values;
    const bar = progressBar(!quiet);
    const imported = importInto(
      paths,
      { snapshots, id, keep, sample },
      {
        takenAt: timeOf(values['taken-at']),
        redaction: { digest: await digestWith(values['digest-key']) },
        onProgress: (files) => bar.show(0, 0, counted(files, 'file')),
      },
    );
    const { manifest, report } = await imported.finally(() => bar.clear());
    for (const warning of warningsOf(report)) console.error(warning);
    if (json) printJson(manifest, report);
    else if (!quiet) {
      const milliseconds = performance.now() - started;
      console.log(importSummary(manifest, report, { snapshots, milliseconds }));
    }
    return strict && report.unreadable.length > 0 ? 1 : 0;
  },
});

/** A line a resource, as `snapshot` prints, and one of how the dump was understood. */
function printJson({ id, resources, inferred }: Manifest, report: ImportReport): void {
  for (const resource of resources) console.log(JSON.stringify({ snapshot: id, ...resource }));
  console.log(JSON.stringify({ snapshot: id, report, inferred }));
}

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
  return idOfPath(path);
}

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

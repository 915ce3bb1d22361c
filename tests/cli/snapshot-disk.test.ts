import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { inSnapshots, kubeconfig, named, serving } from './snapshot-harness.ts';

// Like a full disk, but anybody may have it: no file gets larger than 8 blocks.
const limited = ['-c', 'ulimit -f 8; exec "$@"', 'sh', process.execPath];

test('a disk that takes no more is told with what to do, and nothing half-written is left', async () => {
  const { url: server } = await serving();
  const flags = await kubeconfig({ desk: { server } });
  const command = ['scripts/clusterbook.mjs', 'snapshot', '--snapshots', inSnapshots(), ...flags];
  const child = spawn('sh', [...limited, ...command, '--resource', 'configmaps']);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const run = named({ status: await ended, stdout, stderr });
  expect({ ...run, stderr: run.stderr.replace(/new-\d+/, 'new') }).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'clusterbook: DIR/snapshots/.desk.new-0/core/configmaps.json cannot be written: it is larger than a file may be here.\n' +
      'Make room for it, or choose another folder with --snapshots. The previous snapshot, if there is one, is as it was.\n',
  });
  expect(await readdir(inSnapshots())).toEqual([]);
});

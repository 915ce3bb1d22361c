import { expect, test } from 'vitest';
import { clusterbook } from './run.ts';
import { inSnapshots, kubeconfig, named, serving } from './snapshot-harness.ts';

test('of several contexts one that fails does not keep the others from being read', async () => {
  const double = await serving();
  const flags = await kubeconfig({
    lost: { server: 'https://127.0.0.1:1' },
    desk: { server: double.url },
  });
  const run = named(
    await clusterbook('snapshot', ...flags, '--all-contexts', '--snapshots', inSnapshots()),
  );
  expect(run).toEqual({
    status: 2,
    stdout: 'desk: 292 objects of 26 kinds in DIR/snapshots/desk\n',
    stderr:
      'clusterbook: lost: https://127.0.0.1:1 cannot be reached: nothing answers at this address.\n' +
      'Check that the cluster runs and that its address is reachable from this machine.\n',
  });
});

import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { forbidden } from '../api-double/status.ts';
import { clusterbook } from './run.ts';
import {
  inSnapshots,
  kubeconfig,
  ledgerLine,
  namesOf,
  serving,
  snapshotOf,
} from './snapshot-harness.ts';

describe('what this user may not read', () => {
  const listOf = (plural: string) => new RegExp(`^/api/v1/${plural}\\?`);

  test('is in the ledger with the words of the server, and said', async () => {
    const everywhere = forbidden('secrets', '');
    const inOne = forbidden('secrets', '', 'kube-system');
    const double = await serving({
      faults: [
        { at: listOf('secrets'), answer: everywhere },
        { at: /\/namespaces\/[^/]+\/secrets/, answer: inOne },
      ],
    });
    const words =
      'secrets is forbidden: User "viewer" cannot list resource "secrets" in API group "" at the cluster scope';
    const { status: code, stderr } = await snapshotOf(double);
    expect([code, stderr]).toEqual([0, `warning: desk: secrets forbidden. ${words}\n`]);
    expect(await ledgerLine('secrets')).toMatchObject({ status: 'forbidden', message: words });
    expect(await snapshotOf(double, '--strict', '--quiet')).toMatchObject({
      status: 1,
      stdout: '',
    });
  });

  test('is tried namespace by namespace', async () => {
    const double = await serving({
      faults: [
        { at: listOf('configmaps'), answer: forbidden('configmaps', '') },
        {
          at: /\/namespaces\/kube-system\/configmaps/,
          answer: forbidden('configmaps', '', 'kube-system'),
        },
      ],
    });
    await snapshotOf(double);
    const { namespaces, ...line } = (await ledgerLine('configmaps')) ?? {};
    expect(line).toMatchObject({ status: 'partial', count: 4 });
    expect(namespaces).toMatchObject({
      default: { status: 'complete' },
      'kube-system': { status: 'forbidden' },
    });
  });

  test('is tried in the namespace of the context where namespaces are unknown', async () => {
    const double = await serving({
      faults: [
        { at: /^\/api\/v1\/(namespaces|configmaps)\?/, answer: forbidden('configmaps', '') },
      ],
    });
    const flags = await kubeconfig({ desk: { server: double.url, namespace: 'kube-public' } });
    await clusterbook('snapshot', ...flags, '--snapshots', inSnapshots());
    expect(await namesOf('configmaps')).toEqual([
      'kube-public/cluster-info',
      'kube-public/kube-root-ca.crt',
    ]);
    expect((await ledgerLine('namespaces'))?.status).toBe('forbidden');
  });

  test('makes no snapshot when it is everything', async () => {
    const at = /limit=/;
    const double = await serving({ faults: [{ at, answer: forbidden('*', '*') }] });
    const run = await snapshotOf(double);
    expect([run.status, await readdir(inSnapshots())]).toEqual([2, []]);
    expect(run.stderr).toMatch(/^clusterbook: Nothing of SERVER could be read: /);
  });
});

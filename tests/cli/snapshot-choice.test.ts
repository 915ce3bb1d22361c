import { describe, expect, test } from 'vitest';
import { firstLine, ledgerLine, namesOf, serving, snapshotOf } from './snapshot-harness.ts';

describe('what is left out is in the ledger', () => {
  test('Events unless they are asked for, and never twice', async () => {
    const reason = 'Events are gone within the hour; --include-events reads them.';
    await snapshotOf(await serving());
    const skipped = { status: 'skipped', message: reason, count: 0, namespaces: undefined };
    expect(await ledgerLine('events')).toEqual(skipped);
    expect(await ledgerLine('events.events.k8s.io')).toEqual(skipped);
    await snapshotOf(await serving(), '--include-events');
    expect(await ledgerLine('events')).toMatchObject({ status: 'complete', count: 41 });
    expect(await ledgerLine('events.events.k8s.io')).toMatchObject({
      status: 'skipped',
      message: 'The same objects as in the core group, where they are kept once.',
    });
  });

  test('what --resource and --exclude-resource leave out', async () => {
    const flags = ['--resource', '*.apps', '--exclude-resource', 'replica*'];
    const run = await snapshotOf(await serving(), ...flags);
    expect(firstLine(run)).toBe('desk: 3 objects of 3 kinds in DIR/snapshots/desk');
    expect((await ledgerLine('pods'))?.message).toBe('Not asked for (--resource).');
    const excluded = await ledgerLine('replicasets.apps');
    expect(excluded?.message).toBe('Left out on request (--exclude-resource).');
  });

  test('an API group whose server does not answer, in one line; measurements are none of ours', async () => {
    const deadGroups = [
      { group: 'metrics.k8s.io', version: 'v1beta1' },
      { group: 'stock.example.com', version: 'v1' },
    ];
    const { status: code, stderr } = await snapshotOf(await serving({ deadGroups }), '--strict');
    expect([code, stderr]).toEqual([
      1,
      'warning: desk: unknown.stock.example.com unavailable. The API group stock.example.com/v1 does not answer, so its resources are not known.\n',
    ]);
    expect((await ledgerLine('unknown.metrics.k8s.io'))?.status).toBe('skipped');
  });

  test('other namespaces than those asked for', async () => {
    await snapshotOf(await serving(), '--namespace', 'kube-p*', '--namespace', 'default');
    expect(await namesOf('configmaps')).toEqual([
      'default/kube-root-ca.crt',
      'kube-public/cluster-info',
      'kube-public/kube-root-ca.crt',
    ]);
    expect(await ledgerLine('configmaps')).toEqual({
      status: 'partial',
      count: 3,
      message: 'Only in the namespaces kube-public, default, as asked.',
      namespaces: { default: { status: 'complete' }, 'kube-public': { status: 'complete' } },
    });
    expect(await ledgerLine('nodes')).toMatchObject({ status: 'complete', count: 1 });
  });

  test('namespaces that are not wanted', async () => {
    const { status: code } = await snapshotOf(
      await serving(),
      ...['--exclude-namespace', 'kube-*', '--strict'],
    );
    expect([code, await namesOf('configmaps')]).toEqual([0, ['default/kube-root-ca.crt']]);
    const message = 'Left out on request (--exclude-namespace).';
    expect(await ledgerLine('configmaps')).toMatchObject({
      status: 'complete',
      namespaces: { 'kube-system': { status: 'skipped', message } },
    });
  });

  test('objects without the labels asked for', async () => {
    await snapshotOf(await serving(), '--selector', 'k8s-app=kube-dns');
    expect(await namesOf('services')).toEqual(['kube-system/kube-dns']);
    expect(await ledgerLine('services')).toMatchObject({
      status: 'partial',
      message: 'Only objects with labels k8s-app=kube-dns, as asked.',
    });
  });
});

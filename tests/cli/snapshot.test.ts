import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { type Manifest, resourceFile, resourceKey } from '#snapshot/manifest.ts';
import { readManifest } from '#store/read-manifest.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { token } from '../api-double/api-double.ts';
import { clusterOf, withObject } from '../api-double/cluster.ts';
import { object } from '../fixtures/builders.ts';
import { clusterbook } from './run.ts';
import {
  dockerDesktop,
  firstLine,
  inSnapshots,
  kubeconfig,
  ledgerLine,
  named,
  serving,
  snapshotOf,
} from './snapshot-harness.ts';

function differences(left: Manifest, right: Manifest): string[] {
  const digests = new Map(right.resources.map((line) => [resourceKey(line), line.sha256]));
  return left.resources
    .filter((line) => line.sha256 !== digests.get(resourceKey(line)))
    .map(resourceFile);
}

describe('a snapshot of a live cluster', () => {
  test.each([
    ['with a token', { token }],
    ['with a client certificate', { certificate: true }],
  ])('has the same bytes as the import of its dump, %s', async (_, user) => {
    const double = await serving({ secure: true });
    const flags = await kubeconfig({ desk: { server: double.url, ...user } });
    const run = await clusterbook(
      ...['snapshot', ...flags, '--snapshots', inSnapshots(), '--resource', '*'],
    );
    expect([run.status, run.stderr, firstLine(named(run))]).toEqual([
      0,
      expect.stringMatching(/^desk: .* resources, .*\n$/),
      'desk: 333 objects of 27 kinds in DIR/snapshots/desk',
    ]);
    const [taken, imported] = await Promise.all([
      readSnapshot(inSnapshots('desk')),
      readSnapshot('snapshots/docker-desktop'),
    ]);
    expect(differences(taken.manifest, imported.manifest)).toEqual([]);
    expect(taken.manifest.cluster).toEqual({ ...imported.manifest.cluster, name: 'desk' });
    expect(taken.manifest.source).toEqual({ type: 'api' });
  });

  test('is read by GET alone, over few connections, never more lists at once than allowed', async () => {
    const double = await serving({ holdUntil: 4 });
    await snapshotOf(double, '--include-events');
    expect(new Set(double.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(double.peak).toBe(4);
    expect(double.connections).toBeLessThanOrEqual(8);
    const one = await serving();
    await snapshotOf(one, '--concurrency', '1');
    expect(one.peak).toBe(1);
    expect(one.connections).toBeLessThanOrEqual(2);
  });

  test('is read in pages', async () => {
    const double = await serving();
    await snapshotOf(double, '--page-size', '5');
    const pages = double.requests.filter(({ url }) => url.startsWith('/api/v1/pods'));
    expect(pages.map(({ url }) => url)).toEqual([
      '/api/v1/pods?limit=5',
      expect.stringMatching(/^\/api\/v1\/pods\?limit=5&continue=\w+$/),
    ]);
    expect(await ledgerLine('pods')).toMatchObject({ status: 'complete', count: 9 });
  });

  test('is the same of a server that knows no aggregated discovery', async () => {
    await snapshotOf(await serving(), '--name', 'new');
    await snapshotOf(await serving({ aggregatedDiscovery: false }), '--name', 'old');
    const [left, right] = await Promise.all([
      readManifest(inSnapshots('new')),
      readManifest(inSnapshots('old')),
    ]);
    expect(right.resources).toEqual(left.resources);
  });

  test('keeps older ones under their capture time', async () => {
    await snapshotOf(await serving(), '--keep');
    expect((await readdir(inSnapshots())).map((id) => id.replaceAll(/\d/g, '0'))).toEqual([
      'desk@0000-00-00T0000Z',
    ]);
  });
});

test('what the API server sent is kept, also an integer no number can hold; managed fields on request not', async () => {
  const exact = object('v1', 'ConfigMap', 'default/exact', {
    metadata: { managedFields: [{ manager: 'kubectl' }] },
    unknownField: { big: 9007199254740993n, 'x-kubernetes-thing': [null, 1.5, ''] },
  });
  const cluster = withObject(dockerDesktop, 'configmaps', exact);
  await snapshotOf(await serving({}, cluster));
  const written = await readFile(inSnapshots('desk', 'core', 'configmaps.json'), 'utf8');
  expect(written).toContain('{"big":9007199254740993,"x-kubernetes-thing":[null,1.5,""]}');
  expect(written).toContain('managedFields');
  await snapshotOf(await serving({}, cluster), '--drop-managed-fields');
  const dropped = await readFile(inSnapshots('desk', 'core', 'configmaps.json'), 'utf8');
  expect(dropped).not.toContain('managedFields');
});

test('an id that belongs to another cluster is refused before anything is read', async () => {
  const prod = await clusterOf('snapshots/shop-prod');
  await snapshotOf(await serving());
  const double = await serving({}, prod);
  const { status: code, stderr } = await snapshotOf(double);
  expect([code, stderr.split(':')[1]]).toEqual([2, ' "desk" already belongs to another cluster']);
  expect(double.requests.map(({ url }) => url)).toEqual([
    '/version',
    '/api/v1/namespaces/kube-system',
  ]);
});

test('an interrupted run leaves the previous snapshot as it was and nothing else', async () => {
  await snapshotOf(await serving());
  const before = await readFile(inSnapshots('desk', 'snapshot.json'), 'utf8');
  const double = await serving({ faults: [{ at: /secrets/, answer: 'silence' }] });
  const flags = await kubeconfig({ desk: { server: double.url } });
  const args = ['scripts/clusterbook.mjs', 'snapshot', ...flags, '--snapshots', inSnapshots()];
  const child = spawn(process.execPath, args);
  const said = text(child.stderr).then((stderr) => named({ status: 0, stdout: '', stderr }).stderr);
  await double.silenced;
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  expect([code, await said]).toEqual([
    2,
    'clusterbook: Interrupted: nothing was written.\nThe previous snapshot, if there is one, is as it was.\n',
  ]);
  expect(await readdir(inSnapshots())).toEqual(['desk']);
  expect(await readFile(inSnapshots('desk', 'snapshot.json'), 'utf8')).toBe(before);
});

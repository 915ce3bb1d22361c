import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readSnapshot } from '#store/read-snapshot.ts';
import { withObject } from '../api-double/cluster.ts';
import { status } from '../api-double/status.ts';
import { object } from '../fixtures/builders.ts';
import {
  dockerDesktop,
  everythingWritten,
  inFolder,
  inSnapshots,
  kubeconfig,
  ledgerLine,
  serving,
  snapshotOf,
} from './snapshot-harness.ts';

describe('Secrets', () => {
  const canary = 'Canary-9f2c-hunter2';
  const encoded = Buffer.from(canary).toString('base64');
  const secret = object('v1', 'Secret', 'default/planted', {
    metadata: {
      annotations: {
        'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'planted' },
          data: { password: encoded },
        }),
      },
    },
    type: 'Opaque',
    data: { password: encoded },
  });
  const planted = withObject(dockerDesktop, 'secrets', secret);

  test.each([
    ['keys', 'password'],
    ['metadata', 'planted'],
    ['skip', 'kube-system'],
  ])('leave no value behind with --secrets %s', async (choice, kept) => {
    const quoted = status(500, 'InternalError', `failed to convert password: ${canary}`, {
      headers: { 'retry-after': '0' },
    });
    const double = await serving({ faults: [{ at: /flowschemas/, answer: quoted }] }, planted);
    const { stdout, stderr } = await snapshotOf(double, '--secrets', choice, '--json');
    const written = await everythingWritten();
    expect(written).toContain(kept);
    for (const said of [written, stdout, stderr]) {
      expect(said).not.toContain(canary);
      expect(said).not.toContain(encoded);
    }
  });

  test('are not even sent when only their metadata is asked for', async () => {
    const double = await serving({}, planted);
    await snapshotOf(double, '--secrets', 'metadata');
    const [request] = double.requests.filter(({ url }) => url.startsWith('/api/v1/secrets'));
    expect(request?.headers.accept).toContain('as=PartialObjectMetadataList');
    const { lists } = await readSnapshot(inSnapshots('desk'));
    const secrets = lists.find(({ resource }) => resource.plural === 'secrets')?.objects;
    expect(secrets?.map(Object.keys)).toEqual([
      ['apiVersion', 'kind', 'metadata'],
      ['apiVersion', 'kind', 'metadata'],
    ]);
    expect((await ledgerLine('secrets'))?.status).toBe('partial');
  });

  test('get a digest from a key, the same from a file as from the variable', async () => {
    const keyFile = inFolder('key');
    await writeFile(keyFile, '0123456789abcdef0123\n');
    const double = await serving({}, planted);
    await snapshotOf(double, '--digest-key', keyFile);
    const fromFile = await readFile(inSnapshots('desk', 'core', 'secrets.json'), 'utf8');
    expect(fromFile).toMatch(/"password":"‹redacted [a-z-]+ · \d+ bytes · hmac [0-9a-f]{16}›"/);
    vi.stubEnv('CLUSTERBOOK_DIGEST_KEY', '0123456789abcdef0123');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    await snapshotOf(double);
    expect(await readFile(inSnapshots('desk', 'core', 'secrets.json'), 'utf8')).toBe(fromFile);
    await writeFile(keyFile, 'short');
    const { stderr } = await snapshotOf(double, '--digest-key', keyFile);
    expect(stderr).toMatch(/^clusterbook: The key in DIR\/key has less than 16 bytes\.\n/);
  });
});

test('rules of the configuration file mask what they name, and are counted by their ids', async () => {
  const marked = object('v1', 'ConfigMap', 'default/planted', {
    data: { customers: 'Ada, Grace', note: 'the badge ACME-004711 opens it' },
  });
  const { url: server } = await serving({}, withObject(dockerDesktop, 'configmaps', marked));
  const [, file = ''] = await kubeconfig({ desk: { server } });
  const redact = [
    { id: 'customer', kind: 'ConfigMap', path: 'data.customers' },
    { id: 'badge', pattern: 'ACME-[0-9]{6}' },
  ];
  await writeFile(inFolder('clusterbook.config.json'), JSON.stringify({ redact }));
  const child = spawn(
    process.execPath,
    [resolve('scripts/clusterbook.mjs'), 'snapshot', '--kubeconfig', file],
    { cwd: inFolder() },
  );
  const said = text(child.stdout);
  const [status] = await once(child, 'close');
  expect([status, (await said).match(/redacted .*/)?.[0]]).toEqual([
    0,
    'redacted  2 values: 1 badge, 1 customer',
  ]);
  const written = await readFile(inSnapshots('desk', 'core', 'configmaps.json'), 'utf8');
  expect(written).toContain('"customers":"‹redacted customer · 10 bytes›"');
  expect(written).toContain('"note":"the badge ‹redacted badge · 11 bytes› opens it"');
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Manifest, resourceFile, resourceKey } from '#snapshot/manifest.ts';
import { readManifest } from '#store/read-manifest.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import {
  type ApiDouble,
  type DoubleOptions,
  startApiDouble,
  token,
} from '../api-double/api-double.ts';
import { clusterOf, type DoubleCluster, withObject } from '../api-double/cluster.ts';
import { type TestContext, writeKubeconfig } from '../api-double/kubeconfig.ts';
import { tokenAfter } from '../api-double/list.ts';
import { expired, forbidden, status } from '../api-double/status.ts';
import { object } from '../fixtures/builders.ts';
import { clusterbook, type Run } from './run.ts';

const dockerDesktop = await clusterOf('snapshots/docker-desktop');

let folder: string;
let snapshots: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-snapshot-'));
  snapshots = join(folder, 'snapshots');
  onTestFinished(() => rm(folder, { recursive: true }));
});

async function serving(
  options: DoubleOptions = {},
  cluster: DoubleCluster = dockerDesktop,
): Promise<ApiDouble> {
  const double = await startApiDouble(cluster, options);
  onTestFinished(() => double.close());
  return double;
}

/** Writes a kubeconfig with these contexts, for the flag. */
async function kubeconfig(contexts: Readonly<Record<string, TestContext>>): Promise<string[]> {
  return ['--kubeconfig', await writeKubeconfig(join(folder, 'kubeconfig'), contexts)];
}

/** Takes a snapshot `desk` of a double; messages call its address `SERVER` and the folder `DIR`. */
async function snapshotOf(double: ApiDouble, ...args: readonly string[]): Promise<Run> {
  const flags = await kubeconfig({ desk: { server: double.url, token } });
  const run = await clusterbook('snapshot', ...flags, '--snapshots', snapshots, ...args);
  return named(run, double.url);
}

function named({ status: code, stdout, stderr }: Run, url = 'SERVER'): Run {
  const name = (said: string) => said.replaceAll(url, 'SERVER').replaceAll(folder, 'DIR');
  return { status: code, stdout: name(stdout), stderr: name(stderr) };
}

/** A line of the ledger without what it says of the type. */
async function ledgerLine(key: string, id = 'desk') {
  const { resources } = await readManifest(join(snapshots, id));
  const found = resources.find((resource) => resourceKey(resource) === key);
  if (found === undefined) return undefined;
  const { status: coverage, message, namespaces, count } = found;
  return { status: coverage, message, namespaces, count };
}

/** `namespace/name` of the objects of a resource. */
async function namesOf(key: string): Promise<string[]> {
  const { lists } = await readSnapshot(join(snapshots, 'desk'));
  const objects = lists.find(({ resource }) => resourceKey(resource) === key)?.objects ?? [];
  return objects.map(({ metadata: { namespace = '', name } }) => `${namespace}/${name}`);
}

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
      ...['snapshot', ...flags, '--snapshots', snapshots, '--include-events'],
    );
    expect(named(run)).toEqual({
      status: 0,
      stdout: 'desk: 333 objects of 27 kinds in DIR/snapshots/desk\n',
      stderr: '',
    });
    const [taken, imported] = await Promise.all([
      readSnapshot(join(snapshots, 'desk')),
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
      readManifest(join(snapshots, 'new')),
      readManifest(join(snapshots, 'old')),
    ]);
    expect(right.resources).toEqual(left.resources);
  });

  test('keeps older ones under their capture time', async () => {
    await snapshotOf(await serving(), '--keep');
    expect((await readdir(snapshots)).map((id) => id.replaceAll(/\d/g, '0'))).toEqual([
      'desk@0000-00-00T0000Z',
    ]);
  });
});

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
    const { stdout } = await snapshotOf(await serving(), ...flags);
    expect(stdout).toBe('desk: 3 objects of 3 kinds in DIR/snapshots/desk\n');
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
    await clusterbook('snapshot', ...flags, '--snapshots', snapshots);
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
    expect([run.status, await readdir(snapshots)]).toEqual([2, []]);
    expect(run.stderr).toMatch(/^clusterbook: Nothing of SERVER could be read: /);
  });
});

describe('a list that is disturbed', () => {
  const secondPage = /^\/api\/v1\/configmaps\?.*continue=/;

  test('goes on with the token the server offers in place of an expired one', async () => {
    const faults = [{ at: secondPage, times: 1, answer: expired(tokenAfter('kube-public/kube-root-ca.crt', '-1')) }];
    const { stderr } = await snapshotOf(await serving({ faults }), '--page-size', '4');
    expect(await ledgerLine('configmaps')).toMatchObject({
      status: 'inconsistent',
      count: 11,
      message: 'The list changed while it was read.',
    });
    expect(stderr).toContain('warning: desk: configmaps inconsistent.');
  });

  test('is read again in one piece where the server offers no token', async () => {
    const faults = [{ at: secondPage, times: 1, answer: expired() }];
    await snapshotOf(await serving({ faults }), '--page-size', '4');
    expect(await ledgerLine('configmaps')).toMatchObject({ status: 'complete', count: 11 });
  });

  test('waits as long as a busy server asks', async () => {
    const busy = status(429, 'TooManyRequests', 'too many requests', {
      headers: { 'retry-after': '0' },
    });
    const faults = [{ at: secondPage, times: 3, answer: busy }];
    const { stderr } = await snapshotOf(await serving({ faults }), '--page-size', '4');
    expect([stderr, (await ledgerLine('configmaps'))?.status]).toEqual(['', 'complete']);
  });

  test('leaves a line when its resource is gone', async () => {
    const gone = status(404, 'NotFound', 'the server could not find the requested resource');
    const faults = [{ at: /flowschemas/, answer: gone }];
    await snapshotOf(await serving({ faults }));
    expect(await ledgerLine('flowschemas.flowcontrol.apiserver.k8s.io')).toMatchObject({
      status: 'unavailable',
      message: 'the server could not find the requested resource',
    });
  });
});

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

  async function everythingWritten(): Promise<string> {
    const paths = await readdir(snapshots, { recursive: true, withFileTypes: true });
    const files = paths.filter((entry) => entry.isFile());
    const contents = files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8'));
    return (await Promise.all(contents)).join('\n');
  }

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
    const { lists } = await readSnapshot(join(snapshots, 'desk'));
    const secrets = lists.find(({ resource }) => resource.plural === 'secrets')?.objects;
    expect(secrets?.map(Object.keys)).toEqual([
      ['apiVersion', 'kind', 'metadata'],
      ['apiVersion', 'kind', 'metadata'],
    ]);
    expect((await ledgerLine('secrets'))?.status).toBe('partial');
  });

  test('get a digest from a key, the same from a file as from the variable', async () => {
    const keyFile = join(folder, 'key');
    await writeFile(keyFile, '0123456789abcdef0123\n');
    const double = await serving({}, planted);
    await snapshotOf(double, '--digest-key', keyFile);
    const fromFile = await readFile(join(snapshots, 'desk/core/secrets.json'), 'utf8');
    expect(fromFile).toMatch(/"password":"‹redacted [a-z-]+ · \d+ bytes · hmac [0-9a-f]{16}›"/);
    vi.stubEnv('CLUSTERBOOK_DIGEST_KEY', '0123456789abcdef0123');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    await snapshotOf(double);
    expect(await readFile(join(snapshots, 'desk/core/secrets.json'), 'utf8')).toBe(fromFile);
    await writeFile(keyFile, 'short');
    const { stderr } = await snapshotOf(double, '--digest-key', keyFile);
    expect(stderr).toMatch(/^clusterbook: The key in DIR\/key has less than 16 bytes\.\n/);
  });
});

test('what the API server sent is kept, also an integer no number can hold; managed fields on request not', async () => {
  const exact = object('v1', 'ConfigMap', 'default/exact', {
    metadata: { managedFields: [{ manager: 'kubectl' }] },
    unknownField: { big: 9007199254740993n, 'x-kubernetes-thing': [null, 1.5, ''] },
  });
  const cluster = withObject(dockerDesktop, 'configmaps', exact);
  await snapshotOf(await serving({}, cluster));
  const written = await readFile(join(snapshots, 'desk/core/configmaps.json'), 'utf8');
  expect(written).toContain('{"big":9007199254740993,"x-kubernetes-thing":[null,1.5,""]}');
  expect(written).toContain('managedFields');
  await snapshotOf(await serving({}, cluster), '--drop-managed-fields');
  const dropped = await readFile(join(snapshots, 'desk/core/configmaps.json'), 'utf8');
  expect(dropped).not.toContain('managedFields');
});

test('--json prints a line a resource', async () => {
  const { stdout } = await snapshotOf(await serving(), '--json');
  const lines = stdout.trimEnd().split('\n');
  const { resources } = await readManifest(join(snapshots, 'desk'));
  expect(lines.map((line) => JSON.parse(line))).toEqual(
    resources.map((resource) => ({ snapshot: 'desk', ...resource })),
  );
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

test('of several contexts one that fails does not keep the others from being read', async () => {
  const double = await serving();
  const flags = await kubeconfig({
    lost: { server: 'https://127.0.0.1:1' },
    desk: { server: double.url },
  });
  const run = named(
    await clusterbook('snapshot', ...flags, '--all-contexts', '--snapshots', snapshots),
  );
  expect(run).toEqual({
    status: 2,
    stdout: 'desk: 292 objects of 26 kinds in DIR/snapshots/desk\n',
    stderr:
      'clusterbook: lost: https://127.0.0.1:1 cannot be reached: nothing answers at this address.\n' +
      'Check that the cluster runs and that its address is reachable from this machine.\n',
  });
});

describe('a cluster that cannot be read is told with what to do', () => {
  /** What is said when the current context is this one. */
  async function saidOf(context: TestContext, ...args: readonly string[]): Promise<string> {
    const flags = await kubeconfig({ prod: context });
    const run = await clusterbook('snapshot', ...flags, '--snapshots', snapshots, ...args);
    expect([run.status, run.stdout]).toEqual([2, '']);
    return named(run, context.server).stderr;
  }

  test('wrong credentials', async () => {
    const { url: server } = await serving({ secure: true });
    expect(await saidOf({ server, token: 'wrong' })).toBe(
      'clusterbook: SERVER does not accept the credentials of context "prod".\n' +
        'Log in again, then try kubectl --context prod get namespaces.\n',
    );
  });

  test('a certificate of an unknown authority', async () => {
    const { url: server } = await serving({ secure: true });
    expect(await saidOf({ server, token, trusted: false })).toBe(
      'clusterbook: SERVER cannot be reached: its certificate is signed by an authority that the kubeconfig does not trust.\n' +
        'Check certificate-authority-data of this cluster in the kubeconfig, and whether a proxy stands between.\n',
    );
  });

  test('an address that does not speak TLS', async () => {
    const double = await serving();
    const server = double.url.replace('http:', 'https:');
    expect(await saidOf({ server, token })).toMatch(
      /^clusterbook: SERVER cannot be reached: it does not speak TLS\.\n/,
    );
  });

  test('a server that never answers', async () => {
    const double = await serving({ faults: [{ at: /./, answer: 'silence' }] });
    expect(await saidOf({ server: double.url }, '--request-timeout', '1ms')).toBe(
      'clusterbook: SERVER did not answer within 0.001 s.\n' +
        'Give it more time with --request-timeout, or ask for less at once with --page-size.\n',
    );
  });

  test('something that is no API server', async () => {
    const page = { code: 200, body: {}, headers: { 'content-type': 'text/html' } };
    const double = await serving({ faults: [{ at: /./, answer: page }] });
    expect(await saidOf({ server: double.url })).toBe(
      'clusterbook: SERVER does not say what it serves: HTTP 200 with text/html instead of a JSON answer.\n' +
        'Check that the kubeconfig names an API server and a user that may read it.\n',
    );
  });

  test('a credential plugin that is missing, fails, or answers nonsense', async () => {
    const { url: server } = await serving({ secure: true });
    const hint = 'Try kubectl --context prod get namespaces: it runs the same plugin.\n';
    expect(await saidOf({ server, exec: ['no-such-plugin', '--token=hidden'] })).toBe(
      `clusterbook: The credential plugin no-such-plugin of context "prod" failed: it is not installed.\n${hint}`,
    );
    const plugin = join(folder, 'plugin');
    await writeFile(plugin, '#!/bin/sh\necho looking >&2\necho "session expired." >&2\nexit 1\n');
    await chmod(plugin, 0o755);
    expect(await saidOf({ server, exec: [plugin] })).toBe(
      `clusterbook: The credential plugin DIR/plugin of context "prod" failed: session expired.\n${hint}`,
    );
    await writeFile(plugin, '#!/bin/sh\necho a-token-in-clear\n');
    expect(await saidOf({ server, exec: [plugin] })).toBe(
      `clusterbook: The credential plugin DIR/plugin of context "prod" failed: its answer is not JSON.\n${hint}`,
    );
  });

  test('a credential plugin that works', async () => {
    const double = await serving({ secure: true });
    const plugin = join(folder, 'plugin');
    const credential = { apiVersion: 'v1', kind: 'ExecCredential', status: { token } };
    await writeFile(plugin, `#!/bin/sh\necho '${JSON.stringify(credential)}'\n`);
    await chmod(plugin, 0o755);
    const flags = await kubeconfig({ desk: { server: double.url, exec: [plugin] } });
    const run = await clusterbook('snapshot', ...flags, '--snapshots', snapshots);
    expect(named(run)).toMatchObject({ status: 0, stderr: '' });
  });

  test.each([
    [
      ['--context', 'staging'],
      'The kubeconfig has no context "staging".\nContexts there are: prod.',
    ],
    [
      ['--resource', 'deploy'],
      'The cluster has no resource "deploy" that can be listed.\nDid you mean deployments.apps?',
    ],
    [
      ['--namespace', 'shop'],
      'The cluster has no namespace "shop" that this user can see.\nNamespaces there are: default, kube-node-lease, kube-public, kube-system.',
    ],
    [
      ['--selector', '!!'],
      "The server does not understand --selector !!: unable to parse requirement: found '!', expected: identifier.\nWrite it as for kubectl get --selector: app=web,tier!=cache.",
    ],
    [['--page-size', '0'], '--page-size 0 is no number from 1 on.\nWrite --page-size 4.'],
    [
      ['--request-timeout', 'soon'],
      '--request-timeout soon is no time.\nWrite --request-timeout 90s.',
    ],
    [['--secrets', 'values'], '--secrets takes no "values".\nIt takes keys, metadata, skip.'],
    [
      ['--name', 'Prod!'],
      '"Prod!" cannot name a snapshot.\nChoose another with --name: a-z, 0-9, "." and "-", at most 63 characters.',
    ],
    [
      ['prod'],
      'snapshot takes no arguments: prod.\nName a context with --context. A dump is read with clusterbook import.',
    ],
  ])('%j', async (args, said) => {
    const double = await serving();
    expect(await saidOf({ server: double.url }, ...args)).toBe(`clusterbook: ${said}\n`);
  });
});

test('an interrupted run leaves the previous snapshot as it was and nothing else', async () => {
  await snapshotOf(await serving());
  const before = await readFile(join(snapshots, 'desk/snapshot.json'), 'utf8');
  const double = await serving({ faults: [{ at: /secrets/, answer: 'silence' }] });
  const flags = await kubeconfig({ desk: { server: double.url } });
  const args = ['scripts/clusterbook.mjs', 'snapshot', ...flags, '--snapshots', snapshots];
  const child = spawn(process.execPath, args);
  const said = text(child.stderr);
  await double.silenced;
  child.kill('SIGINT');
  const [code] = await once(child, 'close');
  expect([code, await said]).toEqual([
    2,
    'clusterbook: Interrupted: nothing was written.\nThe previous snapshot, if there is one, is as it was.\n',
  ]);
  expect(await readdir(snapshots)).toEqual(['desk']);
  expect(await readFile(join(snapshots, 'desk/snapshot.json'), 'utf8')).toBe(before);
});

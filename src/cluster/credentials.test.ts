import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type DoubleOptions, startApiDouble, tokenNumber } from '#tests/api-double/api-double.ts';
import { clusterOf } from '#tests/api-double/cluster.ts';
import { tlsFile } from '#tests/api-double/server.ts';
import { openApiClient } from './api-client.ts';
import { loadKubeconfig } from './kubeconfig.ts';

const cluster = await clusterOf('snapshots/docker-desktop');

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-credentials-'));
  for (const name of ['KUBECONFIG', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY']) {
    vi.stubEnv(name, undefined);
  }
  vi.stubEnv('HOME', folder);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });
});

async function serving(options: DoubleOptions = {}) {
  const double = await startApiDouble(cluster, { secure: true, ...options });
  onTestFinished(() => double.close());
  return double;
}

/** A kubeconfig whose only context `prod` has this user. */
async function kubeconfig(server: string, user: object, more: object = {}): Promise<string> {
  const file = join(folder, 'config');
  const ca = tlsFile('ca.crt');
  await writeFile(
    file,
    JSON.stringify({
      clusters: [{ name: 'c', cluster: { server, 'certificate-authority': ca, ...more } }],
      users: [{ name: 'u', user }],
      contexts: [{ name: 'prod', context: { cluster: 'c', user: 'u' } }],
    }),
  );
  return file;
}

async function clientOf(file: string | undefined, context = 'prod', root = '') {
  const { entry } = await loadKubeconfig(file, root);
  const { signal } = new AbortController();
  const client = await openApiClient(entry(context), {
    requestTimeout: 60_000,
    connections: 1,
    signal,
  });
  onTestFinished(() => client.close());
  return client;
}

const nodes = '/api/v1/nodes';
/** The token of the double changes at the second list of Nodes. */
const rotation: DoubleOptions = {
  faults: [{ at: /nodes\?second/, times: 1, answer: 'new-token' }],
};
const second = { query: { second: '' } };

async function script(name: string, lines: readonly string[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, ['#!/bin/sh', ...lines, ''].join('\n'));
  await chmod(file, 0o755);
  return file;
}

test('a token file is read again when its token has been replaced; its line end is no part of it', async () => {
  const double = await serving(rotation);
  await writeFile(join(folder, 'token'), `${tokenNumber(1)}\n`);
  // A path in a kubeconfig counts from its folder, and the file wins over a token.
  const client = await clientOf(await kubeconfig(double.url, { tokenFile: 'token', token: 'old' }));
  expect((await client.get(nodes)).type).toBe('ok');
  await writeFile(join(folder, 'token'), `${tokenNumber(2)}\n`);
  expect((await client.get(nodes, second)).type).toBe('ok');
  expect(double.connections).toBe(1);
});

test('the service account of a Pod is a context of its own, whose token is replaced, too', async () => {
  const double = await serving(rotation);
  const { port } = new URL(double.url);
  const account = join(folder, 'var/run/secrets/kubernetes.io/serviceaccount');
  await mkdir(account, { recursive: true });
  await writeFile(join(account, 'token'), tokenNumber(1));
  await writeFile(join(account, 'namespace'), 'docs\n');
  await copyFile(tlsFile('ca.crt'), join(account, 'ca.crt'));
  vi.stubEnv('KUBERNETES_SERVICE_HOST', '127.0.0.1');
  vi.stubEnv('KUBERNETES_SERVICE_PORT', port);
  const { contexts, currentContext, entry } = await loadKubeconfig(undefined, folder);
  expect([contexts, currentContext]).toEqual([['in-cluster'], 'in-cluster']);
  expect(entry('in-cluster').namespace).toBe('docs');
  const client = await clientOf(undefined, 'in-cluster', folder);
  expect((await client.get(nodes)).type).toBe('ok');
  await writeFile(join(account, 'token'), tokenNumber(2));
  expect((await client.get(nodes, second)).type).toBe('ok');
});

test('who is to be impersonated, with groups and more, is in every request', async () => {
  const double = await serving();
  const user = {
    token: tokenNumber(1),
    as: 'anna',
    'as-uid': '7',
    'as-groups': ['readers', 'docs'],
    'as-user-extra': { 'example.com/scope': ['view'] },
  };
  const client = await clientOf(await kubeconfig(double.url, user));
  await client.get(nodes);
  expect(double.requests[0]?.headers).toMatchObject({
    'impersonate-user': 'anna',
    'impersonate-uid': '7',
    'impersonate-group': 'readers, docs',
    'impersonate-extra-example.com%2fscope': 'view',
  });
});

describe('a credential plugin', () => {
  const credential = (status: object) =>
    JSON.stringify({
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      status,
    });

  test('is found beside the kubeconfig, told of the cluster, and asked again after a 401', async () => {
    const double = await serving(rotation);
    await script('plugin', [
      `echo "$1 $STAGE $KUBERNETES_EXEC_INFO" >> ${folder}/calls`,
      `n=$(wc -l < ${folder}/calls)`,
      `echo '${credential({ token: 'TOKEN' })}' | sed "s/TOKEN/${tokenNumber(1).slice(0, -1)}$n/"`,
    ]);
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: './plugin',
      args: ['login'],
      env: [{ name: 'STAGE', value: 'live' }],
      provideClusterInfo: true,
    };
    const client = await clientOf(await kubeconfig(double.url, { exec }));
    expect((await client.get(nodes)).type).toBe('ok');
    expect((await client.get(nodes, second)).type).toBe('ok');
    const calls = (await readFile(join(folder, 'calls'), 'utf8')).trimEnd().split('\n');
    expect(calls).toHaveLength(2);
    expect(calls[0]?.slice(0, 'login live '.length)).toBe('login live ');
    expect(JSON.parse(calls[0]?.slice('login live '.length) ?? '')).toEqual({
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      spec: { interactive: false, cluster: { server: double.url } },
    });
  });

  test('may answer with a certificate', async () => {
    const double = await serving();
    const [clientCertificateData, clientKeyData] = await Promise.all(
      ['client.crt', 'client.key'].map((name) => readFile(tlsFile(name), 'utf8')),
    );
    await writeFile(join(folder, 'answer'), credential({ clientCertificateData, clientKeyData }));
    const command = await script('plugin', [`cat ${folder}/answer`]);
    const client = await clientOf(await kubeconfig(double.url, { exec: { command } }));
    expect((await client.get(nodes)).type).toBe('ok');
  });

  test('that reads its input does not wait for ever', async () => {
    const double = await serving();
    const command = await script('plugin', ['read answer', 'echo "who are you?" >&2', 'exit 3']);
    const installHint = 'Get it from example.com.';
    const file = await kubeconfig(double.url, { exec: { command, installHint } });
    await expect(clientOf(file)).rejects.toMatchObject({
      message: `The credential plugin ${command} of context "prod" failed: who are you?.`,
      hint: expect.stringMatching(/kubectl --context prod .*\nGet it from example\.com\.$/s),
    });
  });
});

describe('a proxy', () => {
  /** A proxy that tunnels, and notes where to. */
  async function proxy() {
    const targets: string[] = [];
    const server = createServer();
    server.on('connect', ({ url = '' }, socket) => {
      targets.push(url);
      const [host, port] = url.split(':');
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      onward.on('error', () => socket.destroy());
      socket.on('error', () => onward.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, targets };
  }

  test('of the kubeconfig is gone through, with TLS to the server', async () => {
    const double = await serving();
    const { url, targets } = await proxy();
    const file = await kubeconfig(double.url, { token: tokenNumber(1) }, { 'proxy-url': url });
    const client = await clientOf(file);
    expect((await client.get(nodes)).type).toBe('ok');
    expect((await client.get(nodes)).type).toBe('ok');
    expect(targets).toEqual([new URL(double.url).host]);
  });
});

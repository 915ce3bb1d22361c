import { chmod, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { token, tokenNumber } from '../api-double/api-double.ts';
import type { TestContext } from '../api-double/kubeconfig.ts';
import { clusterbook } from './run.ts';
import {
  inFolder,
  inSnapshots,
  kubeconfig,
  named,
  serving,
  snapshotWith,
} from './snapshot-harness.ts';

describe('a cluster that cannot be read is told with what to do', () => {
  /** What is said when the current context is this one. */
  async function saidOf(context: TestContext, ...args: readonly string[]): Promise<string> {
    const flags = await kubeconfig({ prod: context });
    const run = await clusterbook('snapshot', ...flags, '--snapshots', inSnapshots(), ...args);
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
    const plugin = inFolder('plugin');
    await writeFile(plugin, '#!/bin/sh\necho looking >&2\necho "session expired." >&2\nexit 1\n');
    await chmod(plugin, 0o755);
    expect(await saidOf({ server, exec: [plugin] })).toBe(
      `clusterbook: The credential plugin DIR/plugin of context "prod" failed:\nlooking\nsession expired\n${hint}`,
    );
    await writeFile(plugin, '#!/bin/sh\necho a-token-in-clear\n');
    expect(await saidOf({ server, exec: [plugin] })).toBe(
      `clusterbook: The credential plugin DIR/plugin of context "prod" failed: its answer is not JSON.\n${hint}`,
    );
  });

  test('a credential plugin that works, and is asked again when its token does not count any more', async () => {
    const faults = [{ at: /configmaps/, times: 1, answer: 'new-token' as const }];
    const double = await serving({ secure: true, faults });
    const plugin = inFolder('plugin');
    // Answers with the next token each time.
    await writeFile(
      plugin,
      `#!/bin/sh
echo x >> ${inFolder('calls')}
token="double-token-$(grep -c x ${inFolder('calls')})"
echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"'$token'"}}'
`,
    );
    await chmod(plugin, 0o755);
    const run = await snapshotWith({ desk: { server: double.url, exec: [plugin] } });
    expect(run).toMatchObject({ status: 0, stderr: '' });
    const sent = new Set(double.requests.map(({ headers }) => headers.authorization));
    expect([...sent]).toEqual([`Bearer ${tokenNumber(1)}`, `Bearer ${tokenNumber(2)}`]);
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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { loadKubeconfig } from './kubeconfig.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clusterbook-kubeconfig-'));
  vi.stubEnv('HOME', folder);
  vi.stubEnv('KUBECONFIG', undefined);
  vi.stubEnv('KUBERNETES_SERVICE_HOST', undefined);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });
});

/** Writes a kubeconfig with one context, `prod`, and returns its path. */
async function file(name: string, server: string, context: object = {}): Promise<string> {
  const path = join(folder, name);
  const kubeconfig = {
    clusters: [{ name: 'c', cluster: { server } }],
    users: [{ name: 'u', user: { token: 'hidden' } }],
    contexts: [{ name: 'prod', context: { cluster: 'c', user: 'u', ...context } }],
    'current-context': 'prod',
  };
  await writeFile(path, JSON.stringify(kubeconfig));
  return path;
}

test('of several files the first to name something counts, and missing ones are passed over', async () => {
  const files = [
    join(folder, 'missing'),
    await file('one', 'https://one:6443/path/'),
    await file('two', 'https://two:6443'),
  ];
  vi.stubEnv('KUBECONFIG', files.join(delimiter));
  const { contexts, currentContext, entry } = await loadKubeconfig(undefined);
  const { server, address } = entry('prod');
  expect({ contexts, currentContext, server, address }).toEqual({
    contexts: ['prod'],
    currentContext: 'prod',
    server: 'https://one:6443/path',
    address: 'https://one:6443',
  });
});

describe('a kubeconfig that cannot be used is named, and not quoted', () => {
  /** What is said of a kubeconfig file with this content. */
  async function saidOf(content: string): Promise<string> {
    const path = join(folder, 'config');
    await writeFile(path, content);
    return said(() => loadKubeconfig(path));
  }

  async function said(load: () => Promise<unknown>): Promise<string> {
    const error = await load().then(
      () => new Error('it was read'),
      (thrown: Error) => thrown,
    );
    return error.message.replaceAll(folder, 'DIR');
  }

  test('YAML that does not parse', async () => {
    expect(await saidOf('users:\n- token: hidden\n  user: [')).toBe(
      'DIR/config is not a kubeconfig: YAML does not parse at line 3.',
    );
  });

  test.each([
    ['', 'it is empty or no map'],
    ['null', 'it is empty or no map'],
    ['contexts: [{ name: prod }]', 'contexts[0].context is missing'],
  ])('%j', async (content, reason) => {
    expect(await saidOf(content)).toBe(`DIR/config is not a kubeconfig: ${reason}.`);
  });

  test('none at all', async () => {
    expect(await said(() => loadKubeconfig(undefined))).toBe(
      'There is no kubeconfig: neither KUBECONFIG nor ~/.kube/config.',
    );
    expect(await said(() => loadKubeconfig(join(folder, 'gone')))).toBe(
      'There is no kubeconfig at DIR/gone.',
    );
  });

  test.each([
    [{ cluster: 'gone' }, 'Context "prod" names a cluster that the kubeconfig lacks.'],
    [{ user: 'gone' }, 'Context "prod" names a user that the kubeconfig lacks.'],
  ])('a context with %j', async (context, words) => {
    const { entry } = await loadKubeconfig(await file('config', 'https://one:6443', context));
    expect(() => entry('prod')).toThrow(words);
  });

  test('a server that is no address', async () => {
    const { entry } = await loadKubeconfig(await file('config', 'one:6443'));
    expect(() => entry('prod')).toThrow('The server of context "prod" is no address.');
  });
});

import { readdir } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { resourceKey } from '#snapshot/manifest.ts';
import { readManifest } from '#store/read-manifest.ts';
import { forbidden } from '../api-double/status.ts';
import { clusterbook } from './run.ts';
import {
  dockerDesktop,
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

describe('--print-rbac', () => {
  interface Role {
    readonly metadata: { readonly name: string };
    readonly rules: readonly {
      readonly apiGroups: readonly string[];
      readonly resources: readonly string[];
      readonly verbs: readonly string[];
    }[];
  }

  async function roles(...args: readonly string[]): Promise<readonly Role[]> {
    const { status, stdout } = await snapshotOf(await serving(), '--print-rbac', ...args);
    expect(status).toBe(0);
    return parseAllDocuments(stdout).map((document) => document.toJS());
  }

  test('prints a role with Secrets and one without, and reads nothing but discovery', async () => {
    const double = await serving();
    const { stdout } = await snapshotOf(double, '--print-rbac');
    const printed: Role[] = parseAllDocuments(stdout).map((document) => document.toJS());
    expect(printed.map(({ metadata }) => metadata.name)).toEqual([
      'clusterbook',
      'clusterbook-without-secrets',
    ]);
    expect(double.requests.map(({ url }) => url).filter((url) => url.includes('limit='))).toEqual(
      [],
    );
    await expect(readdir(inSnapshots())).rejects.toThrow('ENOENT');
  });

  test('prints the one without where Secrets are skipped', async () => {
    const [role, ...others] = await roles('--secrets', 'skip');
    expect([role?.metadata.name, others]).toEqual(['clusterbook-without-secrets', []]);
  });

  test('is enough for complete coverage, and nothing of it is too much', async () => {
    const [role] = await roles('--include-events');
    const allowed = new Set(
      role?.rules.flatMap(({ apiGroups: [group = ''], resources, verbs }) =>
        verbs.includes('list') ? resources.map((plural) => resourceKey({ plural, group })) : [],
      ),
    );
    const all = dockerDesktop.resources.map(({ type }) => ({ resource: resourceKey(type) }));
    const denied = all.filter(({ resource }) => !allowed.has(resource));
    const run = await snapshotOf(
      await serving({ forbidden: denied }),
      '--include-events',
      '--strict',
    );
    expect([run.status, run.stderr]).toEqual([0, '']);
    const { resources } = await readManifest(inSnapshots('desk'));
    // Of Leases some namespaces are read, in full.
    const complete = resources
      .filter(({ status, namespaces }) => status === 'complete' || namespaces !== undefined)
      .map(resourceKey);
    expect(complete.sort()).toEqual([...allowed].sort());
  });
});

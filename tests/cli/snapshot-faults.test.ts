import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Resource, resourceKey } from '#snapshot/manifest.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { startApiDouble } from '../api-double/api-double.ts';
import { clusterOf, withObjects } from '../api-double/cluster.ts';
import type { Fault } from '../api-double/faults.ts';
import { writeKubeconfig } from '../api-double/kubeconfig.ts';
import { placeOf } from '../api-double/listing.ts';
import { notFound, trouble } from '../api-double/status.ts';
import { object } from '../fixtures/builders.ts';
import { clusterbookProcess, type Run } from './run.ts';
import { dockerDesktop, ledgerLine, serving, snapshotOf } from './snapshot-harness.ts';

/** A fault of one resource, and what the ledger then says of it. */
interface Case {
  /** `pods`, `roles.rbac.authorization.k8s.io` */
  readonly resource: string;
  readonly fault: Omit<Fault, 'at'> & { readonly page?: 'first' | 'later' };
  readonly status: Resource['status'];
  readonly message?: string;
}

const rbac = 'rbac.authorization.k8s.io';
const flowcontrol = 'flowcontrol.apiserver.k8s.io';

/** What passes: the list is there as if nothing had been. */
const passing: Readonly<Record<string, Case>> = {
  'a server that is busy and says how long': {
    resource: 'secrets',
    fault: { answer: trouble(429, 0), times: 3 },
    status: 'complete',
  },
  'a server that is busy and does not say how long': {
    resource: 'configmaps',
    fault: { answer: trouble(429), times: 1 },
    status: 'complete',
  },
  'an error of the server': {
    resource: 'pods',
    fault: { answer: trouble(500), times: 1 },
    status: 'complete',
  },
  'a server that starts again': {
    resource: 'services',
    fault: { answer: trouble(503, 0), times: 2 },
    status: 'complete',
  },
  'a connection that is reset': {
    resource: 'endpoints',
    fault: { answer: 'reset', times: 1 },
    status: 'complete',
  },
  'a connection that is reset in mid-body': {
    resource: 'serviceaccounts',
    fault: { answer: 'reset-in-body', times: 1, page: 'later' },
    status: 'complete',
  },
  'a connection that ends in mid-body': {
    resource: `clusterroles.${rbac}`,
    fault: { answer: 'truncated', times: 1, page: 'later' },
    status: 'complete',
  },
  'an answer that comes byte after byte': {
    resource: `clusterrolebindings.${rbac}`,
    fault: { answer: 'slow' },
    status: 'complete',
  },
  'a token that is too old, with another in its place': {
    resource: 'apiservices.apiregistration.k8s.io',
    fault: { answer: 'expired', times: 1, page: 'later' },
    status: 'inconsistent',
    message: 'The list changed while it was read.',
  },
  'a token that is too old, with none in its place': {
    resource: `flowschemas.${flowcontrol}`,
    fault: { answer: 'expired-for-good', times: 1, page: 'later' },
    status: 'complete',
  },
  'objects that come and go while their list is read': {
    resource: `prioritylevelconfigurations.${flowcontrol}`,
    fault: {
      times: 1,
      page: 'later',
      change: (cluster) =>
        withObjects(cluster, `prioritylevelconfigurations.${flowcontrol}`, ([_, ...objects]) => [
          ...objects,
          object(`${flowcontrol}/v1`, 'PriorityLevelConfiguration', '/zz-new'),
        ]),
    },
    status: 'complete',
  },
};

/** What does not pass: what was read stays, and the ledger says what happened. */
const lasting: Readonly<Record<string, Case>> = {
  'an error that stays': {
    resource: 'endpointslices.discovery.k8s.io',
    fault: { answer: trouble(500, 0) },
    status: 'unavailable',
    message: 'etcdserver: leader changed',
  },
  'a resource that is gone since discovery': {
    resource: 'storageclasses.storage.k8s.io',
    fault: { answer: notFound },
    status: 'unavailable',
    message: 'the server could not find the requested resource',
  },
};

const cases = { ...passing, ...lasting };

function faultsOf(): Fault[] {
  return Object.values(cases).map(({ resource, fault: { page = 'first', ...fault } }) => {
    const [plural = '', ...group] = resource.split('.');
    const api = group.length === 0 ? '/api' : `/apis/${group.join('\\.')}`;
    const later = page === 'later' ? 'continue=' : '';
    return { ...fault, at: new RegExp(`^${api}/v\\d[a-z0-9]*/${plural}\\?.*${later}`) };
  });
}

describe('one run through all that can go wrong, as a process', () => {
  let folder: string;
  let run: Run;
  let ledger: ReadonlyMap<string, Resource>;
  let read: ReadonlyMap<string, readonly string[]>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clusterbook-faults-'));
    const double = await startApiDouble(dockerDesktop, {
      secure: true,
      http2: true,
      faults: faultsOf(),
      deadGroups: [{ group: 'stock.example.com', version: 'v1' }],
      forbidden: [
        { resource: 'daemonsets.apps' },
        { resource: `roles.${rbac}`, namespaces: ['kube-public'] },
      ],
    });
    const contexts = { desk: { server: double.url, certificate: true } };
    const kubeconfig = await writeKubeconfig(join(folder, 'kubeconfig'), contexts);
    run = await clusterbookProcess([
      ...['snapshot', '--kubeconfig', kubeconfig, '--snapshots', folder],
      ...['--page-size', '4', '--concurrency', '8'],
    ]);
    await double.close();
    const { manifest, lists } = await readSnapshot(join(folder, 'desk'));
    ledger = new Map(manifest.resources.map((line) => [resourceKey(line), line]));
    read = new Map(
      lists.map(({ resource, objects }) => [resourceKey(resource), objects.map(placeOf)]),
    );
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true }));

  test('ends well', () => {
    expect([run.status, run.stderr.match(/^clusterbook.*/gm)]).toEqual([0, null]);
  });

  test.each(Object.entries(cases))('%s', (_, { resource, status, message }) => {
    const line = ledger.get(resource);
    expect([line?.status, line?.message]).toEqual([status, message]);
  });

  test.each(Object.entries(passing))(
    '%s: no object is missing or there twice',
    (_, { resource }) => {
      const served = dockerDesktop.resources.find(({ type }) => resourceKey(type) === resource);
      expect(read.get(resource)).toEqual(served?.objects.map(placeOf));
    },
  );

  test('a forbidden list is read where it is allowed', () => {
    expect(ledger.get('daemonsets.apps')?.status).toBe('forbidden');
    const roles = ledger.get(`roles.${rbac}`);
    expect([roles?.status, roles?.namespaces?.['kube-public']?.status]).toEqual([
      'partial',
      'forbidden',
    ]);
    expect(read.get(`roles.${rbac}`)?.filter((place) => !place.startsWith('kube-system/'))).toEqual(
      [],
    );
  });

  test('a group whose discovery fails is one line', () => {
    expect(ledger.get('unknown.stock.example.com')?.status).toBe('unavailable');
  });

  test('what is missing is said on stderr, a line each', () => {
    expect(run.stderr.match(/^warning: desk: \S+/gm)?.sort()).toEqual([
      'warning: desk: apiservices.apiregistration.k8s.io',
      'warning: desk: daemonsets.apps',
      'warning: desk: endpointslices.discovery.k8s.io',
      `warning: desk: roles.${rbac}`,
      'warning: desk: storageclasses.storage.k8s.io',
      'warning: desk: unknown.stock.example.com',
    ]);
  });
});

describe('an answer that is no JSON', () => {
  const at = /^\/api\/v1\/configmaps\?/;

  test('is asked for again', async () => {
    await snapshotOf(await serving({ faults: [{ at, times: 1, answer: 'invalid-json' }] }));
    expect(await ledgerLine('configmaps')).toMatchObject({ status: 'complete', count: 11 });
  });

  test('is never taken for a whole list', async () => {
    const double = await serving({ faults: [{ at, answer: 'invalid-json' }] });
    const { status, stderr } = await snapshotOf(double, '--strict', '--resource', 'configmaps');
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/configmaps|could be read/);
  });
});

test('after an expired token the list is read as it is now, each object once', async () => {
  const change: Fault['change'] = (cluster) =>
    withObjects(cluster, 'configmaps', ([_, ...objects]) => [
      ...objects,
      object('v1', 'ConfigMap', 'default/added'),
      object('v1', 'ConfigMap', 'kube-system/added'),
    ]);
  const at = /^\/api\/v1\/configmaps\?.*continue=/;
  const faults: Fault[] = [{ at, times: 1, answer: 'expired-for-good', change }];
  const names = (await namesAfter(faults)).filter((name) => /added|default/.test(name));
  expect(names).toEqual(['default/added', 'kube-system/added']);
});

async function namesAfter(faults: readonly Fault[]): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-faults-'));
  const double = await startApiDouble(await clusterOf('snapshots/docker-desktop'), { faults });
  const contexts = { desk: { server: double.url } };
  const kubeconfig = await writeKubeconfig(join(folder, 'kubeconfig'), contexts);
  await clusterbookProcess([
    ...['snapshot', '--kubeconfig', kubeconfig, '--snapshots', folder, '--page-size', '4'],
    ...['--resource', 'configmaps'],
  ]);
  const { lists } = await readSnapshot(join(folder, 'desk'));
  await double.close();
  await rm(folder, { recursive: true });
  return lists.flatMap(({ objects }) => objects.map(placeOf));
}

test('an answer that stops half-way is asked for again after the request time-out', async () => {
  const faults: Fault[] = [{ at: /\/configmaps\?/, times: 1, answer: 'stalled' }];
  const args = ['--request-timeout', '1s', '--resource', 'configmaps'];
  await snapshotOf(await serving({ faults }), ...args);
  expect(await ledgerLine('configmaps')).toMatchObject({ status: 'complete', count: 11 });
});

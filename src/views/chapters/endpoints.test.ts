import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { object, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { clusterOf } from '#tests/fixtures/chapters.ts';
import { importedSnapshot } from '#tests/fixtures/imported.ts';
import { type Cluster, find } from './cluster.ts';
import { endpointsBehind } from './endpoints.ts';

const service = object('v1', 'Service', 'shop/web', {
  spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 'www' }] },
});

const pod = (name: string, podIP: string, ready: string) =>
  object('v1', 'Pod', `shop/${name}`, {
    metadata: { name, namespace: 'shop', labels: { app: 'web' } },
    spec: { containers: [{ name: 'web', ports: [{ name: 'www', containerPort: 8080 }] }] },
    status: { podIP, conditions: [{ type: 'Ready', status: ready }] },
  });

const slice = (...endpoints: readonly object[]) =>
  object('discovery.k8s.io/v1', 'EndpointSlice', 'shop/web-x7k2p', {
    metadata: {
      name: 'web-x7k2p',
      namespace: 'shop',
      labels: { 'kubernetes.io/service-name': 'web' },
    },
    endpoints,
    ports: [{ name: 'http', port: 8080 }],
  });

function behind(cluster: Cluster, namespace = 'shop', name = 'web') {
  const entry = find(cluster, 'Service', namespace, name);
  const found = entry && endpointsBehind(cluster, entry);
  return found && [found.from, ...found.list.map(({ address }) => address)];
}

test('EndpointSlices say what is ready behind a Service', () => {
  const ready = { addresses: ['10.1.0.4'], conditions: { ready: true } };
  const late = { addresses: ['10.1.0.5'], conditions: { ready: false } };
  const cluster = clusterOf(snapshotOf(service, pod('a', '10.1.0.4', 'True'), slice(ready, late)));
  expect(behind(cluster)).toEqual(['slices', '10.1.0.4:8080']);
});

test('an EndpointSlice without ready endpoints is an answer too', () => {
  const late = { addresses: ['10.1.0.5'], conditions: { ready: false } };
  const cluster = clusterOf(snapshotOf(service, pod('a', '10.1.0.4', 'True'), slice(late)));
  expect(behind(cluster)).toBeUndefined();
});

test('without them the ready pods that the selector finds stand in, at the port they name', () => {
  const snapshot = snapshotOf(service, pod('a', '10.1.0.4', 'True'), pod('b', '10.1.0.5', 'False'));
  const cluster = clusterOf(
    withCoverage(snapshot, { endpoints: 'skipped', 'endpointslices.discovery.k8s.io': 'skipped' }),
  );
  expect(behind(cluster)).toEqual(['selector', '10.1.0.4:8080']);
});

test('an address that the dump took out is none', () => {
  const snapshot = snapshotOf(service, pod('a', '***HIDDEN***', 'True'));
  const coverage = { endpoints: 'skipped', 'endpointslices.discovery.k8s.io': 'skipped' } as const;
  expect(behind(clusterOf(withCoverage(snapshot, coverage)))).toBeUndefined();
});

test('a cluster whose EndpointSlices were read has none but those', () => {
  const cluster = clusterOf(snapshotOf(service, pod('a', '10.1.0.4', 'True')));
  expect(behind(cluster)).toBeUndefined();
});

test.skipIf(!existsSync('../shared/data'))(
  'EKS: the pods of kube-dns, where the dump has no EndpointSlice (folder ../shared/data)',
  { timeout: 60_000 },
  async () => {
    const cluster = clusterOf(await importedSnapshot('../shared/data/eks-1.31-dump-stdout'));
    expect(behind(cluster, 'kube-system', 'kube-dns')).toEqual([
      'selector',
      '10.0.10.194:53',
      '10.0.10.210:53',
    ]);
    expect(behind(cluster, 'default', 'kubernetes')).toBeUndefined();
  },
);

test.skipIf(!existsSync('../shared/data'))(
  'kind: the address of the API server from its pod (folder ../shared/data)',
  { timeout: 60_000 },
  async () => {
    const cluster = clusterOf(await importedSnapshot('../shared/data/kind-1.24-dump-stdout'));
    expect(behind(cluster, 'default', 'kubernetes')).toEqual(['api-servers', '172.18.0.2:6443']);
  },
);

import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { filesOf, imported } from '#tests/fixtures/imported.ts';

test('uid, version and time of the cluster come from its objects', async () => {
  const contents = {
    'namespace.json': {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'kube-system', uid: 'u' },
    },
    'node.json': {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'n', creationTimestamp: '2026-11-01T00:00:00Z' },
      status: {
        nodeInfo: { kubeletVersion: 'v1.34.9' },
        conditions: [{ lastHeartbeatTime: '2026-11-22T08:00:00Z' }],
      },
    },
    'certificate.json': object('x.io/v1', 'Certificate', 'shop/c', {
      status: { notAfter: '2099-01-01T00:00:00Z', conditions: [] },
    }),
  };
  const apiServer = object('v1', 'Pod', 'kube-system/kube-apiserver-n', {
    spec: { containers: [{ image: 'registry.k8s.io/kube-apiserver:v1.36.2@sha256:abc' }] },
  });
  const dump = await imported(filesOf(contents));
  expect([dump.cluster, dump.takenAt]).toEqual([
    { uid: 'u', version: 'v1.34.9' },
    '2026-11-22T08:00:00Z',
  ]);
  const withServer = await imported(filesOf({ ...contents, 'pod.json': apiServer }));
  expect(withServer.cluster.version).toBe('v1.36.2');
});

test('what the dump says of itself counts more than what its objects show', async () => {
  const dump = await imported(
    filesOf({
      'version.json': { gitVersion: 'v1.36.2', platform: 'linux/amd64' },
      'index.json': {
        recordedAt: '2026-11-22T09:56:23.983Z',
        serverVersion: 'v1.36.1',
        resources: [],
      },
      'pod.json': object('v1', 'Pod', 'shop/web'),
    }),
  );
  expect([dump.cluster, dump.takenAt]).toEqual([
    { version: 'v1.36.2', platform: 'linux/amd64' },
    '2026-11-22T09:56:23.983Z',
  ]);
});

test('objects without times are as old as their files', async () => {
  const dump = await imported(filesOf({ 'pod.json': object('v1', 'Pod', 'shop/web') }));
  expect(dump.takenAt).toBe('2026-11-22T12:00:00Z');
});

test('two clusters in one dump are remarked', async () => {
  const namespace = (uid: string) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'kube-system', uid },
  });
  const { report } = await imported(
    filesOf({ 'a.json': namespace('1'), 'b.json': namespace('2') }),
  );
  expect(report.remarks).toEqual([
    {
      file: 'b.json',
      text: 'is of another cluster than the files before it: both become one book',
      count: 1,
    },
  ]);
});

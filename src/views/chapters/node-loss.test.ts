import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSnapshot } from '#store/read-snapshot.ts';
import { object, snapshotOf } from '#tests/fixtures/builders.ts';
import { clusterOf, textOf, walkthrough } from '#tests/fixtures/chapters.ts';
import { importedSnapshot } from '#tests/fixtures/imported.ts';
import { boundPods } from './bound-pods.ts';
import type { ChapterView } from './chapter-view.ts';
import { all, type Cluster } from './cluster.ts';
import { fateOf, onOneNode } from './node-loss.ts';

const node = (name: string) => object('v1', 'Node', name);

function pod(name: string, nodeName: string | undefined, owner?: readonly [string, string]) {
  const ownerReferences = owner && [
    { apiVersion: 'apps/v1', kind: owner[0], name: owner[1], uid: owner[1], controller: true },
  ];
  return object('v1', 'Pod', `shop/${name}`, {
    metadata: { name, namespace: 'shop', ...(ownerReferences && { ownerReferences }) },
    spec: { nodeName, containers: [] },
  });
}

const stopped = (cluster: Cluster) =>
  onOneNode(cluster).map(({ pods, nodeName }) => [
    nodeName,
    ...pods.map((entry) => entry.object.metadata.name),
  ]);

test('one node stops a workload whose pods are all on it, also where its ReplicaSet is not captured', () => {
  const cluster = clusterOf(
    snapshotOf(
      node('a'),
      node('b'),
      pod('web-1', 'a', ['ReplicaSet', 'web-5d9']),
      pod('web-2', 'a', ['ReplicaSet', 'web-5d9']),
      pod('api-1', 'a', ['ReplicaSet', 'api-77c']),
      pod('api-2', 'b', ['ReplicaSet', 'api-77c']),
      pod('db-0', 'b', ['StatefulSet', 'db']),
      pod('agent-x', 'a', ['DaemonSet', 'agent']),
      pod('waiting-1', undefined, ['ReplicaSet', 'waiting-1b2']),
    ),
  );
  expect(stopped(cluster)).toEqual([
    ['b', 'db-0'],
    ['a', 'web-1', 'web-2'],
  ]);
});

test('with a single node there is nothing to tell apart', () => {
  const cluster = clusterOf(snapshotOf(node('a'), pod('web-1', 'a', ['ReplicaSet', 'web-5d9'])));
  expect(stopped(cluster)).toEqual([]);
});

test('a StatefulSet makes no second pod of a name before the first has ended', () => {
  const cluster = clusterOf(
    snapshotOf(
      node('a'),
      pod('db-0', 'a', ['StatefulSet', 'db']),
      pod('web-1', 'a', ['ReplicaSet', 'web-5d9']),
      pod('agent-x', 'a', ['DaemonSet', 'agent']),
      pod('bare', 'a'),
    ),
  );
  const fates = all(cluster, 'Pod').map((one) => [one.object.metadata.name, fateOf(cluster, one)]);
  expect(Object.fromEntries(fates)).toEqual({
    'db-0': 'waits',
    'web-1': 'again',
    'agent-x': 'stays',
    bare: 'gone',
  });
});

test('shop-prod: each disk stays in its zone, and only nodes there that suit the pod can take over', async () => {
  const cluster = clusterOf(await readSnapshot('snapshots/shop-prod'));
  const others = boundPods(cluster).map(({ pod: { object: one }, otherNodes }) => [
    one.metadata.name,
    otherNodes.map(({ object: other }) => other.metadata.name.replace(/\..*/, '')),
  ]);
  expect(Object.fromEntries(others)).toEqual({
    'prometheus-0': ['ip-10-40-8-21'],
    'opensearch-0': ['ip-10-40-8-21'],
    'opensearch-1': [],
    'postgres-0': [],
    'postgres-1': [],
    'postgres-2': [],
    'redis-0': ['ip-10-40-72-47'],
  });
});

test.skipIf(!existsSync('../shared/data'))(
  'minikube 1.26: a dump without ReplicaSets and Deployments shows what one node stops (folder ../shared/data)',
  { timeout: 60_000 },
  async () => {
    const cluster = clusterOf(await importedSnapshot('../shared/data/minikube-1.26-getall-yaml'));
    expect(stopped(cluster).map(([nodeName, ...pods]) => `${nodeName}: ${pods.length}`)).toEqual([
      'minikube: 1',
      'minikube: 3',
      // Two pods of CoreDNS name ReplicaSets of one name and two uids: those of two clusters.
      ...Array.from({ length: 10 }, () => 'minikube: 1'),
    ]);
  },
);

test('where every pod belongs to its node, the loss of one deletes nothing', () => {
  const lead = (...pods: readonly ReturnType<typeof pod>[]) =>
    textOf(
      walkthrough(clusterOf(snapshotOf(node('a'), node('b'), ...pods))).get(
        'node-failure',
      ) as ChapterView,
    );
  const agents = [pod('agent-a', 'a', ['DaemonSet', 'agent']), pod('etcd-b', 'b', ['Node', 'b'])];
  expect(lead(...agents)).toContain('No pod would be deleted');
  expect(lead(...agents, pod('web-1', 'a', ['ReplicaSet', 'web-5d9']))).toContain(
    'most of its pods are deleted and made again elsewhere',
  );
});

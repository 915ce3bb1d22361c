import { expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Manifest } from '#snapshot/manifest.ts';
import { clustersHeading, hubCard } from './hub.ts';

type Status = Manifest['resources'][number]['status'];

function modelOf(pods: Status, nodes: readonly KubeObject[]) {
  const resource = (plural: string, kind: string, status: Status, count: number) => ({
    ...{ group: '', version: 'v1', plural, kind, singular: '', shortNames: [], categories: [] },
    ...{ namespaced: false, status, count, bytes: 0 },
  });
  const nodeLine = resource('nodes', 'Node', 'complete', nodes.length);
  const manifest: Manifest = {
    formatVersion: 1,
    id: 'lab',
    cluster: { name: 'lab' },
    takenAt: '2026-11-22T08:00:00Z',
    tool: { name: 'clusterbook', version: '0' },
    source: { type: 'api' },
    resources: [nodeLine, resource('pods', 'Pod', pods, 0)],
    redactions: {},
  };
  return buildModel({ manifest, lists: [{ resource: nodeLine, objects: nodes }] });
}

const node: KubeObject = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'one' },
  status: { conditions: [{ type: 'Ready', status: 'True' }] },
};

test('a cluster whose Pods nobody could read is not called healthy', () => {
  expect(hubCard(modelOf('forbidden', [node]))).toEqual({
    sentence: 'Kubernetes of an unknown maker on one machine.',
    health: { state: 'unknown', word: 'not known: Pods were not captured' },
    version: undefined,
    size: '1 node, Pods not captured',
    takenAt: '2026-11-22T08:00:00Z',
    coverage: { complete: 1, partial: 0, total: 2 },
  });
});

test('a cluster without Pods is small, not unknown', () => {
  const { health, size } = hubCard(modelOf('complete', [node]));
  expect([health.word, size]).toEqual(['healthy', '1 node, 0 Pods']);
});

test('a few clusters are counted in words', () => {
  expect([1, 3, 40].map(clustersHeading)).toEqual(['One cluster', 'Three clusters', '40 clusters']);
});

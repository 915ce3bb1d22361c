import { expect, test } from 'vitest';
import { diffSnapshots } from '#diff/diff-snapshots.ts';
import { buildModel } from '#model/build-model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { object, snapshotOf } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { changedDiagram } from './changed-diagram.ts';

const settings = object('v1', 'ConfigMap', 'shop/settings', { data: {} });
const web = (replicas: number): KubeObject =>
  object('apps/v1', 'Deployment', 'shop/web', {
    spec: {
      replicas,
      template: {
        spec: {
          containers: [{ name: 'web', image: 'web:1' }],
          volumes: [{ name: 'settings', configMap: { name: 'settings' } }],
        },
      },
    },
  });
const worker: KubeObject = { ...web(1), metadata: { ...web(1).metadata, name: 'worker' } };

function drawn(before: readonly KubeObject[], after: readonly KubeObject[]) {
  const [left, right] = [snapshotOf(...before), snapshotOf(...after)];
  const side = (snapshot: typeof left) => ({ model: buildModel(snapshot), links });
  const { changes } = diffSnapshots(left, right);
  const diagram = changedDiagram('shop', changes, side(left), side(right));
  return (
    diagram && [
      ...diagram.nodes.map(
        ({ kind, label, change }) => `${kind} ${label}, ${change ?? 'the same'}`,
      ),
      ...diagram.edges.map(({ from, to }) => `${from} to ${to}`),
    ]
  );
}

test('what changed is drawn with its sign, what it is joined to without', () => {
  expect(drawn([web(1), settings], [web(2), settings])).toEqual([
    '~ Deployment web, changed',
    'ConfigMap settings, the same',
    'Deployment.apps/shop/web to ConfigMap/shop/settings',
  ]);
});

test('what only the before side has is drawn where it was', () => {
  expect(drawn([web(1), worker, settings], [web(1), settings])).toEqual([
    '− Deployment worker, removed',
    'ConfigMap settings, the same',
    'Deployment.apps/shop/worker to ConfigMap/shop/settings',
  ]);
});

test('without a line to a difference there is no figure', () => {
  const lonely = (value: string) => object('v1', 'ConfigMap', 'shop/lonely', { data: { value } });
  expect(drawn([web(1), settings, lonely('a')], [web(1), settings, lonely('b')])).toBeUndefined();
});

import { expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import { objectId } from '#snapshot/object-id.ts';
import { object, pod, snapshotOf, targets, withCoverage } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { clusterView } from './cluster-page.ts';
import { hubCard } from './hub.ts';
import { kindView } from './kind-page.ts';
import { namespaceView } from './namespace-page.ts';
import { objectView } from './object.ts';
import { refTo } from './refs.ts';

const captured = object('v1', 'Node', 'read', {
  status: { conditions: [{ type: 'Ready', status: 'True' }] },
});

/** A dump of Pods on two Nodes, of which it holds one, and of no Namespace. */
function dump(): Model {
  const { manifest, lists } = withCoverage(
    snapshotOf(captured, pod('shop/web', {}, { spec: { nodeName: 'named' } })),
    { nodes: 'partial', namespaces: 'partial' },
  );
  return buildModel({
    lists,
    manifest: {
      ...manifest,
      cluster: { name: 'lab', version: 'v1.28.2' },
      inferred: {
        version: 'the image of kube-proxy',
        namespaces: [{ name: 'shop', from: 'metadata.namespace of its objects' }],
        nodes: [{ name: 'named', from: 'spec.nodeName of Pods' }],
      },
    },
  });
}

const nodeId = (name: string) => objectId({ group: '', kind: 'Node', name });

test('an inferred Node has a page that says so, and links to it are marked', () => {
  const model = dump();
  expect(targets(model, 'Pod/shop/web')).toContain('Node/named');
  expect(refTo(model, nodeId('named'), links.object)).toMatchObject({
    inferred: true,
    href: 'Node/named',
  });
  expect(refTo(model, nodeId('read'), links.object)).not.toHaveProperty('inferred');
  const entry = model.get(nodeId('named'));
  if (entry === undefined) throw new Error('no entry');
  const view = objectView({ model, links, entry, page: 1 });
  expect([view.inferred, view.health]).toEqual(['spec.nodeName of Pods', undefined]);
});

test('the page of an inferred namespace says where its name stands', () => {
  expect(namespaceView(dump(), links, 'shop').inferred).toBe('metadata.namespace of its objects');
});

test('hub, home and list of the kind count what is inferred apart', () => {
  const model = dump();
  const { version, versionFrom, size } = hubCard(model);
  expect([version, versionFrom, size]).toEqual([
    'v1.28.2',
    'the image of kube-proxy',
    '2 nodes (1 inferred), 1 Pod',
  ]);
  const { facts, namespaces } = clusterView(model, links);
  expect(facts.filter(({ label }) => /Kubernetes|Nodes/.test(label))).toEqual([
    { label: 'Kubernetes', value: 'v1.28.2', why: 'Inferred from the image of kube-proxy' },
    { label: 'Nodes', value: '2', why: 'no role; 1 inferred' },
  ]);
  expect(namespaces.map(({ name, inferred }) => [name, inferred])).toEqual([['shop', true]]);
  const [first, ...rest] = model.ofKind({ group: '', kind: 'Node' });
  if (first === undefined) throw new Error('no Node');
  expect(kindView(model, links, [first, ...rest], 1).lead).toContain(
    'This snapshot holds 2. 1 inferred: other objects name them, the dump does not hold them.',
  );
});

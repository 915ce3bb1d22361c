import { expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { object, pod, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { proseText } from './chapters/prose.ts';
import { clusterView } from './cluster-page.ts';

const view = (model: Model) => clusterView(model, links);

/** `label: value (why)`. */
const facts = (model: Model) =>
  view(model).facts.map(({ label, value, why }) => `${label}: ${value}${why ? ` (${why})` : ''}`);

test('shop-prod at a glance', async () => {
  const model = buildModel(await readSnapshot('snapshots/shop-prod'));
  expect(view(model).lead).toBe(
    'Amazon EKS on 6 machines. Amazon runs the control plane; this snapshot shows nodes and workloads only.',
  );
  expect(proseText(view(model).summary)).toMatchInlineSnapshot(
    `"10 namespaces are its users' own, with 31 workloads: shop, batch, monitoring and 7 more. It runs Fluent Bit, node-exporter, Argo CD, Velero, cert-manager and 9 other known add-ons. Requests come in through 2 Ingresses, 1 Gateway and 1 LoadBalancer Service. 8 PersistentVolumeClaims in 3 namespaces keep its data. 13 things are broken, 3 risky."`,
  );
  expect(facts(model)).toMatchInlineSnapshot(`
    [
      "Distribution: Amazon EKS (Because of 6 of 6 nodes with the label eks.amazonaws.com/capacityType)",
      "Machines: Amazon EC2 (Because of 6 of 6 nodes whose spec.providerID begins with aws://)",
      "Kubernetes: v1.36.2",
      "Nodes: 6 (no role)",
      "Runtime: containerd://2.1.5",
      "Machines run: Amazon Linux 2023.9.20260914",
      "Pods: 101 (89 ready, 5 done)",
      "Service addresses: 172.20.0.0/16",
      "Storage, by default: gp3 (and 1 other class)",
      "Created: 2026-11-22, 50s before capture (Age of namespace kube-system)",
    ]
  `);
});

test('the findings of shop-prod are counted, the worst told, the untidy ones by kind', async () => {
  const model = buildModel(await readSnapshot('snapshots/shop-prod'));
  const { counts, top, hidden, untidy } = view(model).findings;
  expect({
    counts: counts.map(({ severity, count }) => `${count} ${severity}`),
    told: top.length,
    hidden,
    untidy: untidy.map(({ title, count }) => `${count} ${title}`),
  }).toEqual({
    counts: ['13 broken', '3 risky', '21 untidy'],
    told: 16,
    hidden: 0,
    untidy: ['20 No resource requests', '1 Named by nothing'],
  });
});

test('what was not read is not called none', () => {
  const snapshot = withCoverage(snapshotOf(object('v1', 'Namespace', 'shop')), {
    nodes: 'forbidden',
    pods: 'forbidden',
    'storageclasses.storage.k8s.io': 'forbidden',
  });
  expect(facts(buildModel(snapshot))).toEqual([
    'Kubernetes: version not captured',
    'Nodes: not captured',
    'Pods: not captured',
    'Storage: not captured',
  ]);
});

test('a cluster without classes and Pods has none', () => {
  expect(facts(buildModel(snapshotOf(pod('shop/a'))))).toContain('Storage: no class');
});

test('of many namespaces the home shows those with the most objects, and names the others', () => {
  const names = Array.from({ length: 45 }, (_, i) => `team-${10 + i}`);
  const pods = [...names.map((name) => pod(`${name}/a`)), pod('team-54/b')];
  const { namespaces, furtherNamespaces } = view(buildModel(snapshotOf(...pods)));
  expect(namespaces).toHaveLength(40);
  expect(namespaces.map(({ name }) => name).slice(0, 2)).toEqual(['team-54', 'team-10']);
  expect(furtherNamespaces.map(({ name }) => name)).toEqual(names.slice(39, 44));
});

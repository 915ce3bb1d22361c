import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import {
  modelOf,
  object,
  pod,
  service,
  snapshotOf,
  withCoverage,
} from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { proseText } from './chapters/prose.ts';
import { namespaceView } from './namespace-page.ts';
import { namespaceRows } from './namespaces.ts';

const view = (model: Model, name: string) => namespaceView(model, links, name);

function facts(model: Model) {
  return Object.fromEntries(
    view(model, 'shop').facts.map(({ label, value, refs = [] }) => [
      label,
      [...refs.map(({ name }) => name), value].filter(Boolean).join(' '),
    ]),
  );
}

describe('what limits a namespace', () => {
  const shop = snapshotOf(pod('shop/a'));

  test('nothing, where the lists were read and are empty', () => {
    expect(facts(buildModel(shop))).toEqual({
      Owner: 'Not captured',
      Objects: '1 of 1 kind',
      Quota: 'no limit',
      'Sizes of containers': 'no defaults, no limits',
      'Network policy': 'none, all traffic allowed',
    });
  });

  test('is not known where the lists were not read', () => {
    const blind = withCoverage(shop, {
      resourcequotas: 'forbidden',
      limitranges: 'forbidden',
      'networkpolicies.networking.k8s.io': 'forbidden',
    });
    expect(facts(buildModel(blind))).toMatchObject({
      Quota: 'not captured',
      'Sizes of containers': 'not captured',
      'Network policy': 'not captured',
    });
  });

  test('is not known either where only this namespace was closed', () => {
    const closed = withCoverage(shop, {
      'networkpolicies.networking.k8s.io': {
        status: 'partial',
        namespaces: { blog: { status: 'complete' }, shop: { status: 'forbidden' } },
      },
    });
    expect(facts(buildModel(closed))['Network policy']).toBe('not captured');
  });

  test('is named, the first four', () => {
    const policy = (name: string) =>
      object('networking.k8s.io/v1', 'NetworkPolicy', `shop/${name}`);
    const model = modelOf(...['a', 'b', 'c', 'd', 'e', 'f'].map(policy));
    expect(facts(model)['Network policy']).toBe('a b c d and 2 more');
  });
});

describe('what a namespace is for', () => {
  const purpose = (model: Model, name: string) =>
    namespaceRows(model, links).find((row) => row.name === name)?.purpose;

  test('is known of those of Kubernetes, and said by its people of others', () => {
    const model = modelOf(
      object('v1', 'Namespace', 'kube-system'),
      object('v1', 'Namespace', 'shop', {
        metadata: { annotations: { 'a8r.io/description': 'The web shop' } },
      }),
    );
    expect(purpose(model, 'kube-system')).toBe('The parts that Kubernetes itself is made of.');
    expect(purpose(model, 'shop')).toBe('The web shop');
  });

  test('is otherwise what runs in it: autoscalers and budgets run nothing', () => {
    const model = modelOf(
      object('apps/v1', 'Deployment', 'shop/web'),
      object('autoscaling/v2', 'HorizontalPodAutoscaler', 'shop/web'),
      object('policy/v1', 'PodDisruptionBudget', 'shop/web'),
      service('shop/web', { app: 'web' }),
    );
    expect(purpose(model, 'shop')).toBe('Holds 1 workload and 1 Service.');
  });

  test('is nothing yet where it holds only what every namespace gets', () => {
    const model = modelOf(
      object('v1', 'ConfigMap', 'shop/kube-root-ca.crt'),
      object('v1', 'ServiceAccount', 'shop/default'),
    );
    expect(purpose(model, 'shop')).toBe('Holds only what every namespace gets.');
  });
});

test('kube-system of docker-desktop runs these, by how they are kept running', async () => {
  const model = buildModel(await readSnapshot('snapshots/docker-desktop'));
  const { runs } = view(model, 'kube-system');
  expect(
    runs.map(({ label, applications }) => [
      label,
      ...applications.map(({ ref, pods }) => `${ref.name} ${pods}`),
    ]),
  ).toEqual([
    [
      'Static Pods, run by the kubelet of their node',
      'etcd-docker-desktop 1',
      'kube-apiserver-docker-desktop 1',
      'kube-controller-manager-docker-desktop 1',
      'kube-scheduler-docker-desktop 1',
    ],
    ['Workloads', 'kube-proxy 1', 'coredns 2'],
    [
      'Pods without a controller: nothing starts them again',
      'storage-provisioner 1',
      'vpnkit-controller 1',
    ],
  ]);
  const coredns = runs
    .flatMap(({ applications }) => applications)
    .find(({ ref }) => ref.name === 'coredns');
  expect(proseText(coredns?.does ?? [])).toBe(
    'Cluster DNS: answers names of Services and pods, forwards the rest.',
  );
});

test('a namespace tells its findings, and the list of namespaces counts what is broken', async () => {
  const model = buildModel(await readSnapshot('snapshots/shop-prod'));
  expect(view(model, 'payments').findings.top.map(({ ref }) => `${ref.kind} ${ref.name}`)).toEqual([
    'Deployment payments-reconciler',
    'Certificate internal-tls',
    'Issuer internal-ca',
  ]);
  const rows = namespaceRows(model, links);
  expect(
    Object.fromEntries(rows.flatMap(({ name, broken }) => (broken > 0 ? [[name, broken]] : []))),
  ).toEqual({
    batch: 1,
    identity: 1,
    'kube-system': 1,
    payments: 3,
    search: 2,
    shop: 3,
    'shop-data': 1,
  });
});

test('Events stand on the pages of what they are about; the namespace counts them', async () => {
  const model = buildModel(await readSnapshot('snapshots/docker-desktop'));
  const { events, sections } = view(model, 'kube-system');
  expect(events).toBe(38);
  expect(sections.flatMap(({ tables }) => tables.map(({ label }) => label))).not.toContain(
    'Events',
  );
});

test('a purpose that only a note may tell is not called untold', async () => {
  const model = buildModel(await readSnapshot('snapshots/shop-prod'));
  const note = { file: 'notes/shop.md', contacts: [], blocks: [] };
  expect(namespaceView(model, links, 'shop').leadFrom).toMatch(/no annotation of the Namespace/);
  expect(namespaceView(model, links, 'shop', [note]).leadFrom).toBe(
    'Derived from what is in it. What people say of it stands in the note below.',
  );
});

import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { idOf, type ObjectId } from '#snapshot/object-id.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { modelOf, object, ownedBy, pod } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { proseText } from './chapters/prose.ts';
import { madeByOf, makerCounts } from './made-by.ts';

function madeBy(model: Model, id: string) {
  const entry = model.get(id as ObjectId);
  if (entry === undefined) throw new Error(`There is no ${id}.`);
  const { lines, writers, gap } = madeByOf({ model, links, entry }, () => undefined);
  return {
    lines: lines.map(({ says, evidence }) => [
      proseText(says),
      ...evidence.map(({ path, value }) => `${path}=${value}`),
    ]),
    writers: writers.map(
      ({ manager, meaning, how, wrote }) => `${manager} (${proseText(meaning)}) ${how} ${wrote}`,
    ),
    gap,
  };
}

const withMeta = (metadata: object): KubeObject =>
  object('apps/v1', 'Deployment', 'shop/web', { metadata });
const said = (made: KubeObject) => madeBy(modelOf(made), idOf(made)).lines.map(([says]) => says);

describe('tools are known by the marks they leave', () => {
  test.each([
    [
      'Helm: release web in shop, chart web-1.2.0.',
      {
        annotations: {
          'meta.helm.sh/release-name': 'web',
          'meta.helm.sh/release-namespace': 'shop',
        },
        labels: { 'app.kubernetes.io/managed-by': 'Helm', 'helm.sh/chart': 'web-1.2.0' },
      },
    ],
    [
      'Helm: release web, chart web-0.1.',
      { labels: { heritage: 'Tiller', release: 'web', chart: 'web-0.1' } },
    ],
    [
      'Argo CD: Application shop.',
      { annotations: { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/web' } },
    ],
    [
      'Flux: Kustomization apps in flux-system.',
      {
        labels: {
          'kustomize.toolkit.fluxcd.io/name': 'apps',
          'kustomize.toolkit.fluxcd.io/namespace': 'flux-system',
        },
      },
    ],
    [
      'OLM, the Operator Lifecycle Manager: ClusterServiceVersion etcd.v1.',
      { labels: { 'olm.owner': 'etcd.v1', 'olm.owner.kind': 'ClusterServiceVersion' } },
    ],
    ['Kustomize.', { labels: { 'app.kubernetes.io/managed-by': 'kustomize' } }],
    ['prometheus-operator.', { labels: { 'app.kubernetes.io/managed-by': 'prometheus-operator' } }],
    [
      'The API server, as it started.',
      { labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' } },
    ],
  ])('%s', (says, metadata) => {
    expect(said(withMeta(metadata))).toEqual([says]);
  });

  test('a tool that says its name twice is told once', () => {
    const labels = { 'app.kubernetes.io/managed-by': 'argocd' };
    const annotations = { 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/web' };
    expect(said(withMeta({ labels, annotations }))).toEqual(['Argo CD: Application shop.']);
  });

  test('a label that nobody knows tells nothing, also one called like a property of objects', () => {
    expect(said(withMeta({ labels: { app: 'web', constructor: 'x' } }))).toEqual([]);
  });
});

test('an owner is told with its own owner', () => {
  const garden = object('example.com/v1', 'Garden', 'shop/rose');
  const set = ownedBy(garden, object('apps/v1', 'ReplicaSet', 'shop/rose-1'));
  const model = modelOf(garden, set, ownedBy(set, pod('shop/rose-1-a')));
  expect(madeBy(model, 'Pod/shop/rose-1-a').lines).toEqual([
    [
      'ReplicaSet rose-1 owns it, itself owned by Garden rose.',
      'metadata.ownerReferences[0]=ReplicaSet rose-1',
    ],
  ]);
});

test('what nobody marked says why nothing is known', () => {
  expect(madeBy(modelOf(withMeta({})), 'Deployment.apps/shop/web')).toEqual({
    lines: [],
    writers: [],
    gap: 'No owner, label or annotation tells. Who wrote its fields was not captured: dumps mostly leave managedFields out.',
  });
});

test('in shop-prod an Application made the API of the shop, and the autoscaler wrote its scale', async () => {
  const model = buildModel(await readSnapshot('snapshots/shop-prod'));
  expect(madeBy(model, 'Deployment.apps/shop/api')).toEqual({
    lines: [
      [
        'Argo CD: Application shop.',
        'metadata.annotations["argocd.argoproj.io/tracking-id"]=shop:apps/Deployment:shop/api',
      ],
    ],
    writers: [
      'argocd-controller (Argo CD) applied the object',
      'kube-controller-manager (a controller of Kubernetes) updated scale',
      'kube-controller-manager (a controller of Kubernetes) updated status',
    ],
    gap: undefined,
  });
  expect(makerCounts(model.inNamespace('monitoring'))).toEqual([
    { tool: 'Helm', count: 7 },
    { tool: 'kubectl apply', count: 3 },
  ]);
});

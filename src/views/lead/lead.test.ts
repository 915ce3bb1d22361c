import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import {
  modelOf,
  object,
  ownedBy,
  pod,
  service,
  snapshotOf,
  withCoverage,
} from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { proseText } from '#views/chapters/prose.ts';
import { leadOf } from './lead.ts';

function lead(model: Model, id: string): string | undefined {
  const entry = model.get(id as ObjectId);
  if (entry === undefined) throw new Error(`The model has no ${id}.`);
  const found = leadOf({ model, links, entry });
  const why = found?.why === undefined ? '' : ` (${proseText(found.why)})`;
  return found && `${proseText(found.says)}${why}`;
}

const dockerDesktop = buildModel(await readSnapshot('snapshots/docker-desktop'));
const shopProd = buildModel(await readSnapshot('snapshots/shop-prod'));

test.each([
  [
    'Deployment.apps/kube-system/coredns',
    'Cluster DNS: answers names of Services and pods, forwards the rest. (Recognised as CoreDNS by label k8s-app=kube-dns, image registry.k8s.io/coredns/coredns:v1.13.1, name coredns and kind Deployment.)',
  ],
  [
    'Pod/kube-system/etcd-docker-desktop',
    'Consistent key-value store that holds every API object. (Recognised as etcd by label component=etcd, image registry.k8s.io/etcd:3.6.6-0, namespace kube-system and kind static pod.)',
  ],
  [
    'Service/kube-system/kube-dns',
    'Reaches Deployment coredns at 10.96.0.10: 2 endpoints, all ready.',
  ],
  [
    'Service/default/kubernetes',
    'Leads at 10.96.0.1 to endpoints that somebody else maintains: one endpoint, ready.',
  ],
  [
    'ConfigMap/kube-system/kubeadm-config',
    'How the cluster was set up. kubeadm upgrade reads it. (Known by its name. Written by kubeadm.)',
  ],
  [
    'Namespace/kube-public',
    'Meant to be readable by everyone, even without login. (Known by its name.)',
  ],
  ['Node/docker-desktop', 'A control-plane node with kubelet v1.36.2, running 9 Pods.'],
  [
    'ClusterRole.rbac.authorization.k8s.io/system:coredns',
    'Granted to ServiceAccount coredns in kube-system.',
  ],
  [
    'ServiceAccount/kube-system/coredns',
    'The identity of Deployment coredns. It holds ClusterRole system:coredns. Group system:serviceaccounts gives it ClusterRoles cluster-admin and system:service-account-issuer-discovery.',
  ],
  ['IPAddress.networking.k8s.io/10.96.0.10', 'Taken by Service kube-dns in kube-system.'],
  [
    'ServiceCIDR.networking.k8s.io/kubernetes',
    'Services get their addresses from 10.96.0.0/12; 2 are taken.',
  ],
  [
    'Lease.coordination.k8s.io/kube-node-lease/docker-desktop',
    'The heartbeat of Node docker-desktop.',
  ],
  ['APIService.apiregistration.k8s.io/v1.apps', 'The API server itself answers for apps/v1.'],
])('docker-desktop: %s', (id, says) => {
  expect(lead(dockerDesktop, id)).toBe(says);
});

test.each([
  [
    'Deployment.apps/shop/recommendations',
    'Runs registry.example.com/shop/recommendations:0.4.1 in 2 Pods behind Service recommendations.',
  ],
  ['StatefulSet.apps/shop-data/postgres', 'Main relational store. (Its own annotation says so.)'],
  [
    'CronJob.batch/batch/reports',
    'Starts a Job with registry.example.com/batch/report:0.9.0 at */1 * * * *; the last one 17s before capture.',
  ],
  [
    'Job.batch/batch/broken-import',
    'Runs registry.example.com/batch/import:1.2.9 until it has ended well; 0/1 at capture.',
  ],
  [
    'HorizontalPodAutoscaler.autoscaling/shop/web',
    'Keeps Deployment web between 4 and 20 Pods; it had 4 at capture.',
  ],
  [
    'PersistentVolumeClaim/shop-data/data-postgres-0',
    '100Gi of class gp3 for StatefulSet postgres.',
  ],
  [
    'StorageClass.storage.k8s.io/gp3',
    'Volumes are made by ebs.csi.aws.com; 7 claims ask for it. Claims that name no class get this one.',
  ],
  ['Secret/shop/api-secrets', 'Read by Deployment api.'],
  [
    'Secret/cert-manager/sh.helm.release.v1.cert-manager.v3',
    'What Helm remembers of revision 3 of its release cert-manager.',
  ],
  [
    'RoleBinding.rbac.authorization.k8s.io/shop/gone-account',
    'Grants ClusterRole view to ServiceAccount shop/does-not-exist (missing) in namespace shop.',
  ],
  [
    'Ingress.networking.k8s.io/shop/legacy',
    'Sends requests for old.shop.example.com to Service web.',
  ],
  ['NetworkPolicy.networking.k8s.io/shop/api-egress', 'Restricts egress of Deployment api.'],
  [
    'IngressClass.networking.k8s.io/nginx',
    'Controller k8s.io/ingress-nginx serves Ingresses legacy and shop in shop.',
  ],
  [
    'CustomResourceDefinition.apiextensions.k8s.io/certificates.cert-manager.io',
    'Defines Certificate of group cert-manager.io; this snapshot holds 3.',
  ],
  [
    'APIService.apiregistration.k8s.io/v1beta1.metrics.k8s.io',
    'Service metrics-server in kube-system answers for metrics.k8s.io/v1beta1.',
  ],
  ['Namespace/empty-reserved', 'Holds only what every namespace gets.'],
])('shop-prod: %s', (id, says) => {
  expect(lead(shopProd, id)).toBe(says);
});

test('a custom resource has no more to say than its kind', () => {
  expect(lead(shopProd, 'Certificate.cert-manager.io/shop/shop-tls')).toBeUndefined();
});

describe('words follow what was captured', () => {
  const web = object('apps/v1', 'Deployment', 'shop/web', {
    spec: { template: { spec: { containers: [{ name: 'web', image: 'reg/web:2@sha256:abc' }] } } },
  });

  test('a workload without Pods had none only if Pods were captured', () => {
    expect(lead(modelOf(web), 'Deployment.apps/shop/web')).toBe(
      'Is to run reg/web:2, and had no Pod at capture.',
    );
    const blind = buildModel(withCoverage(snapshotOf(web), { pods: 'forbidden' }));
    expect(lead(blind, 'Deployment.apps/shop/web')).toBe('Runs reg/web:2.');
  });

  test('a Service without endpoints answers nothing, unless nobody looked', () => {
    const cart = service('shop/cart', { app: 'cart' }, { clusterIP: '10.0.0.7' });
    expect(lead(modelOf(cart), 'Service/shop/cart')).toBe(
      'Has no endpoint: nothing answers at 10.0.0.7.',
    );
    const unseen = {
      endpoints: 'forbidden',
      'endpointslices.discovery.k8s.io': 'forbidden',
    } as const;
    expect(lead(buildModel(withCoverage(snapshotOf(cart), unseen)), 'Service/shop/cart')).toBe(
      'Leads at 10.0.0.7 to endpoints that somebody else maintains.',
    );
  });

  test('the words of its people go before those of the catalogue', () => {
    const described = object('apps/v1', 'Deployment', 'kube-system/coredns', {
      metadata: {
        labels: { 'k8s-app': 'kube-dns' },
        annotations: { 'a8r.io/description': 'our own resolver' },
      },
      spec: { template: { spec: { containers: [{ name: 'coredns', image: 'coredns:1' }] } } },
    });
    expect(lead(modelOf(described), 'Deployment.apps/kube-system/coredns')).toBe(
      'Our own resolver. (Its own annotation says so.)',
    );
  });

  test('of a manual in an annotation the lead has its first sentences', () => {
    const manual = (text: string) =>
      lead(
        modelOf(
          object('v1', 'ConfigMap', 'shop/a', {
            metadata: { annotations: { description: text } },
          }),
        ),
        'ConfigMap/shop/a',
      );
    const sentences = `Prices of the shop. ${'Loaded every night at six. '.repeat(20)}`;
    expect([
      manual('# Prices\nof the shop\n\n## Before you begin\nRead this.'),
      manual(sentences),
      manual('x'.repeat(300)),
    ]).toEqual([
      'Prices of the shop. (Its own annotation says so.)',
      `Prices of the shop. ${'Loaded every night at six. '.repeat(8).trim()} (Its own annotation says so.)`,
      `X${'x'.repeat(238)}… (Its own annotation says so.)`,
    ]);
  });

  test('a kind of somebody else that is called like one of Kubernetes says nothing wrong', () => {
    const other = object('serving.knative.dev/v1', 'Service', 'shop/web');
    expect(lead(modelOf(other), 'Service.serving.knative.dev/shop/web')).toBeUndefined();
  });

  test('a DaemonSet counts the Nodes it runs on', () => {
    const agent = object('apps/v1', 'DaemonSet', 'ops/agent', {
      spec: { template: { spec: { containers: [{ name: 'agent', image: 'agent:1' }] } } },
    });
    const on = (node: string) =>
      ownedBy(agent, pod(`ops/agent-${node}`, {}, { spec: { nodeName: node } }));
    const nodes = ['a', 'b', 'c'].map((name) => object('v1', 'Node', name));
    expect(lead(modelOf(agent, on('a'), on('b'), ...nodes), 'DaemonSet.apps/ops/agent')).toBe(
      'Runs agent:1 on 2 of 3 Nodes.',
    );
  });
});

import { expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { modelOf, object, service } from '#tests/fixtures/builders.ts';
import { appGroups } from './app-groups.ts';

const named = (entries: readonly { object: { kind: string; metadata: { name: string } } }[]) =>
  entries.map(({ object: { kind, metadata } }) => `${kind} ${metadata.name}`);

/** `name (how): members`, what several share, and what is left. */
function groupsIn(model: Model, namespace: string) {
  const { groups, shared, loose } = appGroups(model, namespace);
  return {
    groups: groups.map(({ name, by, members }) => `${name} (${by}): ${named(members).join(', ')}`),
    shared: named(shared),
    loose: named(loose),
  };
}

const labelled = (labels: Record<string, string>, annotations: Record<string, string> = {}) => ({
  metadata: { labels, annotations },
});

function deployment(
  name: string,
  { secret = '', ...marks }: { readonly secret?: string; readonly metadata?: object } = {},
) {
  const app = name;
  const env = secret === '' ? [] : [{ secretRef: { name: secret } }];
  return object('apps/v1', 'Deployment', `shop/${name}`, {
    ...marks,
    spec: {
      selector: { matchLabels: { app } },
      template: {
        metadata: { labels: { app } },
        spec: { containers: [{ name: 'main', image: 'main', envFrom: env }] },
      },
    },
  });
}

test('an application is what its labels say, then its Helm release, then its Argo CD Application', () => {
  const model = modelOf(
    deployment(
      'a',
      labelled({ 'app.kubernetes.io/instance': 'one', 'app.kubernetes.io/name': 'x' }),
    ),
    deployment(
      'b',
      labelled({ 'app.kubernetes.io/name': 'two' }, { 'meta.helm.sh/release-name': 'r' }),
    ),
    deployment('c', labelled({}, { 'meta.helm.sh/release-name': 'three' })),
    deployment(
      'd',
      labelled({}, { 'argocd.argoproj.io/tracking-id': 'four:apps/Deployment:shop/d' }),
    ),
    deployment('e', labelled({ 'app.kubernetes.io/part-of': 'five' })),
  );
  expect(groupsIn(model, 'shop')).toEqual({
    groups: [
      'one (label): Deployment a',
      'two (label): Deployment b',
      'three (Helm release): Deployment c',
      'four (Argo CD Application): Deployment d',
      'five (label): Deployment e',
    ],
    shared: [],
    loose: [],
  });
});

test('without marks lines join; a Secret of two workloads joins neither to the other', () => {
  const model = modelOf(
    deployment('web', { secret: 'both' }),
    deployment('api', { secret: 'both' }),
    object('v1', 'Secret', 'shop/both'),
    object('v1', 'ConfigMap', 'shop/forgotten'),
    object('autoscaling/v2', 'HorizontalPodAutoscaler', 'shop/web', {
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
    }),
  );
  expect(groupsIn(model, 'shop')).toEqual({
    groups: [
      'api (lines): Deployment api',
      'web (lines): Deployment web, HorizontalPodAutoscaler web',
    ],
    shared: ['Secret both'],
    loose: ['ConfigMap forgotten'],
  });
});

test('marks of what runs nothing make no application', () => {
  const model = modelOf(deployment('web', labelled({ 'app.kubernetes.io/instance': 'shop' })), {
    ...service('shop/orphan', { app: 'x' }),
    ...object('v1', 'Service', 'shop/orphan', labelled({ 'app.kubernetes.io/instance': 'orphan' })),
  });
  expect(groupsIn(model, 'shop')).toEqual({
    groups: ['shop (label): Deployment web'],
    shared: [],
    loose: ['Service orphan'],
  });
});

test('the applications of the samples', async () => {
  const prod = buildModel(await readSnapshot('snapshots/shop-prod'));
  const desktop = buildModel(await readSnapshot('snapshots/docker-desktop'));
  expect({
    shop: groupsIn(prod, 'shop'),
    monitoring: groupsIn(prod, 'monitoring'),
    'cert-manager': groupsIn(prod, 'cert-manager'),
    'kube-system': groupsIn(desktop, 'kube-system').groups,
  }).toMatchInlineSnapshot(`
    {
      "cert-manager": {
        "groups": [
          "cert-manager (label): ServiceAccount cert-manager, Service cert-manager-webhook, Deployment cert-manager, Deployment cert-manager-cainjector, Deployment cert-manager-webhook",
        ],
        "loose": [
          "ConfigMap kube-root-ca.crt",
          "Secret sh.helm.release.v1.cert-manager.v3",
          "ServiceAccount default",
        ],
        "shared": [],
      },
      "kube-system": [
        "coredns (lines): ConfigMap coredns, ServiceAccount coredns, Service kube-dns, Deployment coredns",
        "kube-proxy (lines): ConfigMap kube-proxy, ServiceAccount kube-proxy, DaemonSet kube-proxy",
        "etcd-docker-desktop (lines): Pod etcd-docker-desktop",
        "kube-apiserver-docker-desktop (lines): Pod kube-apiserver-docker-desktop",
        "kube-controller-manager-docker-desktop (lines): Pod kube-controller-manager-docker-desktop",
        "kube-scheduler-docker-desktop (lines): Pod kube-scheduler-docker-desktop",
        "storage-provisioner (lines): Pod storage-provisioner, ServiceAccount storage-provisioner",
        "vpnkit-controller (lines): Pod vpnkit-controller, ServiceAccount vpnkit-controller",
      ],
      "monitoring": {
        "groups": [
          "prometheus (label): ConfigMap prometheus-config, PersistentVolumeClaim data-prometheus-0, ServiceAccount prometheus, Service prometheus, StatefulSet prometheus",
          "grafana (label): Secret grafana-admin, Service grafana, Deployment grafana",
          "kube-state-metrics (label): ServiceAccount kube-state-metrics, Deployment kube-state-metrics",
          "node-exporter (label): DaemonSet node-exporter",
        ],
        "loose": [
          "ConfigMap kube-root-ca.crt",
          "Secret sh.helm.release.v1.kube-prometheus.v12",
          "ServiceAccount default",
        ],
        "shared": [],
      },
      "shop": {
        "groups": [
          "api (label): ConfigMap api-config, ConfigMap feature-flags, Secret api-secrets, ServiceAccount api, Service api, Deployment api, HorizontalPodAutoscaler api",
          "web (label): ConfigMap web-config, ServiceAccount web, Service web, Deployment web, HorizontalPodAutoscaler web, Ingress legacy",
          "cart (label): Secret cart-secrets, ServiceAccount cart, Service cart, Service cart-headless, Deployment cart",
          "checkout (label): Secret shop-tls, ServiceAccount checkout, Service checkout, Deployment checkout, CertificateRequest shop-tls-1, Certificate shop-tls, Gateway public, HTTPRoute checkout",
          "catalog (label): ServiceAccount catalog, Service catalog, Deployment catalog",
          "recommendations (label): Service recommendations, Deployment recommendations",
        ],
        "loose": [
          "ConfigMap kube-root-ca.crt",
          "LimitRange defaults",
          "ResourceQuota quota",
          "Secret regcred",
          "ServiceAccount default",
          "ServiceAccount deployer",
          "Service cdn",
          "Service legacy-erp",
          "Service orphan",
          "NetworkPolicy allow-dns",
          "NetworkPolicy api-egress",
          "NetworkPolicy default-deny",
          "NetworkPolicy web-from-ingress",
          "PodDisruptionBudget api",
          "PodDisruptionBudget checkout",
          "PodDisruptionBudget web",
          "RoleBinding batch-reads-shop",
          "RoleBinding deployer",
          "RoleBinding developers",
          "RoleBinding gone-account",
          "Role deployer",
          "CapacityPlan base",
        ],
        "shared": [
          "Ingress shop",
        ],
      },
    }
  `);
});

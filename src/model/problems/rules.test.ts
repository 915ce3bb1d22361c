import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { modelOf, object, pod, snapshotOf, withCoverage } from '#tests/fixtures/builders.ts';
import { problemsOf } from './problems.ts';

const told = (model: Model) => problemsOf(model).all.map(({ code, at }) => `${code} ${at}`);

describe('an API version that goes', () => {
  const at = (version: string, snapshot: Snapshot): Model =>
    buildModel({
      ...snapshot,
      manifest: { ...snapshot.manifest, cluster: { name: 'test', version } },
    });
  const job = object('batch/v1', 'CronJob', 'shop/nightly', {
    metadata: {
      managedFields: [
        { manager: 'kube-controller-manager', operation: 'Update', apiVersion: 'batch/v1beta1' },
        { manager: 'helm', operation: 'Update', apiVersion: 'batch/v1beta1' },
      ],
    },
  });

  test('is gone, will go, or is the only one there is, by the version of the server', () => {
    const codes = (version: string) => told(at(version, snapshotOf(job)));
    expect(codes('v1.31.2-eks-abc')).toEqual(['removed-api CronJob.batch/shop/nightly']);
    expect(codes('v1.24.0')).toEqual(['deprecated-api CronJob.batch/shop/nightly']);
    expect(codes('v1.20.0')).toEqual([]);
    expect(told(modelOf(job))).toEqual([]);
  });

  test('is cited from who wrote it, and not from a program of Kubernetes', () => {
    expect(problemsOf(at('v1.31.0', snapshotOf(job))).all).toMatchObject([
      {
        manager: 'helm',
        instead: 'batch/v1',
        removedIn: '1.25',
        evidence: [{ path: 'metadata.managedFields[1].apiVersion', value: 'batch/v1beta1' }],
      },
    ]);
  });

  test('stands in the manifest that kubectl applied last', () => {
    const manifest = JSON.stringify({ apiVersion: 'networking.k8s.io/v1beta1', kind: 'Ingress' });
    const key = 'kubectl.kubernetes.io/last-applied-configuration';
    const ingress = object('networking.k8s.io/v1', 'Ingress', 'shop/web', {
      metadata: { annotations: { [key]: manifest } },
    });
    expect(problemsOf(at('v1.31.0', snapshotOf(ingress))).all).toMatchObject([
      { code: 'removed-api', manager: 'kubectl apply', apiVersion: 'networking.k8s.io/v1beta1' },
    ]);
  });
});

test('a quota is full when as much is used as allowed, in whatever unit; an allowance of nothing is meant', () => {
  const quota = object('v1', 'ResourceQuota', 'shop/quota', {
    status: {
      hard: { 'requests.cpu': '2', memory: '1Gi', pods: '10', 'services.loadbalancers': '0' },
      used: { 'requests.cpu': '2000m', memory: '512Mi', pods: '9', 'services.loadbalancers': '0' },
    },
  });
  expect(problemsOf(modelOf(quota)).all).toEqual([
    {
      code: 'full-quota',
      at: 'ResourceQuota/shop/quota',
      resource: 'requests.cpu',
      used: '2000m',
      hard: '2',
      evidence: [
        {
          type: 'field',
          object: 'ResourceQuota/shop/quota',
          path: 'status.used["requests.cpu"]',
          value: '2000m',
        },
        {
          type: 'field',
          object: 'ResourceQuota/shop/quota',
          path: 'status.hard["requests.cpu"]',
          value: '2',
        },
      ],
    },
  ]);
});

test('a budget blocks every drain when it wants all of its Pods, not when one of them is away', () => {
  const budget = (desiredHealthy: number, currentHealthy: number) =>
    object('policy/v1', 'PodDisruptionBudget', 'shop/web', {
      spec: { minAvailable: 1, selector: { matchLabels: { app: 'web' } } },
      status: { expectedPods: 2, desiredHealthy, currentHealthy, disruptionsAllowed: 0 },
    });
  const web = pod('shop/a', { app: 'web' });
  expect(told(modelOf(budget(2, 2), web))).toEqual([
    'blocked-drain PodDisruptionBudget.policy/shop/web',
  ]);
  expect(told(modelOf(budget(1, 1), web))).toEqual([]);
});

describe('what nothing names', () => {
  const settings = object('v1', 'ConfigMap', 'shop/settings');
  const unused = 'unused-config ConfigMap/shop/settings';

  test('is known only where all was read', () => {
    expect(told(modelOf(settings))).toEqual([unused]);
    const blind = withCoverage(snapshotOf(settings), {
      'gateways.gateway.networking.k8s.io': 'forbidden',
    });
    expect(told(buildModel(blind))).toEqual([]);
    const eventless = withCoverage(snapshotOf(settings), { events: 'skipped' });
    expect(told(buildModel(eventless))).toEqual([unused]);
  });

  test('is not what stands in the middle of a text of another object', () => {
    const other = object('example.com/v1', 'Garden', 'shop/rose', {
      spec: { script: 'kubectl get configmap/settings -o yaml' },
    });
    expect(told(modelOf(settings, other))).toEqual([]);
  });

  test('is not what a program of the namespace may list', () => {
    const rbac = 'rbac.authorization.k8s.io';
    const reader = object(`${rbac}/v1`, 'Role', 'shop/reader', {
      rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['list'] }],
    });
    const binding = object(`${rbac}/v1`, 'RoleBinding', 'shop/reader', {
      roleRef: { apiGroup: rbac, kind: 'Role', name: 'reader' },
      subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'shop' }],
    });
    const account = object('v1', 'ServiceAccount', 'shop/web');
    expect(told(modelOf(settings, reader, binding, account))).toEqual([]);
  });

  test('is not what every namespace has, what is looked up by its type, or what a tool finds by label', () => {
    const model = modelOf(
      object('v1', 'ConfigMap', 'shop/kube-root-ca.crt'),
      object('v1', 'Secret', 'shop/sh.helm.release.v1.web.v1', { type: 'helm.sh/release.v1' }),
      object('v1', 'ConfigMap', 'shop/board', { metadata: { labels: { grafana_dashboard: '1' } } }),
      object('v1', 'ConfigMap', 'argocd/argocd-cm'),
      object('v1', 'ConfigMap', 'kube-system/extension-apiserver-authentication'),
    );
    expect(told(model)).toEqual([]);
  });

  test('holds for a bound claim, unless a StatefulSet left it at a smaller size', () => {
    const claim = (name: string) =>
      object('v1', 'PersistentVolumeClaim', `shop/${name}`, {
        status: { phase: 'Bound', capacity: { storage: '5Gi' } },
      });
    const set = object('apps/v1', 'StatefulSet', 'shop/db', {
      spec: { replicas: 1, volumeClaimTemplates: [{ metadata: { name: 'data' } }] },
    });
    const account = object('v1', 'ServiceAccount', 'shop/default');
    const model = modelOf(claim('old'), claim('data-db-0'), claim('data-db-3'), set, account);
    expect(told(model)).toEqual(['unused-claim PersistentVolumeClaim/shop/old']);
  });
});

import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { problemsOf } from './problems.ts';
import { judge } from './severity.ts';

async function told(snapshot: string): Promise<readonly string[]> {
  const model = buildModel(await readSnapshot(snapshot));
  return problemsOf(model).all.map(
    (problem) => `${judge(problem).severity} ${problem.code} ${problem.at}`,
  );
}

/** Without the advice on requests, which every small workload of the samples lacks. */
const grave = (lines: readonly string[]) =>
  lines.filter((line) => !line.includes(' missing-requests '));

describe('the samples have the problems that were put into them, and no others', () => {
  test('docker-desktop has none', async () => {
    expect(await told('snapshots/docker-desktop')).toEqual([]);
  });

  test('shop-prod', async () => {
    expect(grave(await told('snapshots/shop-prod'))).toEqual([
      'broken crash-loop Deployment.apps/payments/payments-reconciler',
      'broken image-pull Deployment.apps/search/search-indexer',
      'broken unschedulable Deployment.apps/search/search-gpu-ranker',
      'broken missing-reference PersistentVolumeClaim/shop-data/pg-backups',
      'broken missing-reference Deployment.apps/identity/auth-sync',
      'broken missing-reference HTTPRoute.gateway.networking.k8s.io/shop/checkout',
      'broken missing-reference Ingress.networking.k8s.io/shop/legacy',
      'broken missing-reference Ingress.networking.k8s.io/shop/legacy',
      'broken not-ready APIService.apiregistration.k8s.io/v1beta1.metrics.k8s.io',
      'broken not-ready Deployment.apps/kube-system/metrics-server',
      'broken not-ready Certificate.cert-manager.io/payments/internal-tls',
      'broken not-ready Issuer.cert-manager.io/payments/internal-ca',
      'broken failed-job Job.batch/batch/broken-import',
      'risky missing-reference StatefulSet.apps/argocd/argocd-application-controller',
      'risky missing-reference RoleBinding.rbac.authorization.k8s.io/shop/gone-account',
      'risky empty-service Service/shop/orphan',
      'untidy unused-config Secret/payments/ledger-basic-auth',
    ]);
  });

  test('shop-staging', async () => {
    expect(grave(await told('snapshots/shop-staging'))).toEqual([
      'broken crash-loop Deployment.apps/payments-stg/payments-reconciler',
      'broken image-pull Deployment.apps/search-stg/search-indexer',
      'broken unschedulable Deployment.apps/search-stg/search-gpu-ranker',
      'broken missing-reference PersistentVolumeClaim/shop-data-stg/pg-backups',
      'broken missing-reference Deployment.apps/identity-stg/auth-sync',
      'broken missing-reference Ingress.networking.k8s.io/shop-stg/legacy',
      'broken missing-reference Ingress.networking.k8s.io/shop-stg/legacy',
      'broken missing-reference Ingress.networking.k8s.io/shop-stg/shop',
      'broken not-ready Certificate.cert-manager.io/payments-stg/internal-tls',
      'broken not-ready Issuer.cert-manager.io/payments-stg/internal-ca',
      'broken failed-job Job.batch/batch-stg/broken-import',
      'risky missing-reference StatefulSet.apps/argocd/argocd-application-controller',
      'risky missing-reference RoleBinding.rbac.authorization.k8s.io/shop-stg/gone-account',
      'risky empty-service Service/shop-stg/orphan',
      'untidy unused-config Secret/payments-stg/ledger-basic-auth',
    ]);
  });
});

test('every problem of a sample is proved by a field that is there, or by a list that was read', async () => {
  const model = buildModel(await readSnapshot('snapshots/shop-prod'));
  for (const { evidence } of problemsOf(model).all) {
    expect(evidence.length).toBeGreaterThan(0);
    for (const each of evidence) {
      if (each.type === 'field') expect(model.get(each.object)).toBeDefined();
      else expect(model.holdsAll(each.kind, each.namespace)).toBe(true);
    }
  }
});

test('an object knows the problems that it proves, also where they are told elsewhere', async () => {
  const model = buildModel(await readSnapshot('snapshots/shop-prod'));
  const [crash] = problemsOf(model).all;
  const pod = crash?.code === 'crash-loop' ? crash.pod : undefined;
  expect(pod && problemsOf(model).at(pod)).toEqual([crash]);
});

test('problems are found once', async () => {
  const model = buildModel(await readSnapshot('snapshots/docker-desktop'));
  expect(problemsOf(model).all).toBe(problemsOf(model).all);
});

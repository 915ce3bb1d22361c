import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import { unhealthy } from '#model/unhealthy.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { modelOf, object, ownedBy, pod, service } from '#tests/fixtures/builders.ts';
import { links } from '#tests/fixtures/links.ts';
import { troubleOf, troubles } from './trouble.ts';

const told = (model: Model) =>
  troubles(model, unhealthy(model), links.object).map(
    ({ ref, health, says }) => `${ref.id} ${health.word}: ${says}`,
  );

/** A Pod whose only container is in this state. */
function podWith(container: object, status: object = {}): KubeObject {
  const containerStatuses = [
    { name: 'app', image: 'reg.example.com/app:1', ready: false, ...container },
  ];
  return pod(
    'shop/app',
    {},
    {
      spec: { containers: [{ name: 'app' }] },
      status: { phase: 'Running', containerStatuses, ...status },
    },
  );
}

const says = (troubled: KubeObject) => {
  const model = modelOf(troubled);
  const entry = model.get('Pod/shop/app' as ObjectId);
  return entry && troubleOf(model, entry);
};

describe('a Pod says why it is not well', () => {
  test('CrashLoopBackOff tells the restarts and the last exit code', () => {
    expect(
      says(
        podWith({
          restartCount: 41,
          state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 5m0s' } },
          lastState: { terminated: { reason: 'Error', exitCode: 1 } },
        }),
      ),
    ).toBe(
      'Container app waits in CrashLoopBackOff after 41 restarts; last ended with exit code 1.',
    );
  });

  test('the reason of the last end stands where it says more than its code', () => {
    expect(
      says(
        podWith({
          restartCount: 1,
          state: { waiting: { reason: 'CrashLoopBackOff' } },
          lastState: { terminated: { reason: 'OOMKilled', exitCode: 137 } },
        }),
      ),
    ).toBe(
      'Container app waits in CrashLoopBackOff after 1 restart; last ended with OOMKilled, exit code 137.',
    );
  });

  test('ImagePullBackOff names the image once, and what went wrong', () => {
    const message =
      'Back-off pulling image "reg.example.com/app:1": ErrImagePull: failed to resolve reference "reg.example.com/app:1": reg.example.com/app:1: not found';
    expect(
      says(
        podWith({ restartCount: 0, state: { waiting: { reason: 'ImagePullBackOff', message } } }),
      ),
    ).toBe(
      'Container app waits in ImagePullBackOff: cannot pull reg.example.com/app:1, not found.',
    );
  });

  test('a container that runs without being ready is told as that', () => {
    expect(says(podWith({ state: { running: {} } }))).toBe('Container app runs, but is not ready.');
  });

  test('of what the scheduler says, the reasons are kept', () => {
    const message =
      "0/6 nodes are available: 2 node(s) had untolerated taint(s), 4 node(s) didn't match Pod's node affinity/selector. preemption: 0/6 nodes are available.";
    const unscheduled = pod(
      'shop/app',
      {},
      {
        status: {
          phase: 'Pending',
          conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }],
        },
      },
    );
    expect(says(unscheduled)).toBe(
      "None of 6 nodes takes it: 2 node(s) had untolerated taint(s), 4 node(s) didn't match Pod's node affinity/selector.",
    );
  });

  test('one that is well has nothing to say', () => {
    expect(says(podWith({ ready: true, state: { running: {} } }))).toBeUndefined();
  });
});

test('a claim that waits for a class that does not exist names it', () => {
  const claim = object('v1', 'PersistentVolumeClaim', 'shop/data', {
    spec: { storageClassName: 'fast' },
    status: { phase: 'Pending' },
  });
  expect(told(modelOf(claim))).toEqual([
    'PersistentVolumeClaim/shop/data Pending: Names StorageClass fast, which does not exist here.',
  ]);
});

test('a failed Job tells how its Pod ended and that it gave up', () => {
  const job = object('batch/v1', 'Job', 'shop/import', {
    status: {
      failed: 1,
      conditions: [
        {
          type: 'Failed',
          status: 'True',
          reason: 'BackoffLimitExceeded',
          message: 'Job has reached the specified backoff limit',
        },
      ],
    },
  });
  const ended = pod(
    'shop/import-x',
    {},
    {
      status: {
        phase: 'Failed',
        containerStatuses: [
          { name: 'import', state: { terminated: { reason: 'Error', exitCode: 2 } } },
        ],
      },
    },
  );
  expect(told(modelOf(job, ownedBy(job, ended)))).toEqual([
    'Job.batch/shop/import Failed: Container import ended with Error, exit code 2. Job has reached the specified backoff limit.',
  ]);
});

test('a Service is not told beside the workload that makes it unready', () => {
  const set = object('apps/v1', 'ReplicaSet', 'shop/web', { spec: { replicas: 1 }, status: {} });
  const failing = ownedBy(
    object('apps/v1', 'Deployment', 'shop/web', { spec: { replicas: 1 } }),
    set,
  );
  const web = object('apps/v1', 'Deployment', 'shop/web', { spec: { replicas: 1 } });
  const slice = object('discovery.k8s.io/v1', 'EndpointSlice', 'shop/web-x', {
    metadata: { labels: { 'kubernetes.io/service-name': 'web' } },
    endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready: false } }],
  });
  const unready = ownedBy(failing, {
    ...podWith({ state: { running: {} } }),
    metadata: { name: 'web-1', namespace: 'shop', labels: { app: 'web' }, uid: 'u' },
  });
  const model = modelOf(web, failing, unready, service('shop/web', { app: 'web' }), slice);
  expect(told(model)).toEqual([
    'Deployment.apps/shop/web 0/1 ready: Container app runs, but is not ready.',
  ]);
});

test('shop-prod was not well in these places', async () => {
  const model = buildModel(await readSnapshot('snapshots/shop-prod'));
  expect(told(model)).toMatchInlineSnapshot(`
    [
      "Job.batch/batch/broken-import Failed: Container import ended with Error, exit code 2. Job has reached the specified backoff limit.",
      "Deployment.apps/identity/auth-sync 0/1 ready: Container sync waits in CreateContainerConfigError: configmap "auth-sync-flags" not found.",
      "Deployment.apps/payments/payments-reconciler 0/1 ready: Container reconciler waits in CrashLoopBackOff after 41 restarts; last ended with exit code 1.",
      "Deployment.apps/search/search-indexer 0/1 ready: Container indexer waits in ImagePullBackOff: cannot pull registry.example.com/search/indexer:0.12.1-missing, not found.",
      "Deployment.apps/kube-system/metrics-server 0/2 ready: Container metrics-server runs, but is not ready.",
      "Deployment.apps/search/search-gpu-ranker 0/1 ready: None of 6 nodes takes it: 2 node(s) had untolerated taint(s), 4 node(s) didn't match Pod's node affinity/selector.",
      "APIService.apiregistration.k8s.io/v1beta1.metrics.k8s.io MissingEndpoints: Endpointslices for service/metrics-server in "kube-system" have no addresses with port name "https".",
      "PersistentVolumeClaim/shop-data/pg-backups Pending: Names StorageClass nfs-missing, which does not exist here.",
      "Certificate.cert-manager.io/payments/internal-tls DoesNotExist: Issuing certificate as Secret does not exist.",
      "Issuer.cert-manager.io/payments/internal-ca ErrGetKeyPair: Error getting keypair for CA issuer: secrets "missing-ca-secret" not found.",
    ]
  `);
});

test('an object that names what is missing says so on its own page, well or not', async () => {
  const model = buildModel(await readSnapshot('snapshots/shop-prod'));
  const ingress = model.get('Ingress.networking.k8s.io/shop/legacy' as ObjectId);
  expect(ingress && troubleOf(model, ingress)).toBe(
    'Names Service shop-legacy and Secret missing-tls, which do not exist here.',
  );
});

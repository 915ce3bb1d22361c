import { describe, expect, test } from 'vitest';
import { buildModel } from '#model/build-model.ts';
import type { Model } from '#model/model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import {
  modelOf,
  object,
  ownedBy,
  pod,
  snapshotOf,
  withCoverage,
} from '#tests/fixtures/builders.ts';
import { problemsOf } from './problems.ts';

const told = (model: Model) => problemsOf(model).all.map(({ code, at }) => `${code} ${at}`);

const account = object('v1', 'ServiceAccount', 'shop/default');

/** A Deployment that wants one Pod and has none ready, with its ReplicaSet and that Pod. */
function unready(state: object, made = '2026-11-22T09:00:00Z'): readonly KubeObject[] {
  const web = object('apps/v1', 'Deployment', 'shop/web', {
    metadata: { creationTimestamp: made },
    spec: { replicas: 1 },
    status: { replicas: 1 },
  });
  const set = ownedBy(
    web,
    object('apps/v1', 'ReplicaSet', 'shop/web-1', { spec: { replicas: 1 }, status: {} }),
  );
  const running = pod(
    'shop/web-1-a',
    {},
    {
      metadata: { creationTimestamp: made },
      spec: { containers: [{ name: 'app', resources: { limits: { cpu: '1', memory: '1Gi' } } }] },
      status: {
        phase: 'Pending',
        containerStatuses: [{ name: 'app', image: 'app:1', ready: false, restartCount: 3, state }],
      },
    },
  );
  return [web, set, ownedBy(set, running), account];
}

describe('a workload that is not ready', () => {
  test.each([
    ['CrashLoopBackOff', 'crash-loop'],
    ['ImagePullBackOff', 'image-pull'],
    ['CreateContainerConfigError', 'not-ready'],
  ])('with a container in %s is told as %s, at the workload', (reason, code) => {
    expect(told(modelOf(...unready({ waiting: { reason } })))).toEqual([
      `${code} Deployment.apps/shop/web`,
    ]);
  });

  test('is not told while its Pod is on its way', () => {
    const waiting = { waiting: { reason: 'ContainerCreating' } };
    expect(told(modelOf(...unready(waiting, '2026-11-22T09:58:00Z')))).toEqual([]);
    expect(told(modelOf(...unready(waiting, '2026-11-22T09:00:00Z')))).toEqual([
      'not-ready Deployment.apps/shop/web',
    ]);
  });

  test('is not known from a manifest without a status', () => {
    const manifest = object('apps/v1', 'Deployment', 'shop/web', { spec: { replicas: 1 } });
    expect(told(modelOf(manifest, account))).toEqual([]);
  });
});

test('a claim of a class that waits for its first Pod is well', () => {
  const claim = object('v1', 'PersistentVolumeClaim', 'shop/data', {
    metadata: { creationTimestamp: '2026-11-01T00:00:00Z' },
    spec: { storageClassName: 'local' },
    status: { phase: 'Pending' },
  });
  const lazy = object('storage.k8s.io/v1', 'StorageClass', 'local', {
    volumeBindingMode: 'WaitForFirstConsumer',
  });
  expect(told(modelOf(claim, lazy))).toEqual([]);
});

test('a failed Job of a CronJob is past once the next one went well', () => {
  const nightly = object('batch/v1', 'CronJob', 'shop/nightly', {});
  const run = (name: string, day: string, type: string) =>
    ownedBy(
      nightly,
      object('batch/v1', 'Job', `shop/${name}`, {
        metadata: { creationTimestamp: `2026-11-${day}T00:00:00Z` },
        status: { conditions: [{ type, status: 'True', reason: 'Done', message: type }] },
      }),
    );
  const failed = run('nightly-1', '20', 'Failed');
  expect(told(modelOf(nightly, failed, account))).toEqual([
    'failed-job CronJob.batch/shop/nightly',
  ]);
  expect(told(modelOf(nightly, failed, run('nightly-2', '21', 'Complete'), account))).toEqual([]);
});

describe('advice on templates', () => {
  const container = { name: 'app', image: 'registry.example.com/app' };
  const web = (image = container.image, resources: object = {}) =>
    object('apps/v1', 'Deployment', 'shop/web', {
      spec: { template: { spec: { containers: [{ name: 'app', image, resources }] } } },
    });
  const full = { requests: { cpu: '1' }, limits: { memory: '1Gi' } };

  test.each([
    ['registry.example.com/app', true],
    ['registry.example.com:5000/app', true],
    ['app:latest', true],
    ['app:1.2', false],
    ['app@sha256:0123', false],
    ['app:latest@sha256:0123', false],
    ['$(IMAGE)', false],
  ])('the version of image %s floats: %s', (image, floats) => {
    expect(told(modelOf(web(image, full), account))).toEqual(
      floats ? ['latest-tag Deployment.apps/shop/web'] : [],
    );
  });

  test('a limit is a request, and a LimitRange fills in what is left out', () => {
    const range = object('v1', 'LimitRange', 'shop/defaults', {
      spec: {
        limits: [{ type: 'Container', defaultRequest: { cpu: '1' }, default: { memory: '1' } }],
      },
    });
    expect(told(modelOf(web('app:1', full), account))).toEqual([]);
    expect(told(modelOf(web('app:1'), account))).toEqual([
      'missing-requests Deployment.apps/shop/web',
    ]);
    expect(told(modelOf(web('app:1'), range, account))).toEqual([]);
  });

  test('is not given where LimitRanges were not read', () => {
    const snapshot = withCoverage(snapshotOf(web('app:1'), account), { limitranges: 'partial' });
    expect(told(buildModel(snapshot))).toEqual([]);
  });

  test('is not given for what Kubernetes itself runs', () => {
    const proxy = object('apps/v1', 'DaemonSet', 'kube-system/kube-proxy', {
      spec: { template: { spec: { containers: [container] } } },
    });
    const proxyAccount = object('v1', 'ServiceAccount', 'kube-system/default');
    expect(told(modelOf(proxy, proxyAccount))).toEqual([]);
  });

  test('is given once for Pods whose maker was not captured', () => {
    const ownerReferences = [{ apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'agent', uid: 'u' }];
    const agents = ['a', 'b', 'c'].map((name) =>
      pod(
        `shop/agent-${name}`,
        {},
        {
          metadata: { ownerReferences },
          spec: { containers: [{ ...container, resources: full }], serviceAccountName: 'default' },
        },
      ),
    );
    const snapshot = withCoverage(snapshotOf(...agents, account), {
      'daemonsets.apps': 'forbidden',
    });
    expect(problemsOf(buildModel(snapshot)).all).toMatchObject([
      { code: 'latest-tag', at: 'Pod/shop/agent-a', copies: 3 },
    ]);
  });
});

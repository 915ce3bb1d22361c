import { expect, test } from 'vitest';
import { sentences } from '#diagrams/sentences.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { modelOf, object, ownedBy, pod, service } from '#tests/fixtures/builders.ts';
import { namespaceDiagram } from './namespace.ts';

const hrefFor = (id: ObjectId) => `/${id}/`;

const ingress = object('networking.k8s.io/v1', 'Ingress', 'shop/shop', {
  spec: {
    rules: [
      {
        http: {
          paths: [{ path: '/', backend: { service: { name: 'web', port: { number: 80 } } } }],
        },
      },
    ],
  },
});
const web = object('apps/v1', 'Deployment', 'shop/web', {
  spec: {
    template: {
      spec: {
        volumes: [
          { name: 'a', configMap: { name: 'settings' } },
          { name: 'b', configMap: { name: 'gone' } },
          { name: 'c', configMap: { name: 'kube-root-ca.crt' } },
          { name: 'd', configMap: { name: 'extra', optional: true } },
        ],
      },
    },
  },
});
const replicaSet = ownedBy(web, object('apps/v1', 'ReplicaSet', 'shop/web-1'));
const webPod = ownedBy(
  replicaSet,
  pod('shop/web-1-a', { app: 'web' }, { spec: { nodeName: 'one', serviceAccountName: 'default' } }),
);
const shop = [
  ingress,
  web,
  replicaSet,
  webPod,
  service('shop/web', { app: 'web' }),
  object('v1', 'ConfigMap', 'shop/settings'),
  object('v1', 'ConfigMap', 'shop/lonely'),
  object('v1', 'ConfigMap', 'shop/kube-root-ca.crt'),
  object('v1', 'ServiceAccount', 'shop/default'),
  object('v1', 'Node', 'one'),
  object('batch/v1', 'CronJob', 'shop/nightly'),
];

function listOf(...objects: readonly KubeObject[]): readonly string[] {
  const diagram = namespaceDiagram(modelOf(...objects), 'shop', hrefFor);
  return (diagram ? sentences(diagram) : []).map((line) => line.replace(/ Proven by.*/, ''));
}

test('a request goes from Ingress to Service to workload, which stands for its Pods', () => {
  expect(listOf(...shop)).toEqual([
    'Ingress shop → Service web: routes to.',
    'Service web → Deployment web (0/1 ready): selects.',
    'Deployment web → ConfigMap, missing gone: mounts.',
    'Deployment web → ConfigMap settings: mounts.',
    'CronJob nightly.',
  ]);
});

test('what has no line is counted, and what every Pod shares is named', () => {
  expect(namespaceDiagram(modelOf(...shop), 'shop', hrefFor)?.omitted).toBe(
    'Without a line here, so not drawn: 1 ConfigMap. Also left out: ConfigMap kube-root-ca.crt and ServiceAccount default, which nearly every Pod shares.',
  );
});

test('the Pods of a Job without an owner stand behind the Job', () => {
  const job = object('batch/v1', 'Job', 'shop/import');
  const reads = { spec: { volumes: [{ name: 'v', configMap: { name: 'settings' } }] } };
  const jobPod = ownedBy(job, pod('shop/import-x', {}, reads));
  expect(listOf(job, jobPod, object('v1', 'ConfigMap', 'shop/settings'))).toEqual([
    'Job import → ConfigMap settings: mounts.',
  ]);
});

test('a NetworkPolicy draws no lines to all the Pods it selects', () => {
  const policy = object('networking.k8s.io/v1', 'NetworkPolicy', 'shop/deny', {
    spec: { podSelector: {} },
  });
  expect(listOf(policy, pod('shop/a'))).toEqual([]);
});

test('a namespace where nothing hangs together has no figure', () => {
  expect(listOf(object('v1', 'ConfigMap', 'shop/settings'))).toEqual([]);
});

import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { object } from '#tests/fixtures/builders.ts';
import { proseText } from './chapters/prose.ts';
import { keyFields } from './key-fields.ts';

/** The fields of an object, a line each. */
function told(of: KubeObject) {
  return keyFields(of, (path) => path.length).flatMap(({ title, items }) =>
    items.map(({ label, values, meaning = [] }) =>
      [title, [label, ...values].join(' '), proseText(meaning)].filter(Boolean).join(' | '),
    ),
  );
}

test('of a Deployment, of its Pods and of each container is told what is not as it mostly is', () => {
  const spec = {
    replicas: 4,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
    template: {
      spec: {
        restartPolicy: 'Always',
        dnsPolicy: 'ClusterFirst',
        terminationGracePeriodSeconds: 30,
        nodeSelector: { 'kubernetes.io/os': 'linux' },
        tolerations: [
          { key: 'node.kubernetes.io/not-ready', effect: 'NoExecute', tolerationSeconds: 300 },
          { key: 'team', value: 'shop', effect: 'NoSchedule' },
          { operator: 'Exists' },
        ],
        affinity: {
          podAntiAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [
              { weight: 1, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname' } },
            ],
          },
        },
        containers: [
          {
            name: 'web',
            resources: { limits: { memory: '256Mi' } },
            readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
            securityContext: { privileged: false, capabilities: { drop: ['ALL'] } },
          },
        ],
      },
    },
  };
  expect(told(object('apps/v1', 'Deployment', 'shop/web', { spec }))).toEqual([
    'Deployment | replicas 4 | That many Pods are wanted; an autoscaler may change it.',
    'Deployment | strategy.rollingUpdate.maxUnavailable 0 | At most 0 of the Pods are away during an update.',
    'Deployment | strategy.rollingUpdate.maxSurge 25% | At most 25% more Pods than wanted run during an update.',
    'Its Pods | affinity.podAntiAffinity.preferred… | Rather not two on one node.',
    'Its Pods | tolerations team=shop:NoSchedule, every taint | May run on nodes with these taints.',
    'Container web | readinessProbe GET /ready on port http | Asked every 5 s; after 3 failures in a row Services send it no traffic.',
    'Container web | resources.limits.memory 256Mi | Killed when it takes more memory than 256Mi.',
    'Container web | securityContext.capabilities.drop ALL | Rights of root that the process does without.',
  ]);
});

test('of other kinds is told what a reader asks about them', () => {
  const storageClass = object('storage.k8s.io/v1', 'StorageClass', 'fast', {
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'WaitForFirstConsumer',
  });
  const hook = { name: 'a.example.com', failurePolicy: 'Fail' };
  const webhook = object(
    'admissionregistration.k8s.io/v1',
    'ValidatingWebhookConfiguration',
    'guard',
    { webhooks: [hook, { ...hook, failurePolicy: 'Ignore' }] },
  );
  expect([...told(storageClass), ...told(webhook)]).toEqual([
    'reclaimPolicy Delete | When the claim goes, the disk and its data go with it.',
    'volumeBindingMode WaitForFirstConsumer | The disk is made where the first Pod that uses it will run.',
    'webhooks 2 | While it does not answer, requests that 1 of 2 would see are refused, the others go through.',
  ]);
});

test('odd values and names of prototypes are passed over', () => {
  const odd = object('apps/v1', 'Deployment', 'shop/odd', {
    spec: {
      replicas: {},
      strategy: 'none',
      template: { spec: { containers: 'x', tolerations: 7 } },
    },
  });
  expect([odd, object('constructor/v1', '__proto__', 'a')].flatMap(told)).toEqual([]);
});

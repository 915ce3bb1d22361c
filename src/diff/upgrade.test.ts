import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { object, snapshotOf } from '#tests/fixtures/builders.ts';
import { diffSnapshots } from './diff-snapshots.ts';

/** Paths in which two objects differ, either way round. */
function differing(before: KubeObject, after: KubeObject): readonly string[] {
  const paths = [
    [before, after],
    [after, before],
  ].flatMap((sides) => {
    const [left, right] = sides.map((side) => snapshotOf(side));
    if (left === undefined || right === undefined) return [];
    return diffSnapshots(left, right).changes.flatMap(({ change, fields }) =>
      fields.length === 0 ? [change] : fields.map(({ path }) => path),
    );
  });
  return [...new Set(paths)];
}

const autoscaler = (version: string, spec: object, annotations = {}) =>
  object(`autoscaling/${version}`, 'HorizontalPodAutoscaler', 'shop/web', {
    metadata: { annotations },
    spec: { maxReplicas: 9, ...spec },
  });
const described = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'web' };
const selector = { matchLabels: { queue: 'mail' } };
const behavior = { scaleDown: { stabilizationWindowSeconds: 60 } };

const metrics = [
  {
    type: 'Resource',
    resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
  },
  {
    type: 'Resource',
    resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '1Gi' } },
  },
  {
    type: 'Pods',
    pods: {
      metric: { name: 'rps', selector },
      target: { type: 'AverageValue', averageValue: '100' },
    },
  },
  {
    type: 'Object',
    object: {
      describedObject: described,
      metric: { name: 'hits' },
      target: { type: 'Value', value: '2k' },
    },
  },
  {
    type: 'Object',
    object: {
      describedObject: described,
      metric: { name: 'errors' },
      target: { type: 'AverageValue', averageValue: '5' },
    },
  },
  {
    type: 'External',
    external: { metric: { name: 'length', selector }, target: { type: 'Value', value: '30' } },
  },
];
const oldMetrics = [
  { type: 'Resource', resource: { name: 'cpu', targetAverageUtilization: 70 } },
  { type: 'Resource', resource: { name: 'memory', targetAverageValue: '1024Mi' } },
  { type: 'Pods', pods: { metricName: 'rps', selector, targetAverageValue: '100' } },
  { type: 'Object', object: { target: described, metricName: 'hits', targetValue: '2000' } },
  {
    type: 'Object',
    object: { target: described, metricName: 'errors', targetValue: '0', averageValue: '5' },
  },
  {
    type: 'External',
    external: { metricName: 'length', metricSelector: selector, targetValue: '30' },
  },
];

test('an autoscaler says the same in v2beta1, v2beta2, v1 and v2', () => {
  const now = autoscaler('v2', { metrics, behavior });
  expect(differing(autoscaler('v2beta2', { metrics, behavior }), now)).toEqual([]);
  expect(differing(autoscaler('v2beta1', { metrics: oldMetrics, behavior }), now)).toEqual([]);
  const [, ...noted] = oldMetrics;
  const annotations = {
    'autoscaling.alpha.kubernetes.io/metrics': JSON.stringify(noted),
    'autoscaling.alpha.kubernetes.io/behavior': JSON.stringify(behavior),
  };
  const v1 = autoscaler('v1', { targetCPUUtilizationPercentage: 70 }, annotations);
  expect(differing(v1, now)).toEqual([]);
});

test('an autoscaler that names no metric watches 80 % of the CPU in every version', () => {
  const target = { type: 'Utilization', averageUtilization: 80 };
  const written = autoscaler('v2', {
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
  });
  for (const version of ['v1', 'v2beta1', 'v2beta2', 'v2']) {
    expect(differing(autoscaler(version, {}), written)).toEqual([]);
  }
});

test('another target is told, in whatever version it stands', () => {
  const [first, ...rest] = metrics;
  const old = autoscaler('v2beta1', { metrics: oldMetrics });
  expect(differing(old, autoscaler('v2', { metrics: rest }))).toEqual([
    'spec.metrics[0]',
    'spec.metrics[5]',
  ]);
  expect(differing(old, autoscaler('v2', { metrics: [first, ...rest] }))).toEqual([]);
});

const schema = { openAPIV3Schema: { type: 'object' } };
const column = { name: 'Age', type: 'date' };
const definition = (version: string, spec: object) =>
  object(`apiextensions.k8s.io/${version}`, 'CustomResourceDefinition', 'widgets.example.com', {
    spec: { group: 'example.com', names: { kind: 'Widget', plural: 'widgets' }, ...spec },
  });

test('a definition of v1beta1 with one version, one schema and its columns is that of v1', () => {
  const old = definition('v1beta1', {
    version: 'v1',
    preserveUnknownFields: false,
    validation: schema,
    subresources: { status: {} },
    additionalPrinterColumns: [{ ...column, JSONPath: '.metadata.creationTimestamp' }],
    conversion: { strategy: 'None' },
  });
  const now = definition('v1', {
    scope: 'Namespaced',
    names: { kind: 'Widget', listKind: 'WidgetList', plural: 'widgets', singular: 'widget' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema,
        subresources: { status: {} },
        additionalPrinterColumns: [{ ...column, jsonPath: '.metadata.creationTimestamp' }],
      },
    ],
  });
  expect(differing(old, now)).toEqual([]);
});

test('a definition of v1beta1 with versions and a webhook is that of v1', () => {
  const versions = [
    { name: 'v1', served: true, storage: true },
    { name: 'v1alpha1', served: true, storage: false },
  ];
  const clientConfig = { service: { namespace: 'shop', name: 'widgets', port: 443 } };
  const old = definition('v1beta1', {
    version: 'v1',
    versions: versions.toReversed(),
    preserveUnknownFields: false,
    validation: schema,
    conversion: { strategy: 'Webhook', webhookClientConfig: clientConfig },
  });
  const webhook = { clientConfig, conversionReviewVersions: ['v1beta1'] };
  const now = definition('v1', {
    scope: 'Namespaced',
    versions: versions.map((version) => ({ ...version, schema })),
    conversion: { strategy: 'Webhook', webhook },
  });
  expect(differing(old, now)).toEqual([]);
});

test('what a definition of v1beta1 keeps of unknown fields by default is told', () => {
  const versions = [{ name: 'v1', served: true, storage: true }];
  const now = definition('v1', { scope: 'Namespaced', versions });
  expect(differing(definition('v1beta1', { versions }), now)).toEqual([
    'spec.preserveUnknownFields',
  ]);
});

test('a webhook of v1beta1 was more lenient than one of v1 that says as little', () => {
  const configuration = (version: string, webhook: object) =>
    object(`admissionregistration.k8s.io/${version}`, 'ValidatingWebhookConfiguration', 'w', {
      webhooks: [{ name: 'w.example.com', ...webhook }],
    });
  const lenient = { failurePolicy: 'Ignore', matchPolicy: 'Exact', timeoutSeconds: 30 };
  const old = { sideEffects: 'Unknown', admissionReviewVersions: ['v1beta1'] };
  expect(
    differing(configuration('v1beta1', {}), configuration('v1', { ...lenient, ...old })),
  ).toEqual([]);
  expect(differing(configuration('v1beta1', old), configuration('v1', old))).toEqual([
    'webhooks[name=w.example.com].failurePolicy',
    'webhooks[name=w.example.com].matchPolicy',
    'webhooks[name=w.example.com].timeoutSeconds',
  ]);
});

test('a Deployment of apps/v1beta1 kept two old revisions by default, all else as today', () => {
  const web = (version: string, spec: object) =>
    object(`apps/${version}`, 'Deployment', 'shop/web', { spec });
  expect(differing(web('v1beta1', {}), web('v1', { revisionHistoryLimit: 2 }))).toEqual([]);
  expect(differing(web('v1beta2', {}), web('v1', {}))).toEqual([]);
});

import { expect, test } from 'vitest';
import { object } from '#tests/fixtures/builders.ts';
import { horizontalPodAutoscaler } from './horizontal-pod-autoscaler.ts';

const context = { now: Date.parse('2026-11-22T10:00:00Z') };

function autoscaler(spec: object, status: object = {}) {
  return object('autoscaling/v2', 'HorizontalPodAutoscaler', 'shop/web', { spec, status });
}

function targets(spec: object, status?: object): string | undefined {
  return horizontalPodAutoscaler.cells(autoscaler(spec, status), context)[2];
}

const cpu = { type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 70 } } };

test.each([
  [cpu, { resource: { current: { averageUtilization: 12 } } }, 'cpu: 12%/70%'],
  [cpu, undefined, 'cpu: <unknown>/70%'],
  [
    { type: 'Resource', resource: { name: 'memory', target: { averageValue: '900Mi' } } },
    { resource: { current: { averageValue: '300Mi' } } },
    'memory: 300Mi/900Mi',
  ],
  [
    { type: 'ContainerResource', containerResource: { name: 'cpu', target: {} } },
    undefined,
    'cpu: <unknown>/<auto>',
  ],
  [
    { type: 'Pods', pods: { target: { averageValue: '100' } } },
    { pods: { current: { averageValue: '7' } } },
    '7/100',
  ],
  [{ type: 'Object', object: { target: { value: '2k' } } }, undefined, '<unknown>/2k'],
  [
    { type: 'External', external: { target: { averageValue: '30' } } },
    { external: { current: { averageValue: '12' } } },
    '12/30 (avg)',
  ],
  [{ type: 'Later' }, undefined, '<unknown type>'],
])('TARGETS of %j', (metric, current, printed) => {
  expect(targets({ metrics: [metric] }, { currentMetrics: current ? [current] : [] })).toBe(
    printed,
  );
});

test('TARGETS prints two metrics and how many follow', () => {
  expect(targets({ metrics: [cpu, cpu, cpu] })).toBe(
    'cpu: <unknown>/70%, cpu: <unknown>/70% + 1 more...',
  );
  expect(targets({})).toBe('<none>');
});

test('the older version knows CPU only', () => {
  expect(targets({ targetCPUUtilizationPercentage: 80 })).toBe('cpu: <unknown>/80%');
});

test('an autoscaler scales a workload of its namespace, by the metric of an object there', () => {
  const spec = {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
    maxReplicas: 5,
    metrics: [
      {
        type: 'Object',
        object: {
          metric: { name: 'requests' },
          describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'shop' },
        },
      },
    ],
  };
  expect(horizontalPodAutoscaler.references(autoscaler(spec))).toEqual([
    {
      relation: 'scales',
      path: 'spec.scaleTargetRef.name',
      to: { by: 'name', group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' },
      detail: '1 to 5 pods',
    },
    {
      relation: 'about',
      path: 'spec.metrics[0].object.describedObject.name',
      to: {
        by: 'name',
        group: 'networking.k8s.io',
        kind: 'Ingress',
        namespace: 'shop',
        name: 'shop',
      },
      detail: 'metric requests',
    },
  ]);
});

test('health is whether it can scale, and why not', () => {
  const active = (status: string, reason: string) => ({
    conditions: [{ type: 'ScalingActive', status, reason }],
  });
  const health = (status: object) =>
    horizontalPodAutoscaler.health(autoscaler({}, status), context);
  expect(health({})).toBeUndefined();
  expect(health(active('True', 'ValidMetricFound'))).toEqual({
    state: 'ok',
    word: 'ScalingActive',
  });
  expect(health(active('False', 'FailedGetResourceMetric'))).toEqual({
    state: 'warn',
    word: 'FailedGetResourceMetric',
  });
  expect(health(active('False', 'ScalingDisabled'))).toEqual({
    state: 'done',
    word: 'ScalingDisabled',
  });
});

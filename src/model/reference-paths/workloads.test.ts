import { expect, test } from 'vitest';
import {
  edgesOf,
  expression,
  made,
  otherPod,
  type Row,
  webPod,
} from '#tests/fixtures/reference-paths.ts';

const rows: readonly Row[] = [
  {
    path: 'StatefulSet spec.serviceName',
    from: made('apps/v1', 'StatefulSet', { spec: { serviceName: 'x' } }),
    edges: ['governs Service/shop/x @ spec.serviceName'],
  },
  {
    path: 'StatefulSet spec.volumeClaimTemplates[]',
    from: made('apps/v1', 'StatefulSet', {
      spec: {
        replicas: 2,
        ordinals: { start: 3 },
        volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { storageClassName: 'x' } }],
      },
    }),
    edges: [
      'class StorageClass.storage.k8s.io/x @ spec.volumeClaimTemplates[0].spec.storageClassName',
      'claims PersistentVolumeClaim/shop/data-a-3 @ spec.volumeClaimTemplates[0] optional',
      'claims PersistentVolumeClaim/shop/data-a-4 @ spec.volumeClaimTemplates[0] optional',
    ],
  },
  {
    path: 'CronJob status.active[].name',
    from: made('batch/v1', 'CronJob', { status: { active: [{ name: 'x' }] } }),
    edges: ['starts Job.batch/shop/x @ status.active[name=x].name optional'],
  },
  {
    path: 'HorizontalPodAutoscaler spec.scaleTargetRef, spec.metrics[].object.describedObject',
    from: made('autoscaling/v2', 'HorizontalPodAutoscaler', {
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' },
        metrics: [
          {
            type: 'Object',
            object: {
              metric: { name: 'm' },
              describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'i' },
            },
          },
        ],
      },
    }),
    edges: [
      'scales Deployment.apps/shop/x @ spec.scaleTargetRef.name',
      'about Ingress.networking.k8s.io/shop/i @ spec.metrics[0].object.describedObject.name',
    ],
  },
  {
    path: 'VerticalPodAutoscaler spec.targetRef',
    from: made('autoscaling.k8s.io/v1', 'VerticalPodAutoscaler', {
      spec: { targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' } },
    }),
    edges: ['scales Deployment.apps/shop/x @ spec.targetRef.name'],
  },
  {
    path: 'PodDisruptionBudget spec.selector',
    from: made('policy/v1', 'PodDisruptionBudget', { spec: { selector: expression } }),
    others: [webPod, otherPod],
    edges: ['protects Pod/shop/web @ spec.selector'],
  },
];

test.each(rows.map((row) => [row.path, row] as const))('workloads: %s', (_path, row) => {
  expect(edgesOf(row)).toEqual(row.edges);
});

/**
 * Workloads and what sizes them. Defaults: `pkg/apis/apps/v1`, `batch/v1`, `autoscaling/v2` and
 * `policy/v1` of Kubernetes 1.36, `defaults.go` each.
 */
import {
  bag,
  extend,
  ignored,
  implied,
  intOrString,
  object,
  off,
  orElse,
  quantity,
  type Shape,
  set,
} from '#diff/shape.ts';
import { templateMetadata } from './metadata.ts';
import { labelSelector, podTemplate, resources } from './pod.ts';

const replicas = orElse(1);
const quarter = orElse('25%', intOrString);

/** The `spec` of a claim, by itself and in a StatefulSet. */
export const claimSpec: Shape = object({
  accessModes: set,
  resources,
  selector: labelSelector,
  volumeMode: orElse('Filesystem'),
});

export const deployment: Shape = object({
  spec: object({
    replicas,
    minReadySeconds: orElse(0),
    paused: off,
    progressDeadlineSeconds: orElse(600),
    revisionHistoryLimit: orElse(10),
    selector: labelSelector,
    strategy: implied({
      type: orElse('RollingUpdate'),
      rollingUpdate: implied({ maxSurge: quarter, maxUnavailable: quarter }),
    }),
    template: podTemplate,
  }),
});

export const daemonSet: Shape = object({
  spec: object({
    minReadySeconds: orElse(0),
    revisionHistoryLimit: orElse(10),
    selector: labelSelector,
    updateStrategy: implied({
      type: orElse('RollingUpdate'),
      rollingUpdate: implied({
        maxSurge: orElse(0, intOrString),
        maxUnavailable: orElse(1, intOrString),
      }),
    }),
    template: podTemplate,
  }),
});

export const statefulSet: Shape = object({
  spec: object({
    replicas,
    minReadySeconds: orElse(0),
    revisionHistoryLimit: orElse(10),
    podManagementPolicy: orElse('OrderedReady'),
    persistentVolumeClaimRetentionPolicy: implied({
      whenDeleted: orElse('Retain'),
      whenScaled: orElse('Retain'),
    }),
    selector: labelSelector,
    updateStrategy: implied({
      type: orElse('RollingUpdate'),
      rollingUpdate: implied({ partition: orElse(0), maxUnavailable: orElse(1, intOrString) }),
    }),
    template: podTemplate,
    volumeClaimTemplates: bag(
      object({
        // They are written without, and the server fills them in.
        apiVersion: ignored,
        kind: ignored,
        metadata: templateMetadata,
        spec: claimSpec,
        status: ignored,
      }),
    ),
  }),
});

export const replicaSet: Shape = object({
  spec: object({
    replicas,
    minReadySeconds: orElse(0),
    selector: labelSelector,
    template: podTemplate,
  }),
});

const jobSpec: Shape = object({
  parallelism: orElse(1),
  backoffLimit: orElse(6),
  completionMode: orElse('NonIndexed'),
  podReplacementPolicy: orElse('TerminatingOrFailed'),
  manualSelector: off,
  podFailurePolicy: object({
    rules: {
      list: 'ordered',
      items: object({ onExitCodes: object({ values: set }), onPodConditions: bag() }),
    },
  }),
  suspend: off,
  template: podTemplate,
});

export const job: Shape = object({
  spec: extend(jobSpec, {
    // Both hold the uid of the Job.
    selector: ignored,
    template: extend(podTemplate, { metadata: extend(templateMetadata, { labels: ignored }) }),
  }),
});

export const cronJob: Shape = object({
  spec: object({
    concurrencyPolicy: orElse('Allow'),
    suspend: off,
    successfulJobsHistoryLimit: orElse(3),
    failedJobsHistoryLimit: orElse(1),
    jobTemplate: object({ metadata: templateMetadata, spec: jobSpec }),
  }),
});

const target = object({ averageValue: quantity, value: quantity });
/** What an autoscaler watches that names no metric. */
const cpuMetric = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
};
const metricSelector = object({ selector: labelSelector });
const behavior = (stabilizationWindowSeconds: number, policies: unknown): Shape =>
  implied({
    stabilizationWindowSeconds: orElse(stabilizationWindowSeconds),
    selectPolicy: orElse('Max'),
    policies: orElse(policies, bag()),
    tolerance: quantity,
  });

export const horizontalPodAutoscaler: Shape = object({
  spec: object({
    minReplicas: orElse(1),
    metrics: orElse(
      [cpuMetric],
      bag(
        object({
          resource: object({ target }),
          containerResource: object({ target }),
          pods: object({ target, metric: metricSelector }),
          object: object({ target, metric: metricSelector }),
          external: object({ target, metric: metricSelector }),
        }),
      ),
    ),
    behavior: implied({
      scaleUp: behavior(0, [
        { type: 'Pods', value: 4, periodSeconds: 15 },
        { type: 'Percent', value: 100, periodSeconds: 15 },
      ]),
      scaleDown: behavior(300, [{ type: 'Percent', value: 100, periodSeconds: 15 }]),
    }),
  }),
});

export const podDisruptionBudget: Shape = object({
  spec: object({
    minAvailable: intOrString,
    maxUnavailable: intOrString,
    selector: labelSelector,
    unhealthyPodEvictionPolicy: orElse('IfHealthyBudget'),
  }),
});

export const replicationController: Shape = object({
  spec: object({ replicas, minReadySeconds: orElse(0), template: podTemplate }),
});

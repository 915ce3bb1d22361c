import { groupOf } from '#snapshot/kube-object.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind, type Health, type Read } from './kind.ts';
import { ageCell, count, firstFew, nameCell } from './parts/columns.ts';
import { conditionLine, conditions, findCondition } from './parts/condition.ts';
import { age, inSeconds } from './parts/duration.ts';
import { metric, metricLine } from './parts/metric.ts';
import { refer } from './parts/refer.ts';
import { type Infer, list, number, part, text } from './parts/schema.ts';

const schema = part({
  spec: part({
    scaleTargetRef: part({ apiVersion: text, kind: text, name: text }),
    minReplicas: number,
    maxReplicas: number,
    metrics: list(metric),
    // autoscaling/v1 knows this metric only.
    targetCPUUtilizationPercentage: number,
    behavior: part({
      scaleUp: part({ stabilizationWindowSeconds: number }),
      scaleDown: part({ stabilizationWindowSeconds: number }),
    }),
  }),
  status: part({
    currentReplicas: number,
    desiredReplicas: number,
    lastScaleTime: text,
    currentMetrics: list(metric),
    currentCPUUtilizationPercentage: number,
    conditions,
  }),
});
type Autoscaler = Read<Infer<typeof schema>>;

export const horizontalPodAutoscaler = defineKind({
  group: 'autoscaling',
  kind: 'HorizontalPodAutoscaler',
  plural: 'horizontalpodautoscalers',
  shortNames: ['hpa'],
  namespaced: true,
  category: 'workload',
  glyph: 'hpa',
  role: 'Changes the number of pods of a workload so that a metric stays near its target.',
  breaks: 'The workload keeps its present number of pods, however busy or idle it gets.',
  inAll: true,
  schema,
  columns: {
    Name: nameCell,
    Reference: ({ spec }) => `${spec?.scaleTargetRef?.kind}/${spec?.scaleTargetRef?.name}`,
    Targets: (object) => firstFew(metricLines(object), 2, ', ') || '<none>',
    MinPods: ({ spec }) => spec?.minReplicas?.toString() ?? '<unset>',
    MaxPods: ({ spec }) => count(spec?.maxReplicas),
    Replicas: ({ status }) => count(status?.currentReplicas),
    Age: ageCell,
  },
  observed: ['Replicas'],
  facts: {
    Metrics: metricLines,
    'Wanted replicas': ({ status }) => status?.desiredReplicas?.toString(),
    'Last scaled': ({ status }, { now }) =>
      status?.lastScaleTime && `${age(status.lastScaleTime, now)} before the snapshot`,
    'Scale-up stabilization': ({ spec }) =>
      inSeconds(spec?.behavior?.scaleUp?.stabilizationWindowSeconds),
    'Scale-down stabilization': ({ spec }) =>
      inSeconds(spec?.behavior?.scaleDown?.stabilizationWindowSeconds),
    Conditions: ({ status }) => status?.conditions.map(conditionLine),
  },
  health,
  references: ({ metadata: { namespace }, spec }) => [
    ...refer('scales', targetKind(spec?.scaleTargetRef), {
      name: spec?.scaleTargetRef?.name,
      namespace,
      path: 'spec.scaleTargetRef.name',
      detail: `${spec?.minReplicas ?? 1} to ${spec?.maxReplicas} pods`,
    }),
    ...(spec?.metrics ?? []).flatMap(({ object }, index) =>
      refer('about', targetKind(object?.describedObject), {
        name: object?.describedObject?.name,
        namespace,
        path: `spec.metrics[${index}].object.describedObject.name`,
        detail: `metric ${object?.metric?.name}`,
      }),
    ),
  ],
});

function metricLines({ spec, status }: Autoscaler): readonly string[] {
  const cpu = spec?.targetCPUUtilizationPercentage;
  if (cpu !== undefined) {
    const current = status?.currentCPUUtilizationPercentage;
    return [`cpu: ${current === undefined ? '<unknown>' : `${current}%`}/${cpu}%`];
  }
  const current = status?.currentMetrics ?? [];
  return (spec?.metrics ?? []).map((wanted, index) => metricLine(wanted, current[index]));
}

interface CrossReference {
  readonly apiVersion?: string | undefined;
  readonly kind?: string | undefined;
}

function targetKind({ apiVersion = '', kind = '' }: CrossReference = {}): string {
  return groupKindKey({ group: groupOf(apiVersion), kind });
}

function health({ status }: Autoscaler): Health | undefined {
  const active = findCondition(status?.conditions, 'ScalingActive');
  if (active === undefined) return undefined;
  if (active.status === 'True') return { state: 'ok', word: 'ScalingActive' };
  // Somebody scaled the workload to 0, which is how scaling is switched off.
  if (active.reason === 'ScalingDisabled') return { state: 'done', word: 'ScalingDisabled' };
  return { state: 'warn', word: active.reason || 'Not active' };
}

import { type Infer, intOrString, list, number, part, text } from '#kinds/parts/schema.ts';
import { groupOf } from '#snapshot/kube-object.ts';
import type { Describer } from './describer.ts';
import { type Draft, group, type Item, inline, lines, note, value } from './description.ts';
import { Conditions, conditionTable } from './parts/condition-table.ts';
import { orUnset } from './parts/go-text.ts';
import { createdItem, metadataItems, nameItem, namespaceItem, naming } from './parts/metadata.ts';

const Target = part({
  type: text,
  value: intOrString,
  averageValue: intOrString,
  averageUtilization: number,
});
const Source = part({
  name: text,
  container: text,
  metric: part({ name: text }),
  describedObject: part({ kind: text, name: text }),
  target: Target,
  current: Target,
});
const Metric = part({
  type: text,
  resource: Source,
  containerResource: Source,
  pods: Source,
  object: Source,
  external: Source,
});
type Metric = Infer<typeof Metric>;
type Source = Infer<typeof Source> | undefined;

const ScalingRules = part({
  stabilizationWindowSeconds: number,
  selectPolicy: text,
  policies: list(part({ type: text, value: number, periodSeconds: number })),
});

const Autoscaler = part({
  spec: part({
    scaleTargetRef: part({ apiVersion: text, kind: text, name: text }),
    minReplicas: number,
    maxReplicas: number,
    metrics: list(Metric),
    targetCPUUtilizationPercentage: number,
    behavior: part({ scaleUp: ScalingRules, scaleDown: ScalingRules }),
  }),
  status: part({
    currentReplicas: number,
    desiredReplicas: number,
    currentMetrics: list(Metric),
    currentCPUUtilizationPercentage: number,
    conditions: Conditions,
  }),
});
type Autoscaler = Infer<typeof Autoscaler>;

const unknown = '<unknown>';

/** Metrics as `current / target`; a current one that nobody reported is `<unknown>`. */
export const describeHorizontalPodAutoscaler: Describer = ({ entry: { object } }) => {
  const { spec, status } = Autoscaler.read(object) ?? {};
  const { apiVersion = '', kind = '', name = '' } = spec?.scaleTargetRef ?? {};
  const target = naming({ group: groupOf(apiVersion), kind }, name, object.metadata.namespace);
  const { currentReplicas = 0, desiredReplicas = 0 } = status ?? {};
  return [
    nameItem(object),
    namespaceItem(object),
    ...metadataItems(object),
    createdItem(object),
    value('Reference', { ...target, text: `${kind}/${name}` }),
    ...metricItems(spec, status),
    value('Min replicas', orUnset(spec?.minReplicas)),
    value('Max replicas', String(spec?.maxReplicas ?? 0)),
    spec?.behavior &&
      group('Behavior', [
        rulesItem('Scale Up', spec.behavior.scaleUp),
        rulesItem('Scale Down', spec.behavior.scaleDown),
      ]),
    value(`${kind} pods`, `${currentReplicas} current / ${desiredReplicas} desired`),
    conditionTable(status?.conditions, ['Type', 'Status', 'Reason', 'Message']),
  ];
};

function metricItems(spec: Autoscaler['spec'], status: Autoscaler['status']): Draft {
  // autoscaling/v1 knows this metric only.
  const cpu = spec?.targetCPUUtilizationPercentage;
  if (cpu !== undefined) {
    return [
      value('Target CPU utilization', `${cpu}%`),
      value('Current CPU utilization', `${status?.currentCPUUtilizationPercentage ?? unknown}%`),
    ];
  }
  const metrics = (spec?.metrics ?? []).map((metric, i) =>
    metricItem(metric, status?.currentMetrics[i]),
  );
  return [
    {
      type: 'value',
      label: 'Metrics',
      values: [{ text: '( current / target )' }],
      under: metrics.filter((item) => item !== undefined),
    },
  ];
}

function metricItem(wanted: Metric, reported: Metric | undefined): Item | undefined {
  const { resource, containerResource, pods, object, external } = wanted;
  switch (wanted.type) {
    case 'Resource':
      return resourceItem(`resource ${resource?.name} on pods`, resource, reported?.resource);
    case 'ContainerResource': {
      const { name, container } = containerResource ?? {};
      const what = `resource ${name} of container "${container}" on pods`;
      return resourceItem(what, containerResource, reported?.containerResource);
    }
    case 'Pods':
      return value(
        `"${pods?.metric?.name}" on pods`,
        ratio(reported?.pods?.current?.averageValue, pods?.target?.averageValue),
      );
    case 'Object': {
      const { kind, name } = object?.describedObject ?? {};
      return targetItem(`"${object?.metric?.name}" on ${kind}/${name}`, object, reported?.object);
    }
    case 'External':
      return targetItem(`"${external?.metric?.name}"`, external, reported?.external);
    default:
      return note(`<unknown metric type "${wanted.type ?? ''}">`);
  }
}

function resourceItem(what: string, wanted: Source, reported: Source): Item | undefined {
  const { averageValue, averageUtilization } = wanted?.target ?? {};
  const { current } = reported ?? {};
  if (averageValue !== undefined) return value(what, ratio(current?.averageValue, averageValue));
  const share = current?.averageUtilization;
  const now = share === undefined ? undefined : `${share}% (${current?.averageValue ?? 0})`;
  const target = averageUtilization === undefined ? '<auto>' : `${averageUtilization}%`;
  return value(`${what}  (as a percentage of request)`, ratio(now, target));
}

function targetItem(what: string, wanted: Source, reported: Source): Item | undefined {
  const { averageValue, value: whole } = wanted?.target ?? {};
  const { current } = reported ?? {};
  return averageValue === undefined
    ? value(`${what} (target value)`, ratio(current?.value, whole))
    : value(`${what} (target average value)`, ratio(current?.averageValue, averageValue));
}

function ratio(current: string | undefined, target: string | undefined): string {
  return `${current ?? unknown} / ${target ?? 0}`;
}

function rulesItem(label: string, rules: Infer<typeof ScalingRules> | undefined): Item | undefined {
  if (rules === undefined) return undefined;
  const { stabilizationWindowSeconds: window, selectPolicy = 'Max', policies } = rules;
  return group(label, [
    window === undefined ? undefined : inline('Stabilization Window', `${window} seconds`),
    ...(policies.length === 0
      ? []
      : [
          inline('Select Policy', selectPolicy),
          lines(
            'Policies',
            policies.map(
              ({ type, value: amount = 0, periodSeconds = 0 }) =>
                `- Type: ${type}  Value: ${amount}  Period: ${periodSeconds} seconds`,
            ),
          ),
        ]),
  ]);
}

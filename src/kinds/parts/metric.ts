import { type Infer, intOrString, number, part, text } from './schema.ts';

const amounts = part({ value: intOrString, averageValue: intOrString, averageUtilization: number });

const source = part({ name: text, target: amounts, current: amounts });

/** One entry of `spec.metrics` or `status.currentMetrics` of a HorizontalPodAutoscaler. */
export const metric = part({
  type: text,
  resource: source,
  containerResource: source,
  pods: source,
  object: part({
    metric: part({ name: text }),
    describedObject: part({ apiVersion: text, kind: text, name: text }),
    target: amounts,
    current: amounts,
  }),
  external: source,
});
type Metric = Infer<typeof metric>;
type Amounts = Infer<typeof amounts> | undefined;

const unknown = '<unknown>';

/**
 * A metric as kubectl prints it, `current/target`: `cpu: 12%/70%`, `memory: 300Mi/900Mi`, `12/30 (avg)`.
 *
 * @param reported The entry of `status.currentMetrics` at the same place, if there is one.
 */
export function metricLine(wanted: Metric, reported: Metric | undefined): string {
  switch (wanted.type) {
    case 'Resource':
      return resourceLine(wanted.resource, reported?.resource?.current);
    case 'ContainerResource':
      return resourceLine(wanted.containerResource, reported?.containerResource?.current);
    case 'Pods':
      return `${reported?.pods?.current?.averageValue ?? unknown}/${wanted.pods?.target?.averageValue}`;
    case 'Object':
      return valueLine(wanted.object?.target, reported?.object?.current);
    case 'External':
      return valueLine(wanted.external?.target, reported?.external?.current);
    default:
      return '<unknown type>';
  }
}

function resourceLine(wanted: Infer<typeof source> | undefined, current: Amounts): string {
  const { averageValue, averageUtilization } = wanted?.target ?? {};
  const line = averageValue
    ? `${current?.averageValue ?? unknown}/${averageValue}`
    : `${percent(current?.averageUtilization) ?? unknown}/${percent(averageUtilization) ?? '<auto>'}`;
  return `${wanted?.name}: ${line}`;
}

function valueLine(target: Amounts, current: Amounts): string {
  return target?.averageValue
    ? `${current?.averageValue ?? unknown}/${target.averageValue} (avg)`
    : `${current?.value ?? unknown}/${target?.value}`;
}

function percent(value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${value}%`;
}

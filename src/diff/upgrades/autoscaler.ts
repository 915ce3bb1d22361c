/**
 * HorizontalPodAutoscalers before autoscaling/v2. `v2beta1` wrote each target in fields of its own, and so
 * does the annotation in which `v1` keeps the metrics that it has no field for; `v2beta2` writes as v2 does.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
import { type Fields, isFields } from '#snapshot/fields.ts';
import { eachOf, ofSpec, present, type Step, type Upgrade } from './upgrade.ts';

const metricsNote = 'autoscaling.alpha.kubernetes.io/metrics';
const behaviorNote = 'autoscaling.alpha.kubernetes.io/behavior';

/** An autoscaler of `v1`: a share of the CPU in a field, all else in annotations. */
export const autoscalerV1: Upgrade = (object) => {
  const { metadata, spec } = object;
  if (!isFields(spec)) return object;
  const notes = metadata.annotations ?? {};
  const [more, behavior] = [json(notes[metricsNote]), json(notes[behaviorNote])];
  const { targetCPUUtilizationPercentage: percentage, ...rest } = spec;
  const metrics: readonly unknown[] = [
    ...(Array.isArray(more) ? more.filter(isFields).map(metric) : []),
    ...(percentage === undefined ? [] : [cpu(percentage)]),
  ];
  const read = new Set([
    ...(more === undefined ? [] : [metricsNote]),
    ...(behavior === undefined ? [] : [behaviorNote]),
  ]);
  const annotations = Object.fromEntries(Object.entries(notes).filter(([key]) => !read.has(key)));
  return {
    ...object,
    metadata: { ...metadata, annotations },
    spec: { ...rest, ...(metrics.length > 0 ? { metrics } : {}), ...present({ behavior }) },
  };
};

/** An autoscaler of `v2beta1`. */
export const autoscalerV2beta1 = ofSpec(({ metrics, ...spec }) => ({
  ...spec,
  ...(metrics === undefined ? {} : { metrics: eachOf(metrics, metric) }),
}));

function cpu(percentage: unknown): Fields {
  const target = { type: 'Utilization', averageUtilization: percentage };
  return { type: 'Resource', resource: { name: 'cpu', target } };
}

/** The field of a metric that its type names, with the fields of `v2beta1` put where v2 has them. */
const metric: Step = (given) => {
  const entries = Object.entries(given).map(([sort, source]) => {
    const step = Object.hasOwn(sources, sort) ? sources[sort] : undefined;
    return [sort, step !== undefined && isOld(source) ? step(source) : source] as const;
  });
  return Object.fromEntries(entries);
};

/** Whether it has no target that says its type, as every one of v2 has. */
function isOld(source: unknown): source is Fields {
  if (!isFields(source)) return false;
  return !(isFields(source['target']) && Object.hasOwn(source['target'], 'type'));
}

const ofResource: Step = ({ targetAverageUtilization, targetAverageValue, ...source }) => ({
  ...source,
  target: target({
    averageUtilization: targetAverageUtilization,
    averageValue: targetAverageValue,
  }),
});

const sources: Readonly<Record<string, Step>> = {
  resource: ofResource,
  containerResource: ofResource,
  pods: ({ metricName, selector, targetAverageValue }) => ({
    metric: present({ name: metricName, selector }),
    target: target({ averageValue: targetAverageValue }),
  }),
  object: ({ target: describedObject, metricName, selector, targetValue, averageValue }) => ({
    describedObject,
    metric: present({ name: metricName, selector }),
    // The field of the plain value had to be filled, and is 0 beside an average.
    target: target(averageValue === undefined ? { value: targetValue } : { averageValue }),
  }),
  external: ({ metricName, metricSelector, targetValue, targetAverageValue }) => ({
    metric: present({ name: metricName, selector: metricSelector }),
    target: target({ value: targetValue, averageValue: targetAverageValue }),
  }),
};

const targetTypes: Readonly<Record<string, string>> = {
  averageUtilization: 'Utilization',
  averageValue: 'AverageValue',
  value: 'Value',
};

function target(amounts: Fields): Fields {
  const given = present(amounts);
  const [amount = ''] = Object.keys(given);
  return { ...present({ type: targetTypes[amount] }), ...given };
}

/** What an annotation holds; nothing where it is none, or was redacted. */
function json(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

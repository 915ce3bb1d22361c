/** Promises about Pods: how many stay up, and which go first. */
import { formatLabels, formatSelector, labelSelector } from '#kinds/parts/label-selector.ts';
import { flag, intOrString, number, part, text } from '#kinds/parts/schema.ts';
import type { Describer } from './describer.ts';
import { group, plain, value } from './description.ts';
import { nameItem, namespaceItem } from './parts/metadata.ts';

const Budget = part({
  spec: part({ minAvailable: intOrString, maxUnavailable: intOrString, selector: labelSelector }),
  status: part({
    disruptionsAllowed: number,
    currentHealthy: number,
    desiredHealthy: number,
    expectedPods: number,
  }),
});

/** Either the least that stay or the most that go, as the budget states it. */
export const describePodDisruptionBudget: Describer = ({ entry: { object } }) => {
  const { spec, status } = Budget.read(object) ?? {};
  const { minAvailable, maxUnavailable, selector } = spec ?? {};
  return [
    nameItem(object),
    namespaceItem(object),
    minAvailable === undefined
      ? value('Max unavailable', maxUnavailable)
      : value('Min available', minAvailable),
    value('Selector', selector === undefined ? '<unset>' : formatSelector(selector) || '<none>'),
    group(
      'Status',
      [
        plain('Allowed disruptions', status?.disruptionsAllowed ?? 0),
        plain('Current', status?.currentHealthy ?? 0),
        plain('Desired', status?.desiredHealthy ?? 0),
        plain('Total', status?.expectedPods ?? 0),
      ],
      4,
    ),
  ];
};

const PriorityClass = part({
  value: number,
  globalDefault: flag,
  preemptionPolicy: text,
  description: text,
});

/** Its labels are left out, as kubectl leaves them out. */
export const describePriorityClass: Describer = ({ entry: { object } }) => {
  const priority = PriorityClass.read(object) ?? {};
  return [
    nameItem(object),
    plain('Value', priority.value ?? 0),
    plain('GlobalDefault', priority.globalDefault ?? false),
    value('PreemptionPolicy', priority.preemptionPolicy ?? 'PreemptLowerPriority'),
    value('Description', priority.description ?? ''),
    value('Annotations', formatLabels(object.metadata.annotations)),
  ];
};

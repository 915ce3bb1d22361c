/** What runs on a node, and how much of it that takes. */

import { age } from '#kinds/parts/duration.ts';
import { part, text } from '#kinds/parts/schema.ts';
import { countOfKind } from '#model/count-of-kind.ts';
import type { Entry } from '#model/model.ts';
import { oncePerModel, question } from '#model/per-model.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import type { Subject } from './describer.ts';
import { type Draft, group, type Item, note, table, value, type Written } from './description.ts';
import { merge, nothing, podAmounts, type Sums } from './parts/pod-amounts.ts';
import {
  addQuantities,
  formatQuantity,
  milliOf,
  parseQuantity,
  type Quantity,
  wholeOf,
  zero,
} from './parts/quantity.ts';
import type { Amounts } from './parts/resources.ts';

const Pod = part({ spec: part({ nodeName: text }), status: part({ phase: text }) });
const over = new Set(['Succeeded', 'Failed']);

const podsByNode = oncePerModel((model) =>
  Map.groupBy(model.ofKind({ group: '', kind: 'Pod' }), ({ object }) => {
    const { spec, status } = Pod.read(object) ?? {};
    return over.has(status?.phase ?? '') ? undefined : spec?.nodeName;
  }),
);

/** Pods bound to a node that are not over, in the model's order. */
export const podsOn = question(
  'podsOn',
  (model, node): readonly Entry[] => podsByNode(model).get(node) ?? [],
);

/** `Non-terminated Pods` and `Allocated resources`. */
export function nodeResourceItems(subject: Subject, allocatable: Amounts): Draft {
  const { model, entry } = subject;
  const pods = podsOn(model, entry.object.metadata.name);
  const pool = { group: '', kind: 'Pod' };
  if (pods.length === 0 && countOfKind(model, pool) === 0 && !model.holdsAll(pool, undefined)) {
    return [value('Pods', 'not captured')];
  }
  return [podsItem(pods, subject, allocatable), allocatedItem(pods, allocatable)];
}

function podsItem(pods: readonly Entry[], { now }: Subject, allocatable: Amounts): Item {
  const heads = [
    'Namespace',
    'Name',
    'CPU Requests',
    'CPU Limits',
    'Memory Requests',
    'Memory Limits',
    'Age',
  ];
  const rows = pods.map(({ id, object }): readonly Written[] => {
    const { namespace = '', name, creationTimestamp } = object.metadata;
    const requests = podAmounts(object, 'requests', { reported: true });
    const limits = podAmounts(object, 'limits', { reported: true });
    const cells = ['cpu', 'memory'].flatMap((resource) =>
      [requests, limits].map((sums) => share(sums, resource, allocatable)),
    );
    return [namespace, { text: name, names: id }, ...cells, age(creationTimestamp, now)];
  });
  return {
    type: 'value',
    label: 'Non-terminated Pods',
    values: [{ text: `(${pods.length} in total)` }],
    under: [table(undefined, heads, rows)],
  };
}

function allocatedItem(pods: readonly Entry[], allocatable: Amounts): Item {
  const [requests, limits] = (['requests', 'limits'] as const).map((which) =>
    pods
      .map(({ object }) => podAmounts(object, which))
      .reduce((a, b) => merge(a, b, addQuantities), nothing),
  );
  const sums: readonly Sums[] = [requests ?? nothing, limits ?? nothing];
  const row = (cellOf: typeof share) => (resource: string) => [
    resource,
    ...sums.map((each) => cellOf(each, resource, allocatable)),
  ];
  const names = Object.keys(allocatable ?? {}).sort(compareCodePoints);
  const pages = names.filter((name) => name.startsWith('hugepages-'));
  const others = names.filter((name) => !standard.has(name) && !pages.includes(name));
  return group('Allocated resources', [
    note('(Total limits may be over 100 percent, i.e., overcommitted.)'),
    table(
      undefined,
      ['Resource', 'Requests', 'Limits'],
      [...[...shared, ...pages].map(row(share)), ...others.map(row(amount))],
    ),
  ]);
}

const shared = ['cpu', 'memory', 'ephemeral-storage'];
const standard = new Set([...shared, 'pods']);

function amount(sums: Sums, resource: string): string {
  return formatQuantity(sums.get(resource) ?? zero);
}

/** `200m (2%)`: an amount, and how much that is of what the node has to give. */
function share(sums: Sums, resource: string, allocatable: Amounts): string {
  const of = (quantity: Quantity) =>
    Number(resource === 'cpu' ? milliOf(quantity) : wholeOf(quantity));
  const taken = sums.get(resource) ?? zero;
  const all = of(parseQuantity(allocatable?.[resource]));
  const percent = all === 0 ? 0 : Math.trunc((of(taken) / all) * 100);
  return `${formatQuantity(taken)} (${percent}%)`;
}

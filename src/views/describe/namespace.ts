/** Namespaces, and what may be used in them. */
import { type Infer, list, part, quantities, text } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Describer, Subject } from './describer.ts';
import { type Draft, type Item, note, present, table, type Value, value } from './description.ts';
import { Conditions, conditionTable } from './parts/condition-table.ts';
import { metadataItems, nameItem, namespaceItem, naming } from './parts/metadata.ts';
import { addQuantities, formatQuantity, parseQuantity, zero } from './parts/quantity.ts';
import { amountText } from './parts/resources.ts';

const Namespace = part({ status: part({ phase: text, conditions: Conditions }) });

/** With the quotas and limits in it, which are objects of their own. */
export const describeNamespace: Describer = (subject) => {
  const { object } = subject.entry;
  const { phase = '', conditions } = Namespace.read(object)?.status ?? {};
  const heads = ['Type', 'Status', 'LastTransitionTime', 'Reason', 'Message'] as const;
  return [
    nameItem(object),
    ...metadataItems(object),
    value('Status', phase),
    conditionTable(conditions, heads),
    quotasItem(subject),
    limitsItem(subject),
  ];
};

/** Objects of a kind in the namespace that is described; nothing when nobody knows of them. */
function inside(
  { model, entry }: Subject,
  kind: 'ResourceQuota' | 'LimitRange',
): readonly Entry[] | undefined {
  const { name } = entry.object.metadata;
  const found = model.inNamespace(name).filter(({ object }) => object.kind === kind);
  return found.length > 0 || model.holdsAll({ group: '', kind }, name) ? found : undefined;
}

function quotasItem(subject: Subject): Item {
  const quotas = inside(subject, 'ResourceQuota');
  if (quotas === undefined) return note('Resource quotas are not captured.');
  if (quotas.length === 0) return note('No resource quota.');
  const items = quotas.flatMap(({ object }) => [
    value(
      'Name',
      naming({ kind: 'ResourceQuota' }, object.metadata.name, object.metadata.namespace),
    ),
    ...scopeItems(Quota.read(object)),
    usageTable(Quota.read(object)),
  ]);
  return { type: 'group', label: 'Resource Quotas', items: present(items), heading: true };
}

function limitsItem(subject: Subject): Item {
  const ranges = inside(subject, 'LimitRange');
  if (ranges === undefined) return note('LimitRanges are not captured.');
  if (ranges.length === 0) return note('No LimitRange resource.');
  const rows = ranges.flatMap(({ object }) => limitRows(LimitRange.read(object)));
  return { type: 'group', label: 'Resource Limits', items: [limitTable(rows)], heading: true };
}

const Quota = part({
  spec: part({ scopes: list(text) }),
  status: part({ hard: quantities, used: quantities }),
});
type Quota = Infer<typeof Quota> | undefined;

/** Used amounts are written in the unit of the allowed ones. */
export const describeResourceQuota: Describer = ({ entry: { object } }) => {
  const quota = Quota.read(object);
  return [nameItem(object), namespaceItem(object), ...scopeItems(quota), usageTable(quota)];
};

/** Which Pods a scope counts, in kubectl's words. */
const scopes: Readonly<Record<string, string>> = {
  Terminating:
    'Matches all pods that have an active deadline. These pods have a limited lifespan on a node before being actively terminated by the system.',
  NotTerminating:
    'Matches all pods that do not have an active deadline. These pods usually include long running pods whose container command is not expected to terminate.',
  BestEffort:
    'Matches all pods that do not have resource requirements set. These pods have a best effort quality of service.',
  NotBestEffort:
    'Matches all pods that have at least one resource requirement set. These pods have a burstable or guaranteed quality of service.',
};

function scopeItems(quota: Quota): Draft {
  const names = (quota?.spec?.scopes ?? []).toSorted(compareCodePoints);
  if (names.length === 0) return [];
  return [
    value('Scopes', names.join(', ')),
    ...names.flatMap((name) => (Object.hasOwn(scopes, name) ? note(` * ${scopes[name]}`) : [])),
  ];
}

function usageTable(quota: Quota): Item {
  const { hard = {}, used = {} } = quota?.status ?? {};
  const rows = Object.keys(hard)
    .sort(compareCodePoints)
    .map((resource) => [
      resource,
      amountLike(used[resource], hard[resource]),
      amountText(hard[resource]),
    ]);
  return table(undefined, ['Resource', 'Used', 'Hard'], rows);
}

/** An amount, written the way the other one is. */
function amountLike(text: string | undefined, other: string | undefined): string {
  const { nano } = addQuantities(zero, parseQuantity(text));
  return formatQuantity({ nano, format: parseQuantity(other).format });
}

const LimitRange = part({
  spec: part({
    limits: list(
      part({
        type: text,
        min: quantities,
        max: quantities,
        default: quantities,
        defaultRequest: quantities,
        maxLimitRequestRatio: quantities,
      }),
    ),
  }),
});

/** A row for each resource of each limit. */
export const describeLimitRange: Describer = ({ entry: { object } }) => [
  nameItem(object),
  namespaceItem(object),
  limitTable(limitRows(LimitRange.read(object))),
];

/** What a limit says of a resource, in the order of {@link limitRowsOf}. */
export const limitHeads = [
  'Type',
  'Resource',
  'Min',
  'Max',
  'Default Request',
  'Default Limit',
  'Max Limit/Request Ratio',
];

function limitTable(rows: readonly (readonly (Value | string)[])[]): Item {
  return table(undefined, limitHeads, rows);
}

/** The limits of a LimitRange, a row for each resource; `-` for what it does not state. */
export function limitRowsOf(range: KubeObject): readonly (readonly string[])[] {
  return limitRows(LimitRange.read(range));
}

/** kubectl prints the resources of a limit in any order; here they are sorted. */
function limitRows(range: Infer<typeof LimitRange> | undefined): readonly (readonly string[])[] {
  return (range?.spec?.limits ?? []).flatMap(({ type = '', ...limit }) => {
    const columns = [
      limit.min,
      limit.max,
      limit.defaultRequest,
      limit.default,
      limit.maxLimitRequestRatio,
    ];
    const resources = new Set(columns.flatMap((amounts) => Object.keys(amounts ?? {})));
    return [...resources].sort(compareCodePoints).map((resource) => {
      const amounts = columns.map((column) => column?.[resource]);
      return [type, resource, ...amounts.map((text) => (text ? amountText(text) : '-'))];
    });
  });
}

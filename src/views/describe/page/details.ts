import type { Entry } from '#model/model.ts';
import { hasDescriber } from '#views/describe/describe.ts';
import type { Description, Item } from '#views/describe/description.ts';
import { lineCount, shown } from './shown.ts';

/** Labels of what stands in another place of the page, and in more detail. */
const toldElsewhere = new Set([
  'Name',
  'Namespace',
  'Conditions',
  'Controlled By',
  'Data',
  'BinaryData',
  'Endpoints',
  'Events',
  'Non-terminated Pods',
  'PolicyRule',
  'Subsets',
  'Used By',
]);

/** Of a kind that is described field by field: these are its YAML, and nothing else. */
const administrative = new Set(['API Version', 'Kind', 'Metadata']);

/** Fields beyond this are read in the YAML. */
const maxLines = 60;

/** A label with its values. */
export type DescribedValue = Extract<Item, { type: 'value' }>;

/** A description cut in two: values to compare at the top of a page, and what is made of parts. */
export interface PageDescription {
  /** Values of one short line each, in kubectl's order. */
  readonly values: readonly DescribedValue[];
  /** Everything else that the page does not show in another place. */
  readonly details: Description;
}

/** The parts of a description that the page of an object has no other place for. */
export function pageDescription(entry: Entry, description: Description): PageDescription {
  const told = (item: Item) => toldElsewhere.has(labelOf(item) ?? '') || isOnlyAddress(item);
  const rest = shown(description).filter((item) => !told(item));
  if (hasDescriber(entry)) {
    return { values: rest.filter(isShort), details: rest.filter((item) => !isShort(item)) };
  }
  const fields = rest
    .filter((item) => !administrative.has(labelOf(item) ?? ''))
    .flatMap((item) => withoutConditions(item) ?? []);
  return { values: [], details: lineCount(fields) > maxLines ? fields.filter(isLabels) : fields };
}

/** `IPs` of a Pod that has one address, which its row shows. */
function isOnlyAddress(item: Item): boolean {
  return item.type === 'group' && item.label === 'IPs' && item.items.length === 1;
}

function labelOf(item: Item): string | undefined {
  if (item.type === 'note') return undefined;
  return item.type === 'titled' ? item.title : item.label;
}

/** Labels and annotations stand with the details, be there one of them or twenty. */
function isLabels(item: Item): boolean {
  return ['Labels', 'Annotations'].includes(labelOf(item) ?? '');
}

const shortLine = 80;
const fewLines = 3;

function isShort(item: Item): item is DescribedValue {
  if (item.type !== 'value' || isLabels(item) || item.label === 'Tolerations') return false;
  if ((item.under ?? []).length > 0 || item.values.length > fewLines) return false;
  return item.values.every(({ text, aside = '' }) => text.length + aside.length <= shortLine);
}

/** The status of a custom resource without its conditions, which have a table. */
function withoutConditions(item: Item): Item | undefined {
  if (item.type !== 'group' || item.label !== 'Status') return item;
  const items = item.items.filter((each) => labelOf(each) !== 'Conditions');
  return items.length === 0 ? undefined : { ...item, items };
}

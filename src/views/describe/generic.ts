import { type Fields, isFields } from '#snapshot/fields.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import type { Describer } from './describer.ts';
import { type Draft, group, type Item, note, present, value } from './description.ts';
import { metadataItems, nameItem, namespaceItem } from './parts/metadata.ts';
import { smartLabel } from './smart-label.ts';

/** Fields of the metadata that stand above the others, or are of no interest to anybody. */
const told = new Set(['managedFields', 'name', 'namespace', 'labels', 'annotations']);

/** Every field of an object under a readable label: kinds that kubectl knows nothing about, custom resources. */
export const describeGeneric: Describer = ({ entry: { object } }) => {
  const { metadata, ...fields } = object;
  const rest = Object.fromEntries(Object.entries(metadata).filter(([key]) => !told.has(key)));
  return [
    nameItem(object),
    namespaceItem(object),
    ...metadataItems(object),
    ...fieldItems({ ...fields, metadata: rest }),
  ];
};

function fieldItems(fields: Fields): Draft {
  return Object.keys(fields)
    .sort(compareCodePoints)
    .map((key) => fieldItem(smartLabel(key), fields[key]));
}

function fieldItem(label: string, given: unknown): Item | undefined {
  if (isFields(given)) return group(label, fieldItems(given));
  if (!Array.isArray(given)) return value(label, scalarText(given));
  const entries = given.map((member: unknown) =>
    present(isFields(member) ? fieldItems(member) : [note(scalarText(member))]),
  );
  return { type: 'entries', label, entries, dashed: false };
}

/** A value as Go prints it. */
function scalarText(given: unknown): string {
  if (given === null || given === undefined) return '<nil>';
  if (Array.isArray(given)) return `[${given.map(scalarText).join(' ')}]`;
  if (!isFields(given)) return String(given);
  const parts = Object.keys(given)
    .sort(compareCodePoints)
    .map((key) => `${key}:${scalarText(given[key])}`);
  return `map[${parts.join(' ')}]`;
}

import { isFields } from '#snapshot/fields.ts';

/** The items of a list by their key, in the list's order. */
export type KeyedList = ReadonlyMap<string, KeyedItem>;

/** An item, and the fields that make its key. */
export interface KeyedItem {
  readonly item: unknown;
  readonly match: readonly (readonly [string, string])[];
}

/** What tells items apart in lists of which no schema says it. */
export const usualKeys: readonly (readonly string[])[] = [['name'], ['key'], ['id']];

/**
 * Both lists by the first choice of key fields that every item has and that is unique on both sides;
 * nothing when there is none. Items of the before side are keyed as the after side calls them.
 */
export function keyedLists(
  choices: readonly (readonly string[])[],
  before: readonly unknown[],
  after: readonly unknown[],
  mapText: (text: string) => string,
): { readonly before: KeyedList; readonly after: KeyedList } | undefined {
  for (const fields of choices) {
    const right = keyed(fields, after, (text) => text);
    const left = right && keyed(fields, before, mapText);
    if (left !== undefined && right !== undefined) return { before: left, after: right };
  }
  return undefined;
}

function keyed(
  fields: readonly string[],
  items: readonly unknown[],
  mapText: (text: string) => string,
): KeyedList | undefined {
  const found = new Map<string, KeyedItem>();
  for (const item of items) {
    const match = matchOf(item, fields);
    if (match === undefined) return undefined;
    const key = match.map(([field, value]) => `${field}=${mapText(value)}`).join(',');
    if (found.has(key)) return undefined;
    found.set(key, { item, match });
  }
  return found;
}

/** The part of a key that an item may leave out, since the API fills it in. */
const defaults: ReadonlyMap<string, string> = new Map([['protocol', 'TCP']]);

function matchOf(item: unknown, fields: readonly string[]): KeyedItem['match'] | undefined {
  if (!isFields(item)) return undefined;
  const match: [string, string][] = [];
  for (const field of fields) {
    const value = (Object.hasOwn(item, field) ? item[field] : undefined) ?? defaults.get(field);
    if (value === undefined || typeof value === 'object') return undefined;
    match.push([field, String(value)]);
  }
  return match;
}

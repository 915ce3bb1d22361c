import { type Fields, isFields } from '#snapshot/fields.ts';
import { sharedText } from '#snapshot/shared-tree.ts';
import type { KeyWord } from './key-words.ts';
import { redactKeyed } from './keyed-value.ts';
import { redactMapKey } from './map-keys.ts';
import type { Mark } from './marker.ts';

interface ManagedContext {
  readonly mark: Mark;
  readonly text: (text: string, depth: number, mark: Mark) => string;
  readonly keyOf: (name: string) => {
    readonly word: KeyWord | undefined;
    readonly isSuspect: boolean;
  };
}

// Field sets have the depth of the fields they name.
const deepest = 400;

/**
 * Managed fields hold names, and values in one place: members of a set (`v:"…"`) and the keys of a list (`k:{…}`) are
 * written into the field's name. These are redacted like the values they are.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
 */
export function redactManagedFields(
  value: unknown,
  context: ManagedContext,
  depth: number,
): unknown {
  if (Array.isArray(value)) {
    const entries = value.map((entry) => redactManagedFields(entry, context, depth + 1));
    return entries.some((entry, i) => entry !== value[i]) ? entries : value;
  }
  return isFields(value) ? redactSet(value, context, depth, '') : value;
}

function redactSet(set: Fields, context: ManagedContext, depth: number, field: string): Fields {
  if (depth > deepest) return {};
  let entries: [string, unknown][] | undefined;
  for (const key in set) {
    const value = set[key];
    const name = redactedName(key, field, context, depth);
    const below = isFields(value) ? redactBelow(value, context, depth + 1, key) : value;
    if (name === key && below === value) continue;
    entries ??= Object.entries(set);
    const entry = entries.find(([each]) => each === key);
    if (entry !== undefined) entry.splice(0, 2, name, below);
  }
  return entries === undefined ? set : Object.fromEntries(entries);
}

/** Shared sets without a secret, and by which reading of names they are so. */
const clean = new WeakMap<Fields, ManagedContext['keyOf']>();

function redactBelow(set: Fields, context: ManagedContext, depth: number, field: string): Fields {
  if (field !== 'fieldsV1') return redactSet(set, context, depth, field);
  if (clean.get(set) === context.keyOf) return set;
  const redacted = redactSet(set, context, depth, field);
  if (redacted === set && sharedText(set) !== undefined) clean.set(set, context.keyOf);
  return redacted;
}

function redactedName(key: string, field: string, context: ManagedContext, depth: number): string {
  if (isValue(key)) return redactName(key, context, depth, wordOf(field, context));
  // Fields of a mapping whose keys are secrets have those for names.
  if (!key.startsWith('f:') || !context.keyOf(key).isSuspect) return key;
  return `f:${redactMapKey(key.slice(2), wordOf(field, context), context.mark)}`;
}

function isValue(key: string): boolean {
  return key.charCodeAt(1) === 58 && (key.charCodeAt(0) === 118 || key.charCodeAt(0) === 107);
}

function wordOf(key: string, { keyOf }: ManagedContext): KeyWord | undefined {
  return key.startsWith('f:') ? keyOf(key.slice(2)).word : undefined;
}

function redactName(
  name: string,
  { mark, text }: ManagedContext,
  depth: number,
  word: KeyWord | undefined,
): string {
  const value = name.slice(2);
  const member = /^"(.*)"$/.exec(value)?.[1];
  if (member === undefined) return name.slice(0, 2) + text(value, depth, mark);
  const redacted = word === undefined ? member : redactKeyed(member, word, mark);
  return `${name.slice(0, 2)}"${redacted === member ? text(member, depth, mark) : redacted}"`;
}

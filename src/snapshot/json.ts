import { isFields } from './fields.ts';
import { asWritten, keyOrder } from './key-orders.ts';
import { sharedText } from './shared-tree.ts';

/** A value that `JSON.parse` can return, with unsafe integers kept as `bigint`. */
export type Json =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

// Sixteen digits are the shortest integer that can exceed 2^53. What stands before a number in JSON
// tells it from the digits inside a digest or a name, whose files would all take the slow way.
const mayHoldUnsafeInteger = /(?:^|[\s:,[])-?\d{16}/;

/**
 * Parses JSON without rounding integers beyond 2^53: they become `bigint`.
 *
 * @throws {SyntaxError} When the text is not JSON.
 */
export function parseJson(text: string): unknown {
  if (!mayHoldUnsafeInteger.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
      ? exactInteger(value, context?.source)
      : value,
  );
}

function exactInteger(value: number, source: string | undefined): number | bigint {
  return source !== undefined && /^-?\d+$/.test(source) ? BigInt(source) : value;
}

/**
 * Compares two strings by Unicode code point, which is also the order of their UTF-8 bytes and so the
 * order in which an API server lists. JavaScript's own `<` compares UTF-16 units and differs above U+FFFF.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

// Surrogates (code points from U+10000) sort after U+E000–U+FFFF.
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

const leadingKeys = ['apiVersion', 'kind', 'metadata'];

/** The keys of an object in the order they are written in. */
type KeyOrder = (object: object) => string[];

// The order of UTF-16 units is that of code points as long as there are no surrogates, and much faster.
const byUnit: KeyOrder = (object) => {
  const keys = Object.keys(object);
  return isSorted(keys) ? keys : keys.sort();
};
const byCodePoint: KeyOrder = (object) => Object.keys(object).sort(compareCodePoints);
const surrogate = /[\ud800-\udfff]/;

function isSorted(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') <= key);
}

/**
 * One object as one line of canonical JSON: `apiVersion`, `kind` and `metadata` first, all other keys,
 * at every depth, by code point. The same object gives the same bytes, whatever order it came in.
 */
export function canonicalLine(object: object): string {
  const line = quickLine(object) ?? lineOf(object, byUnit);
  return surrogate.test(line) ? lineOf(object, byCodePoint) : line;
}

/**
 * The line of {@link canonicalLine} in pieces, slower: for an object so large that its line should not be in
 * memory beside it.
 */
export function* canonicalPieces(object: object): Generator<string> {
  let piece = '';
  for (const token of fieldTokens(object, leadingFirst(object, byCodePoint))) {
    piece += token;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

const pieceLength = 2 ** 16;

function* fieldTokens(object: object, keys: readonly string[]): Generator<string> {
  let before = '{';
  for (const key of keys) {
    const value = (object as Record<string, unknown>)[key];
    if (value === undefined) continue;
    yield `${before}${keyText(key)}`;
    yield* tokens(value);
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

function* tokens(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || !Object.values(value).some(isContainer)) {
    yield canonicalValue(value, byCodePoint) ?? 'null';
  } else if (Array.isArray(value)) {
    yield '[';
    for (const [index, item] of value.entries()) {
      if (index > 0) yield ',';
      yield* tokens(item);
    }
    yield ']';
  } else yield* fieldTokens(value, byCodePoint(value));
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** A JSON value in canonical JSON. */
export function canonicalText(value: unknown): string {
  return canonicalValue(value, byCodePoint) ?? 'null';
}

/** The line by way of a copy in the right order and `JSON.stringify`, a third faster, where that can be had. */
function quickLine(object: object): string | undefined {
  const { apiVersion, kind, metadata, ...rest } = object as Record<string, unknown>;
  if (Object.keys(rest).some(ordersItself)) return undefined;
  const shared: string[] = [];
  try {
    const line = JSON.stringify({
      apiVersion,
      kind,
      metadata: inOrder(withHoles(metadata, shared)),
      ...(inOrder(rest) as object),
    });
    return shared.length === 0 ? line : withTexts(line, shared);
  } catch (error) {
    // A `bigint`, or keys that no copy can have in order.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

// In the place of a text that is known. No object can have it in it by chance, and none has it on purpose.
const hole = crypto.randomUUID();

/** Metadata without the field sets whose text is known; adds these texts to `shared`. */
function withHoles(metadata: unknown, shared: string[]): unknown {
  const entries = isFields(metadata) ? metadata['managedFields'] : undefined;
  if (!Array.isArray(entries)) return metadata;
  const managedFields = entries.map((entry: unknown) => {
    const text = isFields(entry) ? sharedText(entry['fieldsV1']) : undefined;
    if (text === undefined) return entry;
    shared.push(text);
    return { ...(entry as object), fieldsV1: hole };
  });
  return shared.length === 0 ? metadata : { ...(metadata as object), managedFields };
}

function withTexts(line: string, texts: readonly string[]): string | undefined {
  const parts = line.split(`"${hole}"`);
  if (parts.length !== texts.length + 1) return undefined;
  return parts.reduce((text, part, at) => text + (texts[at - 1] ?? '') + part);
}

/** The value with all its keys in the order of UTF-16 units; itself where they are so already. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return changedList(value);
  const fields = value as Record<string, unknown>;
  const order = keyOrder(fields);
  if (order !== asWritten) return copyInOrder(fields, order);
  let copy: Record<string, unknown> | undefined;
  for (const key in fields) {
    const field = inOrder(fields[key]);
    if (field === fields[key]) continue;
    // The spread makes every key the copy's own, `__proto__` too.
    copy ??= { ...fields };
    copy[key] = field;
  }
  return copy ?? fields;
}

function changedList(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let at = 0; at < list.length; at++) {
    const item = inOrder(list[at]);
    if (item === list[at]) continue;
    copy ??= [...list];
    copy[at] = item;
  }
  return copy ?? list;
}

function copyInOrder(
  fields: Record<string, unknown>,
  order: readonly string[],
): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const key of order) {
    if (ordersItself(key)) throw new TypeError('a copy cannot have this key in its place');
    copy[key] = inOrder(fields[key]);
  }
  return copy;
}

/** Whether an object puts a key where it wants: whole numbers come first, and `__proto__` is no field. */
function ordersItself(key: string): boolean {
  const first = key.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39 && /^\d+$/.test(key)) || key === '__proto__';
}

/** A JSON value of any type as one line, in the order of its fields; every digit of a `bigint`, and no quotes round it. */
export function jsonLine(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // Several times as fast, but it refuses a `bigint`.
    return canonicalValue(value, Object.keys) ?? '';
  }
}

function lineOf(object: object, order: KeyOrder): string {
  return fieldsOf(object, leadingFirst(object, order), order);
}

function leadingFirst(object: object, order: KeyOrder): string[] {
  const rest = order(object).filter((key) => !leadingKeys.includes(key));
  return [...leadingKeys.filter((key) => Object.hasOwn(object, key)), ...rest];
}

function fieldsOf(object: object, keys: readonly string[], order: KeyOrder): string {
  let text = '';
  for (const key of keys) {
    const value = canonicalValue((object as Record<string, unknown>)[key], order);
    if (value !== undefined) text += `${text === '' ? '{' : ','}${keyText(key)}${value}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

function canonicalValue(value: unknown, order: KeyOrder): string | undefined {
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (!Array.isArray(value)) return fieldsOf(value, order(value), order);
  return `[${value.map((item) => canonicalValue(item, order) ?? 'null').join(',')}]`;
}

// Text of printable ASCII without quote and backslash is its own JSON.
const plain = /^[ !#-[\]-~]*$/;

function stringText(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** Field names repeat from object to object; names a stranger made up do not fill the memory. */
const keyTexts = new Map<string, string>();
const maxKeyTexts = 10_000;

function keyText(key: string): string {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  const text = `${JSON.stringify(key)}:`;
  if (keyTexts.size < maxKeyTexts) keyTexts.set(key, text);
  return text;
}

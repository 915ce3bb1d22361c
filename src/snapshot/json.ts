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

function sortedKeys(object: object): string[] {
  return Object.keys(object).sort(compareCodePoints);
}

/**
 * One object as one line of canonical JSON: `apiVersion`, `kind` and `metadata` first, all other keys,
 * at every depth, by code point. The same object gives the same bytes, whatever order it came in.
 */
export function canonicalLine(object: object): string {
  const rest = sortedKeys(object).filter((key) => !leadingKeys.includes(key));
  const keys = [...leadingKeys.filter((key) => Object.hasOwn(object, key)), ...rest];
  return fieldsOf(object, keys);
}

function fieldsOf(object: object, keys: readonly string[]): string {
  const fields: string[] = [];
  for (const key of keys) {
    const text = canonicalValue((object as Record<string, unknown>)[key]);
    if (text !== undefined) fields.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${fields.join(',')}}`;
}

function canonicalValue(value: unknown): string | undefined {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return `[${value.map((item) => canonicalValue(item) ?? 'null').join(',')}]`;
  return fieldsOf(value, sortedKeys(value));
}

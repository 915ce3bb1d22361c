import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalLine, compareCodePoints, jsonLine, parseJson } from './json.ts';

test('an integer beyond 2^53 survives parse and write', () => {
  const text = '{"apiVersion":"v1","kind":"X","metadata":{"name":"a"},"big":9007199254740993}';
  expect(canonicalLine(parseJson(text) as object)).toBe(text);
});

test('apiVersion, kind and metadata stand first, other keys by code point at every depth', () => {
  const object = {
    spec: { b: 1, a: [{ d: 1, c: 2 }] },
    metadata: { name: 'n' },
    kind: 'K',
    apiVersion: 'v1',
  };
  expect(canonicalLine(object)).toBe(
    '{"apiVersion":"v1","kind":"K","metadata":{"name":"n"},"spec":{"a":[{"c":2,"d":1}],"b":1}}',
  );
});

test('a key named __proto__ is kept as a key', () => {
  const text = '{"kind":"K","metadata":{"__proto__":{"polluted":true}}}';
  expect(canonicalLine(parseJson(text) as object)).toBe(text);
});

test('strings sort by the bytes of their UTF-8 form', () => {
  const names = ['\u{1F680}', '\uFF5E', '\uE000', '\uD7FF', 'z', 'a', 'ab', ''];
  const byBytes = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect([...names].sort(compareCodePoints)).toEqual(byBytes);
});

test('keys beyond U+FFFF sort after all others, also inside', () => {
  const object = { kind: 'K', '\u{1F680}': { '\u{1F680}': 1, '\uFF5E': 2, a: 3 }, '\uFF5E': '' };
  expect(canonicalLine(object)).toBe(
    '{"kind":"K","\uFF5E":"","\u{1F680}":{"a":3,"\uFF5E":2,"\u{1F680}":1}}',
  );
});

test('keys that look like numbers sort as text', () => {
  expect(canonicalLine({ 9: 1, 10: 2, b: [], a: {} })).toBe('{"10":2,"9":1,"a":{},"b":[]}');
});

test('keys sort however many others there were before', () => {
  for (let number = 0; number < 15_000; number++) canonicalLine({ [`b${number}`]: 1, a: 2 });
  expect(canonicalLine({ kind: 'K', unheardOf: 1, as: 2, well: 3 })).toBe(
    '{"kind":"K","as":2,"unheardOf":1,"well":3}',
  );
});

test('the order of the keys that came in makes no difference', () => {
  const keys = fc.oneof(
    fc.string(),
    fc.constantFrom('__proto__', '1', '10', '9', '\u{1F680}', '\uFF5E'),
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.bigInt(), tie('list'), tie('object')),
    list: fc.array(tie('any'), { maxLength: 4 }),
    object: fc.dictionary(keys, tie('any'), { maxKeys: 6 }),
  }));
  fc.assert(
    fc.property(value.object, (object) => {
      expect(canonicalLine(object as object)).toBe(
        plainLine(object, ['apiVersion', 'kind', 'metadata']),
      );
    }),
  );
});

/** Canonical JSON, written as simply as can be. */
function plainLine(value: unknown, leading: readonly string[] = []): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => plainLine(item)).join(',')}]`;
  const keys = Object.keys(value).sort(compareCodePoints);
  const first = leading.filter((key) => keys.includes(key));
  const ordered = [...first, ...keys.filter((key) => !first.includes(key))];
  const fields = new Map(Object.entries(value));
  return `{${ordered.map((key) => `${JSON.stringify(key)}:${plainLine(fields.get(key))}`).join(',')}}`;
}

test('texts are escaped as JSON does', () => {
  const text = 'plain "quoted" back\\slash \n \u0001 \u007f é \u2028 \ud800';
  expect(canonicalLine({ text })).toBe(JSON.stringify({ text }));
});

test('digits inside a text do not make it a number', () => {
  expect(parseJson('["sha256:1234567890123456", {"a":" 12345678901234567890"}]')).toEqual([
    'sha256:1234567890123456',
    { a: ' 12345678901234567890' },
  ]);
});

test('a value keeps its order as one line, and a large integer its digits', () => {
  const value = { b: [1, null], a: 'x' };
  expect(jsonLine(value)).toBe('{"b":[1,null],"a":"x"}');
  expect(jsonLine({ ...value, c: 2n ** 60n })).toBe(
    '{"b":[1,null],"a":"x","c":1152921504606846976}',
  );
  expect(jsonLine(undefined)).toBe('');
});

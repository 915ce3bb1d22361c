import { expect, test } from 'vitest';
import { canonicalLine, compareCodePoints, parseJson } from './json.ts';

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

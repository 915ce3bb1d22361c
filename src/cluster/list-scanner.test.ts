import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ItemText, ListScanner } from './list-scanner.ts';

/** The item itself, with what the scanner said of it. */
const told = ({ text, longNumber }: ItemText) => {
  JSON.parse(text);
  return { text, longNumber };
};

/** What a scanner makes of a text that comes in chunks of so many bytes. */
function scanned(text: string, size = text.length * 4 || 1) {
  const bytes = Buffer.from(text);
  const scanner = new ListScanner<ItemText>(told);
  const items: ItemText[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    items.push(...scanner.push(bytes.subarray(at, at + size)));
  }
  return { envelope: scanner.end(), items };
}

test('an envelope before its items, as the API server writes its own lists', () => {
  const list = '{"kind":"PodList","metadata":{"continue":""},"items":[{"a":[1]},{"b":"}]"}]}\n';
  expect(scanned(list)).toEqual({
    envelope: '{"kind":"PodList","metadata":{"continue":""},"items":[]}\n',
    items: [
      { text: '{"a":[1]}', longNumber: false },
      { text: '{"b":"}]"}', longNumber: false },
    ],
  });
});

test('an envelope around its items, as in a list of custom resources, indented or not', () => {
  const list = '{\n "apiVersion": "v1",\n "items": [\n  {"a": 1},\n  {}\n ],\n "kind": "List"\n}';
  const { envelope, items } = scanned(list);
  expect(JSON.parse(envelope)).toEqual({ apiVersion: 'v1', items: [], kind: 'List' });
  expect(items.map(({ text }) => text)).toEqual(['{"a": 1}', '{}']);
});

test('another list, and a text that only looks like items, belong to the envelope', () => {
  const list = '{"x\\"items":[{}],"warnings":[{"items":[1]}],"metadata":{"items":[{}]},"items":[]}';
  expect(scanned(list)).toEqual({ envelope: list, items: [] });
  expect(scanned('{"items":null}')).toEqual({ envelope: '{"items":null}', items: [] });
});

test('an item with a number that may exceed 2^53 is told', () => {
  const list =
    '{"items":[{"a":9007199254740993},{"a":"9007199254740993"},{"a":123456789012345},{"a":-9007199254740993}]}';
  expect(scanned(list).items.map(({ longNumber }) => longNumber)).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test('what looks like the next item inside of an item is a part of it', () => {
  const nested = { metadata: { name: 'a' }, spec: [{ metadata: { name: 'b' } }, {}] };
  const quoted = { metadata: { name: 'a' }, note: '},{"metadata":{"name":"' };
  const many = { metadata: { name: 'a' }, spec: [{}, { metadata: { name: 'b' } }, {}] };
  const items = [nested, quoted, many, nested, { metadata: { name: 'c' } }];
  const { items: found } = scanned(JSON.stringify({ items }));
  expect(found.map(({ text }) => JSON.parse(text))).toEqual(items);
});

test('objects whose beginning is the same are cut where each ends', () => {
  const item = fc.record({
    metadata: fc.record({ name: fc.constantFrom('a', 'b') }),
    spec: fc.jsonValue(),
  });
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 3 }),
      fc.integer({ min: 1, max: 400 }),
      (items, size) => {
        const { items: found } = scanned(JSON.stringify({ items }), size);
        expect(found.map(({ text }) => text)).toEqual(items.map((each) => JSON.stringify(each)));
      },
    ),
  );
});

test.each(['{"items":[{"a":1}', '{"items":[{"a":1', '{"items":[{"a":"', '{"items":[', '{"it'])(
  'a list that is cut short is none: %s',
  (list) => {
    expect(() => scanned(list)).toThrow(SyntaxError);
  },
);

test.each(['[null]', '[{},1]', '["a"]', '[[{}]]', '[{} true]'])(
  'items that are no objects: %s',
  (list) => {
    expect(() => scanned(`{"items":${list}}`)).toThrow(SyntaxError);
    expect(() => scanned(`{"items":${list}}`, 1)).toThrow(SyntaxError);
  },
);

test('wherever the chunks end, the items are those that were sent', () => {
  const objects = fc.array(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()));
  fc.assert(
    fc.property(objects, fc.integer({ min: 1, max: 12 }), fc.boolean(), (items, size, indented) => {
      const list = JSON.stringify({ before: [{}], items, after: '\\' }, null, indented ? 2 : 0);
      const { envelope, items: found } = scanned(list, size);
      expect(found.map(({ text }) => JSON.parse(text))).toEqual(
        items.map((item) => JSON.parse(JSON.stringify(item))),
      );
      expect(JSON.parse(envelope)).toEqual({ before: [{}], items: [], after: '\\' });
    }),
  );
});

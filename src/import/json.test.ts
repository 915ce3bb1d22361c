import { expect, test } from 'vitest';
import { partsOf } from './format.ts';
import { json } from './json.ts';

/** Documents and items of lists, and what could not be read. */
function read(text: string) {
  const parts = [...partsOf(json, text)];
  return {
    documents: parts.flatMap((part) => ('value' in part ? [part.value] : [])),
    problems: parts.flatMap((part) => (part.type === 'problem' ? [part.text] : [])),
  };
}

test('documents one after the other are read one by one', () => {
  expect(read('{"a":1}\n{\n  "b": "}{"\n}{"c":[2]}\n[3]')).toEqual({
    documents: [{ a: 1 }, { b: '}{' }, { c: [2] }, 3],
    problems: [],
  });
});

test('a broken line of JSON Lines costs that line only', () => {
  expect(read('{"a":1}\n{"b":"never closed}\n{"c":3}\n{"d":')).toEqual({
    documents: [{ a: 1 }, { c: 3 }],
    problems: [
      'line 2 begins JSON that is not valid or not whole',
      'line 4 begins JSON that is not valid or not whole',
    ],
  });
});

test('a file that was cut short says where', () => {
  expect(read('{\n  "items": [\n    {"kind": "Pod"')).toEqual({
    documents: [],
    problems: ['line 3 begins JSON that is not valid or not whole'],
  });
});

test('braces put around a dump cost only themselves', () => {
  expect(read('{\n  {\n  "a": 1\n}, // edited\n{\n  "b": 2\n}\n}').documents).toEqual([
    { a: 1 },
    { b: 2 },
  ]);
});

test('quotes and backslashes inside texts do not end them', () => {
  const value = { a: '\\', b: '"{', c: '\\"' };
  expect(read(`${JSON.stringify(value, null, 1)}\n{}`).documents).toEqual([value, {}]);
});

test('an integer beyond 2^53 stays exact', () => {
  expect(read('{"big":9007199254740993}').documents).toEqual([{ big: 9007199254740993n }]);
});

test.each([
  ['{"kind": "Pod"}', true],
  ['\n[\n{"kind": "Pod"}]', true],
  ['{}', true],
  ['{kind: Pod}', false],
  ['kind: Pod', false],
  ['{{ template }}', false],
  ['[2026-11-22] a log line', false],
])('%j is taken for JSON: %j', (text, expected) => {
  expect(json.recognises(text)).toBe(expected);
});

import { expect, test } from 'vitest';
import { objectText, valueText } from './words.ts';

test('an object is named by kind, namespace and name', () => {
  const web = { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' };
  expect(objectText(web)).toBe('Deployment shop/web');
  expect(objectText({ group: '', kind: 'Node', name: 'worker-1' })).toBe('Node worker-1');
});

test('a value is text as it is, and anything else JSON', () => {
  expect(['web', 3, null, false, { a: ['b'] }, ''].map(valueText)).toEqual([
    'web',
    '3',
    'null',
    'false',
    '{"a":["b"]}',
    '',
  ]);
  expect(valueText(undefined)).toBeUndefined();
});

test('an integer beyond 2^53 keeps its digits and is no text', () => {
  expect(valueText(9007199254740993n)).toBe('9007199254740993');
  expect(valueText({ seed: 9007199254740993n })).toBe('{"seed":9007199254740993}');
});

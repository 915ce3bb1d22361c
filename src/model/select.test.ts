import { expect, test } from 'vitest';
import { matches } from './select.ts';

const web = { app: 'web', tier: 'front' };

test('a selector matches when every label and every expression holds', () => {
  const selector = {
    matchLabels: { app: 'web' },
    matchExpressions: [{ key: 'tier', operator: 'In', values: ['front', 'edge'] }],
  };
  expect(matches(selector, web)).toBe(true);
  expect(matches(selector, { app: 'web', tier: 'back' })).toBe(false);
  expect(matches(selector, { tier: 'front' })).toBe(false);
});

test('an empty selector matches everything, also an object without labels', () => {
  expect(matches({}, undefined)).toBe(true);
  expect(matches({ matchLabels: {}, matchExpressions: [] }, null)).toBe(true);
});

test.each([
  ['In', ['web'], [true, false, false]],
  ['NotIn', ['web'], [false, true, true]],
  ['Exists', [], [true, true, false]],
  ['DoesNotExist', [], [false, false, true]],
])('%s %j holds for a right, another and no value: %j', (operator, values, expected) => {
  const selector = { matchExpressions: [{ key: 'app', operator, values }] };
  const labels = [{ app: 'web' }, { app: 'api' }, {}];
  expect(labels.map((each) => matches(selector, each))).toEqual(expected);
});

test.each([
  ['an unknown operator', { operator: 'Like', values: ['1'] }],
  ['In without values', { operator: 'In' }],
  ['NotIn without values', { operator: 'NotIn', values: [] }],
  ['Exists with values', { operator: 'Exists', values: ['web'] }],
  ['an operator named like a method', { operator: 'constructor' }],
])('%s matches nothing', (_what, term) => {
  const selector = { matchExpressions: [{ key: 'app', ...term }] };
  expect([{ app: 'web' }, { app: '2' }, {}].map((labels) => matches(selector, labels))).toEqual([
    false,
    false,
    false,
  ]);
});

test('a label key that every JavaScript object inherits is absent unless written', () => {
  for (const key of ['constructor', '__proto__', 'toString']) {
    const exists = { matchExpressions: [{ key, operator: 'Exists' }] };
    expect(matches(exists, {})).toBe(false);
    expect(matches(exists, JSON.parse(`{"${key}":"x"}`))).toBe(true);
    const selector = { matchLabels: JSON.parse(`{"${key}":"x"}`) };
    expect(matches(selector, {})).toBe(false);
    expect(matches(selector, JSON.parse(`{"${key}":"x"}`))).toBe(true);
  }
});

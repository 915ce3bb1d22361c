import { expect, test } from 'vitest';
import { durationSeconds, quantityValue } from './quantity.ts';

test.each([
  ['250m', 0.25],
  ['1Gi', 1_073_741_824],
  ['1e3', 1000],
  ['1E3', 1000],
  ['2E', 2e18],
  ['-1.5k', -1500],
  ['.5', 0.5],
  ['5.', 5],
  ['100n', 1e-7],
  [3, 3],
])('%s stands for %d', (text, value) => {
  expect(quantityValue(text)).toBe(value);
});

test('two ways to write one quantity are one number', () => {
  expect(quantityValue('0.1')).toBe(quantityValue('100m'));
  expect(quantityValue('1024Mi')).toBe(quantityValue('1Gi'));
});

test.each(['', '.', '1Kb', '1 Gi', 'm', '1h', '0x10', null, true])('%s is no quantity', (text) => {
  expect(quantityValue(text)).toBeUndefined();
});

test('durations are Go’s, units in any number', () => {
  const seconds = ['2160h', '1h30m', '1.5s', '500ms', '90', '1d', ''].map(durationSeconds);
  expect(seconds).toEqual([7_776_000, 5400, 1.5, 0.5, undefined, undefined, undefined]);
});

import { expect, test } from 'vitest';
import { addQuantities, formatQuantity, parseQuantity } from './quantity.ts';

test.each([
  ['250m', '250m'],
  ['0.5', '500m'],
  ['2000m', '2'],
  ['1024Mi', '1Gi'],
  ['1.5Gi', '1536Mi'],
  ['512', '512'],
  ['1000', '1k'],
  ['1e3', '1e3'],
  ['512Ki', '512Ki'],
  ['1000Ki', '1000Ki'],
  ['0.1n', '1n'],
  ['-3', '-3'],
  ['12E', '12E'],
  ['many', '0'],
])('%s is written %s', (given, written) => {
  expect(formatQuantity(parseQuantity(given))).toBe(written);
});

test.each([
  ['0', '1Gi', '1Gi'],
  ['1536Mi', '512Mi', '2Gi'],
  ['100m', '1', '1100m'],
  ['70Mi', '30M', '103400320'],
])('%s and %s are %s', (a, b, sum) => {
  expect(formatQuantity(addQuantities(parseQuantity(a), parseQuantity(b)))).toBe(sum);
});

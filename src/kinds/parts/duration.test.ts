import { expect, test } from 'vitest';
import { age, humanDuration } from './duration.ts';

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

test.each([
  [-2 * second, '<invalid>'],
  [-1999, '0s'],
  [-1, '0s'],
  [0, '0s'],
  [1999, '1s'],
  [2 * minute - 1, '119s'],
  [2 * minute, '2m'],
  [3 * minute + 4 * second, '3m4s'],
  [10 * minute - 1, '9m59s'],
  [10 * minute, '10m'],
  [3 * hour - 1, '179m'],
  [3 * hour, '3h'],
  [3 * hour + 5 * minute, '3h5m'],
  [8 * hour, '8h'],
  [2 * day - 1, '47h'],
  [2 * day, '2d'],
  [2 * day + 3 * hour, '2d3h'],
  [8 * day, '8d'],
  [730 * day - 1, '729d'],
  [730 * day, '2y'],
  [765 * day, '2y35d'],
  [8 * 365 * day - 1, '7y364d'],
  [8 * 365 * day, '8y'],
  [3000 * day, '8y'],
])('%d ms print as %s', (ms, printed) => {
  expect(humanDuration(ms)).toBe(printed);
});

test('an age counts from the capture time, and is unknown without a timestamp', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  expect(age('2026-11-22T09:58:59Z', now)).toBe('61s');
  expect(age('2026-11-22T09:58:59.500000Z', now)).toBe('60s');
  expect(age(undefined, now)).toBe('<unknown>');
  expect(age(null, now)).toBe('<unknown>');
  expect(age('yesterday', now)).toBe('<unknown>');
});

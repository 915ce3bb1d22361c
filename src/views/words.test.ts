import { expect, test } from 'vitest';
import { count, utcMinute } from './words.ts';

test('a count agrees with its noun', () => {
  expect([
    count(1, 'node'),
    count(0, 'Pod'),
    count(1702, 'object'),
    count(2, 'Ingress', 'Ingresses'),
  ]).toEqual(['1 node', '0 Pods', '1,702 objects', '2 Ingresses']);
});

test('times are said in UTC, to the minute; what is no time stays as it is', () => {
  expect(utcMinute('2026-11-22T09:00:12+01:00')).toBe('2026-11-22 08:00');
  expect(utcMinute('yesterday')).toBe('yesterday');
});

import { expect, test } from 'vitest';
import { roundedPath } from './rounded-path.ts';

test('a straight line has no corners', () => {
  expect(
    roundedPath([
      { x: 0, y: 5 },
      { x: 4, y: 5 },
      { x: 4, y: 5 },
      { x: 9, y: 5 },
    ]),
  ).toBe('M0 5L9 5');
});

test('a corner has radius 7, a tight one less', () => {
  expect(
    roundedPath([
      { x: 0, y: 0 },
      { x: 20, y: 0 },
      { x: 20, y: 6 },
      { x: 40, y: 6 },
    ]),
  ).toBe('M0 0L17 0Q20 0 20 3L20 3Q20 6 23 6L40 6');
});

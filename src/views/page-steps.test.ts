import { expect, test } from 'vitest';
import { pageSteps } from './page-steps.ts';

test('a short list has a link to each of its pages', () => {
  expect(pageSteps(1, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(pageSteps(3, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('of a long one the ends and the pages around stay', () => {
  expect(pageSteps(1, 200)).toEqual([1, 2, 3, undefined, 200]);
  expect(pageSteps(100, 200)).toEqual([1, undefined, 98, 99, 100, 101, 102, undefined, 200]);
  expect(pageSteps(200, 200)).toEqual([1, undefined, 198, 199, 200]);
});

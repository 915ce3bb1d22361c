import { expect, test } from 'vitest';
import { aroundDifference, beginningOf, maxLetters } from './long-text.ts';

const long = 'x'.repeat(3 * maxLetters);

test('short texts stay as they are', () => {
  expect(beginningOf('short')).toBe('short');
  expect(aroundDifference('one', 'two')).toEqual(['one', 'two']);
});

test('of a long text the beginning is shown', () => {
  expect(beginningOf(long)).toBe(`${long.slice(0, maxLetters)} …`);
});

test('of two long texts the part is shown where they begin to differ', () => {
  const [before, after] = aroundDifference(`${long}1.4.2${long}`, `${long}1.4.3${long}`);
  expect([before.slice(0, 2), before.at(-1)]).toEqual(['… ', '…']);
  expect([before.includes('x1.4.2x'), after.includes('x1.4.3x')]).toEqual([true, true]);
  expect(before.length).toBeLessThan(maxLetters + 10);
});

test('what only one side has further on is no difference that is lost', () => {
  const [before, after] = aroundDifference(long, `${long}!`);
  expect(before).toMatch(/^… x+$/);
  expect(after).toMatch(/^… x+!$/);
});

test('no letter is cut in two', () => {
  const text = `a${'😀'.repeat(maxLetters)}`;
  expect(beginningOf(text).isWellFormed()).toBe(true);
  expect(aroundDifference(`${text}1`, `${text}2`).every((part) => part.isWellFormed())).toBe(true);
});

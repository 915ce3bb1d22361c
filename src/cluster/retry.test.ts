import { expect, test } from 'vitest';
import { UserError } from '#user-error.ts';
import type { Answer, Broken } from './answer.ts';
import { waitBefore } from './retry.ts';

/** Seconds waited until an answer that never changes is taken for the last. */
function waits(answer: Answer, transient = true, random = 0.5): number[] {
  const seconds: number[] = [];
  for (let attempt = 1; ; attempt++) {
    const wait = waitBefore({ answer, attempt, transient, random });
    if (wait === undefined) return seconds;
    seconds.push(wait);
  }
}

const refusal = (status: number, retryAfter?: number): Answer => ({
  type: 'refused',
  status,
  message: '',
  retryAfter,
});
const broken: Broken = { type: 'broken', error: new UserError('reset') };

test('an error of the server and a lost connection are tried again, each wait twice as long', () => {
  expect(waits(refusal(500))).toEqual([0.5, 1, 2]);
  expect(waits(refusal(503))).toEqual([0.5, 1, 2, 4, 8]);
  expect(waits(broken)).toEqual([0.5, 1, 2, 4, 8]);
});

test('waits differ by chance, so that who was refused together does not come back together', () => {
  expect(waits(refusal(500), true, 0)).toEqual([0.25, 0.5, 1]);
  expect(waits(refusal(500), true, 1)).toEqual([0.75, 1.5, 3]);
});

test('what came too late is asked for once more', () => {
  expect(waits({ ...broken, timedOut: true })).toEqual([0.5]);
  expect(waits(refusal(504))).toEqual([0.5]);
});

test('a server that asks to wait is obeyed, for a minute at most', () => {
  expect(waits(refusal(429, 3))).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3]);
  expect(waits(refusal(503, 3600)).slice(0, 2)).toEqual([60, 60]);
});

test('an answer, a refusal and a wrong address stand', () => {
  expect(waits({ type: 'ok', value: {} })).toEqual([]);
  expect([403, 404, 410].flatMap((status) => waits(refusal(status)))).toEqual([]);
  expect(waits(broken, false)).toEqual([]);
});

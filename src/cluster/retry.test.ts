import { expect, test } from 'vitest';
import { UserError } from '#user-error.ts';
import type { Answer } from './answer.ts';
import { waitBefore } from './retry.ts';

/** Seconds waited until an answer that never changes is taken for the last. */
function waits(answer: Answer, transient = true): number[] {
  const seconds: number[] = [];
  for (let attempt = 1; ; attempt++) {
    const wait = waitBefore({ answer, attempt, transient });
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
const broken: Answer = { type: 'broken', error: new UserError('reset') };

test('an error of the server and a lost connection are tried again, each wait twice as long', () => {
  expect(waits(refusal(500))).toEqual([0.5, 1, 2]);
  expect(waits(broken)).toEqual([0.5, 1, 2]);
});

test('a server that asks to wait is obeyed, for a minute at most', () => {
  expect(waits(refusal(429, 3))).toEqual([3, 3, 3, 3, 3, 3, 3, 3, 3]);
  expect(waits(refusal(503, 3600)).slice(0, 2)).toEqual([60, 60]);
});

test('an answer, a refusal and a wrong address stand', () => {
  expect(waits({ type: 'ok', json: {} })).toEqual([]);
  expect([403, 404, 410].flatMap((status) => waits(refusal(status)))).toEqual([]);
  expect(waits(broken, false)).toEqual([]);
});

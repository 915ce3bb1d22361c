import type { Answer } from './answer.ts';

/** client-go gives up after as many tries when the server itself asks to wait. */
const triesWhenAsked = 10;
const tries = 4;
const longestWait = 60;

/** What a wait is decided on. */
export interface Try {
  readonly answer: Answer;
  /** 1 for the first. */
  readonly attempt: number;
  /** Whether the same request may go better in a moment, where no answer came. */
  readonly transient: boolean;
}

/**
 * Seconds to wait before the request is sent again, or `undefined` when its answer stands. A server
 * that is busy says how long; otherwise each wait doubles the one before.
 */
export function waitBefore({ answer, attempt, transient }: Try): number | undefined {
  if (answer.type === 'ok') return undefined;
  const asked = answer.type === 'refused' ? answer.retryAfter : undefined;
  if (answer.type === 'broken' ? !transient : !mayPass(answer.status)) return undefined;
  if (attempt >= (asked === undefined ? tries : triesWhenAsked)) return undefined;
  return Math.min(asked ?? 2 ** (attempt - 2), longestWait);
}

function mayPass(status: number): boolean {
  return status === 429 || status >= 500;
}

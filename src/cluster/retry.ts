import type { Answer } from './answer.ts';

/** client-go gives up after as many tries when the server itself asks to wait. */
const triesWhenAsked = 10;
const longestWait = 60;

/** What a wait is decided on. */
export interface Try {
  readonly answer: Answer;
  /** 1 for the first. */
  readonly attempt: number;
  /** Whether the same request may go better in a moment, where no answer came. */
  readonly transient: boolean;
  /** Between 0 and 1: parts those who were all refused at the same moment. */
  readonly random: number;
}

/**
 * Seconds to wait before the request is sent again, or `undefined` when its answer stands. A server
 * that is busy says how long; otherwise each wait is about twice the one before.
 */
export function waitBefore({ answer, attempt, transient, random }: Try): number | undefined {
  if (answer.type === 'ok') return undefined;
  const asked = answer.type === 'refused' ? answer.retryAfter : undefined;
  if (answer.type === 'broken' ? !transient : !mayPass(answer.status)) return undefined;
  if (attempt >= (asked === undefined ? triesOf(answer) : triesWhenAsked)) return undefined;
  if (asked !== undefined) return Math.min(asked, longestWait);
  return 2 ** (attempt - 2) * (0.5 + random);
}

function mayPass(status: number): boolean {
  return status === 429 || status >= 500;
}

/** Some fifteen seconds are what an API server takes to start again. */
function triesOf(answer: Exclude<Answer, { type: 'ok' }>): number {
  if (answer.type === 'broken') return answer.timedOut ? 2 : 6;
  // What waited in vain for a minute is not asked to wait often; an error inside tends to stay.
  if (answer.status === 504) return 2;
  return answer.status === 500 ? 4 : 6;
}

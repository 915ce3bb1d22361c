import type { Health } from '#kinds/kind.ts';
import { list, part, text } from './schema.ts';

/** `status.conditions`: what controllers report of an object, one entry a type. */
export const conditions = list(
  part({ type: text, status: text, reason: text, message: text, lastTransitionTime: text }),
);

/** One entry of `status.conditions`. `status` is `True`, `False` or `Unknown`. */
export interface Condition {
  readonly type?: string | undefined;
  readonly status?: string | undefined;
  readonly reason?: string | undefined;
  readonly message?: string | undefined;
  readonly lastTransitionTime?: string | undefined;
}

/** The condition of a type, if the object reports it. */
export function findCondition<Entry extends Condition>(
  entries: readonly Entry[] | undefined,
  type: string,
): Entry | undefined {
  return entries?.find((entry) => entry.type === type);
}

/** A condition in one line: `Ready False (DoesNotExist): Issuing certificate …`. */
export function conditionLine({
  type = '',
  status = '',
  reason = '',
  message = '',
}: Condition): string {
  const why = reason === '' ? '' : ` (${reason})`;
  const what = message === '' ? '' : `: ${message}`;
  return `${type} ${status}${why}${what}`;
}

/**
 * The state that a condition of this type tells: its type when it is True, otherwise why not.
 * `undefined` when the object does not report it.
 */
export function conditionHealth(
  entries: readonly Condition[] | undefined,
  type: string,
): Health | undefined {
  const found = findCondition(entries, type);
  if (found === undefined) return undefined;
  if (found.status === 'True') return { state: 'ok', word: type };
  const state = found.status === 'False' ? 'warn' : 'unknown';
  return { state, word: found.reason || `Not ${type.toLowerCase()}` };
}

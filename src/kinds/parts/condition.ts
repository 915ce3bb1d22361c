import { item, list, text } from './schema.ts';

/** `status.conditions`: what controllers report of an object, one entry a type. */
export const conditions = list(
  item({ type: text, status: text, reason: text, message: text, lastTransitionTime: text }),
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

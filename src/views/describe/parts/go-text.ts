/** Texts as Go prints values: what kubectl prints where it says nothing else. */
import { humanDuration } from '#kinds/parts/duration.ts';

/** A list as Go prints it: `[a b]`. */
export function goList(items: readonly string[]): string {
  return `[${items.join(' ')}]`;
}

/** `True`, `False`, or `<unset>`. */
export function yesNo(flag: boolean | undefined): string {
  if (flag === undefined) return '<unset>';
  return flag ? 'True' : 'False';
}

/** Text, or `<unset>` where a pointer leads to none. */
export function orUnset(given: string | number | boolean | undefined): string {
  return given === undefined ? '<unset>' : String(given);
}

/**
 * A time of the API as kubectl prints it, in UTC: `Sun, 22 Nov 2026 10:13:49 +0000`. Without one, the zero
 * time of Go.
 */
export function timeText(time: string | null | undefined): string {
  const at = new Date(time ?? Number.NaN);
  if (Number.isNaN(at.getTime())) return 'Mon, 01 Jan 0001 00:00:00 +0000';
  return at.toUTCString().replace('GMT', '+0000');
}

/** Time between two moments of the API; nothing when one is missing. */
export function durationBetween(
  from: string | undefined,
  to: string | undefined,
): string | undefined {
  const length = Date.parse(to ?? '') - Date.parse(from ?? '');
  return Number.isNaN(length) ? undefined : humanDuration(length);
}

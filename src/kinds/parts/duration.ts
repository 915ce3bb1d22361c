const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

type Unit = readonly [length: number, sign: string];
const [s, m, h, d, y]: readonly [Unit, Unit, Unit, Unit, Unit] = [
  [second, 's'],
  [minute, 'm'],
  [hour, 'h'],
  [day, 'd'],
  [year, 'y'],
];

/** Below which length which units are printed; the smaller one only when it is not 0. */
const steps: readonly { readonly under: number; readonly units: readonly [Unit, Unit?] }[] = [
  { under: 2 * minute, units: [s] },
  { under: 10 * minute, units: [m, s] },
  { under: 3 * hour, units: [m] },
  { under: 8 * hour, units: [h, m] },
  { under: 2 * day, units: [h] },
  { under: 8 * day, units: [d, h] },
  { under: 2 * year, units: [d] },
  { under: 8 * year, units: [y, d] },
  { under: Number.POSITIVE_INFINITY, units: [y] },
];

/**
 * A duration in milliseconds as kubectl prints it, at most two units, truncated: `61000` → `'61s'`,
 * `184000` → `'3m4s'`, two days and three hours → `'2d3h'`. Years have 365 days.
 *
 * Up to two seconds below zero count as clock skew and print `0s`; more than that is `<invalid>`.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/util/duration#HumanDuration
 */
export function humanDuration(ms: number): string {
  if (ms <= -2 * second) return '<invalid>';
  const length = Math.max(ms, 0);
  const { units } = steps.find(({ under }) => length < under) ?? { units: [y] as const };
  const [big, small] = units;
  const whole = `${Math.floor(length / big[0])}${big[1]}`;
  if (small === undefined) return whole;
  const rest = Math.floor((length % big[0]) / small[0]);
  return rest === 0 ? whole : `${whole}${rest}${small[1]}`;
}

/** A field in seconds as text: `600` → `'600s'`; nothing stays nothing. */
export function inSeconds(value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${value}s`;
}

/**
 * Time since an RFC 3339 timestamp as an AGE column prints it. `now` in milliseconds since the epoch.
 * `<unknown>` without a timestamp, or with one that is no time.
 */
export function age(timestamp: string | null | undefined, now: number): string {
  const then = Date.parse(timestamp ?? '');
  return Number.isNaN(then) ? '<unknown>' : humanDuration(now - then);
}

export { quantityValue } from '#snapshot/quantity.ts';

const goUnits: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  ns: 1e-9,
};

/** Seconds of a Go duration: `'2160h'` → 7776000, `'1h30m'` → 5400; nothing when it is none. */
export function durationSeconds(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^(\d+(\.\d+)?(h|ms|m|s|us|µs|ns))+$/.test(text))
    return undefined;
  let total = 0;
  for (const [, digits = '', unit = ''] of text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)/g)) {
    total += Number(digits) * (goUnits[unit] ?? 0);
  }
  return total;
}

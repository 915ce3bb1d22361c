const suffixes: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const form = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[eE]([+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;

/**
 * The number a quantity stands for: `'250m'` → 0.25, `'1Gi'` → 1073741824; nothing when it is none.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function quantityValue(text: unknown): number | undefined {
  if (typeof text === 'number') return text;
  const match = typeof text === 'string' ? form.exec(text) : null;
  if (match === null) return undefined;
  const [, digits = '', exponent, suffix = ''] = match;
  const scale = exponent === undefined ? (suffixes[suffix] ?? 1) : 10 ** Number(exponent);
  // Products of binary fractions differ in their last digits: 0.1 and 100m must meet.
  return Number((Number(digits) * scale).toPrecision(15));
}

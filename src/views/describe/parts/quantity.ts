/**
 * Amounts of the API with exact sums, written back as Kubernetes writes them.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */

/** An amount in billionths, and how it is to be written: in powers of 1024, of 1000, or with an exponent. */
export interface Quantity {
  readonly nano: bigint;
  readonly format: 'binary' | 'decimal' | 'exponent';
}

/** Nothing, written in powers of 1000. */
export const zero: Quantity = { nano: 0n, format: 'decimal' };

const billion = 1_000_000_000n;
const form = /^([+-]?)(\d+)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,3})|([numkMGTPE]|[KMGTPE]i)?)$/;
const decimals = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const binaries = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** Reads an amount: `'250m'`, `'1Gi'`, `'1e3'`. What is none counts as 0. */
export function parseQuantity(text: string | undefined): Quantity {
  const match = form.exec(text ?? '');
  if (match === null) return zero;
  const [, sign = '', whole = '', fraction = '', exponent, suffix = ''] = match;
  const digits = BigInt(`${whole}${fraction}` || '0') * (sign === '-' ? -1n : 1n);
  const binary = binaries.indexOf(suffix);
  if (binary > 0) {
    const exact = digits * billion * 1024n ** BigInt(binary);
    const nano = ceilDivide(exact, 10n ** BigInt(fraction.length));
    return { nano, format: 'binary' };
  }
  const power = exponent === undefined ? (decimals.indexOf(suffix) - 3) * 3 : Number(exponent);
  const shift = power + 9 - fraction.length;
  const nano =
    shift >= 0 ? digits * 10n ** BigInt(shift) : ceilDivide(digits, 10n ** BigInt(-shift));
  return { nano, format: exponent === undefined ? 'decimal' : 'exponent' };
}

/** The sum, written as the first of the two is, unless that is nothing. */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  return { nano: a.nano + b.nano, format: a.nano === 0n ? b.format : a.format };
}

/** The larger of two; the first when they are equal. */
export function maxQuantity(a: Quantity, b: Quantity): Quantity {
  return b.nano > a.nano ? b : a;
}

/** Writes an amount in its shortest whole form: `1860m`, `3438Mi`, `2`. */
export function formatQuantity({ nano, format }: Quantity): string {
  if (nano === 0n) return '0';
  const isSmall = nano > -1024n * billion && nano < 1024n * billion;
  if (format === 'binary' && !isSmall) return inPowers(ceilDivide(nano, billion), 1024n, binaries);
  if (format === 'exponent') {
    const [number = '', power = 0] = split(nano, 1000n);
    const exponent = (power - 3) * 3;
    return exponent === 0 ? `${number}` : `${number}e${exponent}`;
  }
  return inPowers(nano, 1000n, decimals);
}

/** Whole number of an amount, rounded up: bytes of memory, cores of CPU. */
export function wholeOf({ nano }: Quantity): bigint {
  return ceilDivide(nano, billion);
}

/** Thousandths of an amount, rounded up. */
export function milliOf({ nano }: Quantity): bigint {
  return ceilDivide(nano, 1_000_000n);
}

function inPowers(amount: bigint, base: bigint, suffixes: readonly string[]): string {
  const [number, power] = split(amount, base);
  const last = suffixes.length - 1;
  // Nothing is larger than the last suffix: the rest stays in the number.
  return power <= last
    ? `${number}${suffixes[power]}`
    : `${number * base ** BigInt(power - last)}${suffixes[last]}`;
}

function split(amount: bigint, base: bigint): readonly [number: bigint, power: number] {
  let number = amount;
  let power = 0;
  while (number !== 0n && number % base === 0n) {
    number /= base;
    power += 1;
  }
  return [number, power];
}

function ceilDivide(amount: bigint, by: bigint): bigint {
  const quotient = amount / by;
  return amount > 0n && amount % by !== 0n ? quotient + 1n : quotient;
}

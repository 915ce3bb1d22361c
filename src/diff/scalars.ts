import { parseRedactionMark, splitAtMarks } from '#snapshot/redaction.ts';
import { durationSeconds, quantityValue } from './quantity.ts';
import type { ScalarType } from './shape.ts';

/** How two redacted texts stand to each other: `unknown` where neither digests nor the rest tell. */
export type RedactedVerdict = 'same' | 'different' | 'unknown';

/** Both texts hold the marks of redacted values at the same places; nothing where they do not. */
export function compareRedacted(before: string, after: string): RedactedVerdict | undefined {
  if (!before.includes('‹') || !after.includes('‹')) return undefined;
  const [left, right] = [splitAtMarks(before), splitAtMarks(after)];
  if (left.length < 2 || left.length !== right.length) return undefined;
  const verdicts = left.map((text, index) => {
    const other = right[index] ?? '';
    if (index % 2 === 1) return compareMarks(text, other);
    return text === other ? 'same' : 'different';
  });
  const worst = (['different', 'unknown'] as const).find((verdict) => verdicts.includes(verdict));
  return worst ?? 'same';
}

function compareMarks(before: string, after: string): RedactedVerdict {
  const left = parseRedactionMark(before)?.digest;
  const right = parseRedactionMark(after)?.digest;
  if (left === undefined || right === undefined) return 'unknown';
  return left === right ? 'same' : 'different';
}

/** Whether two scalars that are written differently mean the same in a field of this type. */
export function sameScalar(type: ScalarType | undefined, before: unknown, after: unknown): boolean {
  // An integer may have been read as a `bigint` on one side only.
  if (isNumber(before) && isNumber(after)) return String(before) === String(after);
  switch (type) {
    case 'quantity':
      return sameNumber(quantityValue, before, after);
    case 'duration':
      return sameNumber(durationSeconds, before, after);
    case 'int-or-string':
      return isWord(before) && isWord(after) && String(before) === String(after);
    case 'allocated':
      return (before === 'None') === (after === 'None');
    case 'unknown':
      return sameUnknown(before, after);
    default:
      return false;
  }
}

const isNumber = (value: unknown): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

const isWord = (value: unknown): boolean => isNumber(value) || typeof value === 'string';

function sameNumber(
  read: (value: unknown) => number | undefined,
  before: unknown,
  after: unknown,
): boolean {
  const left = read(before);
  return left !== undefined && left === read(after);
}

/** `1.10` and `1.1` are two versions; only a unit, or a number beside a text, makes a quantity of a text. */
function sameUnknown(before: unknown, after: unknown): boolean {
  if (!isWord(before) || !isWord(after)) return false;
  const hasUnit = [before, after].some((value) => /^[\d.]+[A-Za-z]+$/.test(String(value)));
  if (hasUnit) {
    return sameNumber(quantityValue, before, after) || sameNumber(durationSeconds, before, after);
  }
  return typeof before !== typeof after && String(before) === String(after);
}

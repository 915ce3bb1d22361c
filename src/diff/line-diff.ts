import { stepsBetween } from './sequence-diff.ts';
import type { FieldChange } from './snapshot-diff.ts';

/** A line of one or both of two texts. */
export interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/**
 * Two texts line by line, removed lines before added ones where they meet.
 *
 * @param mapped The first text as the second side would write it: lines that differ only by a declared
 * name are the same, and are shown as they are.
 */
function diffLines(before: string, after: string, mapped = before): readonly DiffLine[] {
  const [shown, b] = [before.split('\n'), after.split('\n')];
  const words = mapped.split('\n');
  const a = words.length === shown.length ? words : shown;
  let [i, j] = [0, 0];
  return stepsBetween(a, b).map((sign): DiffLine => {
    const text = sign === '-' ? shown[i] : b[j];
    if (sign !== '+') i += 1;
    if (sign !== '-') j += 1;
    return { sign, text: text ?? '' };
  });
}

/** Only the lines in which two texts of a field differ; nothing when they are not texts of several lines. */
export function changedLines({
  before,
  after,
  mapped,
}: FieldChange): readonly DiffLine[] | undefined {
  if (typeof before !== 'string' || typeof after !== 'string' || !/\n./.test(before + after)) {
    return undefined;
  }
  return diffLines(before, after, mapped).filter(({ sign }) => sign !== ' ');
}

/** The lines of a text that one side lacks; nothing for any other difference. */
export function lonelyLines({ before, after }: FieldChange): readonly DiffLine[] | undefined {
  const [text, sign, other] =
    before === undefined ? ([after, '+', before] as const) : ([before, '-', after] as const);
  if (other !== undefined || typeof text !== 'string' || !/\n./.test(text)) return undefined;
  return text
    .trimEnd()
    .split('\n')
    .map((line) => ({ sign, text: line }));
}

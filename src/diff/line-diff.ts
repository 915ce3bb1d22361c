import type { FieldChange } from './snapshot-diff.ts';

/** A line of one or both of two texts. */
export interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

// Beyond this the table of the longest common subsequence costs more than it tells.
const maxCells = 4_000_000;

/** Lengths of the longest common subsequences of all tails of two lists. */
function tailLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [row, next] = [table[i] ?? new Uint16Array(), table[i + 1] ?? new Uint16Array()];
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
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
  const removed = shown.map((text): DiffLine => ({ sign: '-', text }));
  const added = b.map((text): DiffLine => ({ sign: '+', text }));
  if (a.length * b.length > maxCells) return [...removed, ...added];
  const lengths = tailLengths(a, b);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      lines.push({ sign: ' ', text: b[j] ?? '' });
      i += 1;
      j += 1;
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) {
      lines.push({ sign: '-', text: shown[i++] ?? '' });
    } else {
      lines.push({ sign: '+', text: b[j++] ?? '' });
    }
  }
  return [...lines, ...removed.slice(i), ...added.slice(j)];
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

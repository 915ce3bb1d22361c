// Beyond this the table of the longest common subsequence costs more than it tells.
const maxCells = 4_000_000;

/** What becomes of the items of two lists: kept on both sides, only in the first, only in the second. */
export type Step = ' ' | '-' | '+';

/** Lengths of the longest common subsequences of all tails of two lists. */
function tailLengths(a: readonly string[], b: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, next] = [table[i] ?? new Uint16Array(), table[i + 1] ?? new Uint16Array()];
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

const times = (step: Step, count: number): readonly Step[] =>
  Array.from({ length: count }, () => step);

/** How the first list becomes the second, item by item; what goes stands before what comes. */
export function stepsBetween(a: readonly string[], b: readonly string[]): readonly Step[] {
  if (a.length * b.length > maxCells) return [...times('-', a.length), ...times('+', b.length)];
  const lengths = tailLengths(a, b);
  const lengthAt = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const goes = lengthAt(i + 1, j) >= lengthAt(i, j + 1);
    const step = a[i] === b[j] ? ' ' : goes ? '-' : '+';
    steps.push(step);
    if (step !== '+') i += 1;
    if (step !== '-') j += 1;
  }
  return [...steps, ...times('-', a.length - i), ...times('+', b.length - j)];
}

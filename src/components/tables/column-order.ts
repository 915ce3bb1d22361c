/** Compares two cells of one column; one without a value comes last in either direction. */
export type CellOrder = (a: string, b: string) => number;

/** What kubectl prints where there is no value. */
const absent = new Set(['', '<none>', '<unset>', '<unknown>', '-', 'n/a']);

const seconds = { y: 31_536_000, d: 86_400, h: 3_600, m: 60, s: 1 } as const;

const factors = {
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
} as const;

/** `6d4h` → its seconds; LAST SEEN also says how often, `5m (x3 over 2h)`. */
function age(cell: string): number | undefined {
  const [, parts] = /^((?:\d+[ydhms])+)(?: \(.*\))?$/.exec(cell) ?? [];
  if (parts === undefined) return undefined;
  return [...parts.matchAll(/(\d+)([ydhms])/g)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * seconds[unit as keyof typeof seconds],
    0,
  );
}

/** `1,702`, `250m`, `64Mi`, `45%`, and RESTARTS, `3 (5h ago)` → a number. */
function quantity(cell: string): number | undefined {
  const [, number, unit = ''] =
    /^([+-]?\d[\d,]*(?:\.\d+)?)([numkMGTPE]|[KMGTPE]i)?%?(?: \(.*\))?$/.exec(cell) ?? [];
  if (number === undefined) return undefined;
  return Number(number.replaceAll(',', '')) * factors[unit as keyof typeof factors];
}

/** READY, `1/3` → the part that is ready: what has none of it comes first. */
function share(cell: string): number | undefined {
  const [, part, whole] = /^(\d+)\/(\d+)$/.exec(cell) ?? [];
  if (whole === undefined) return undefined;
  return Number(whole) === 0 ? 1 : Number(part) / Number(whole);
}

// `v1.9` before `v1.10`, `10.2.0.1` before `10.10.0.1`, `web-2` before `web-10`.
const natural = new Intl.Collator('en', { numeric: true });

/**
 * The natural order of a column: ages by length, quantities by size, shares by part, and all else as text in
 * which numbers count as numbers. A column is read as one thing or as text, so that no two rules meet in it.
 *
 * @param head - What the column is called: versions look like decimals, and are none.
 * @param cells - Every cell of it.
 */
export function columnOrder(head: string, cells: readonly string[]): CellOrder {
  const present = cells.filter((cell) => !absent.has(cell));
  const readers = /version/i.test(head) ? [] : [age, quantity, share];
  const read = readers.find((reader) => present.every((cell) => reader(cell) !== undefined));
  if (read === undefined) return (a, b) => natural.compare(a, b);
  return (a, b) => (read(a) ?? 0) - (read(b) ?? 0);
}

/** Items by their cells in an order; those without a value last, equal ones as they were. */
export function sorted<Item>(
  items: readonly Item[],
  cellOf: (item: Item) => string,
  order: CellOrder,
  direction: 'ascending' | 'descending',
): readonly Item[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const keyed = items.map((item) => ({ item, cell: cellOf(item) }));
  return keyed
    .toSorted((a, b) => {
      const missing = Number(absent.has(a.cell)) - Number(absent.has(b.cell));
      return missing === 0 ? sign * order(a.cell, b.cell) : missing;
    })
    .map(({ item }) => item);
}

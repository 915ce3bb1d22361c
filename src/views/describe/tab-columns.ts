/** One line of text, cut where its columns end. */
export type Cells = readonly string[];

const gap = 2;

/**
 * Aligns lines as Go's `text/tabwriter` does: a column lasts as long as consecutive lines have a cell
 * there with another one behind it, and is as wide as its widest cell and a gap of two.
 *
 * @see https://pkg.go.dev/text/tabwriter
 */
export function alignTabs(lines: readonly Cells[]): readonly string[] {
  const widths = lines.map((): number[] => []);
  alignColumn(lines, widths, { from: 0, to: lines.length, column: 0 });
  return lines.map((cells, line) =>
    cells
      .map((cell, column) => {
        const width = widths[line]?.[column];
        return width === undefined ? cell : cell + ' '.repeat(width - lengthOf(cell));
      })
      .join(''),
  );
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly column: number;
}

function alignColumn(
  lines: readonly Cells[],
  widths: readonly number[][],
  { from, to, column }: Block,
): void {
  const continues = (line: number) => (lines[line]?.length ?? 0) > column + 1;
  for (let start = from; start < to; start++) {
    if (!continues(start)) continue;
    let end = start;
    let width = 0;
    for (; end < to && continues(end); end++) {
      width = Math.max(width, lengthOf(lines[end]?.[column] ?? ''));
    }
    for (let line = start; line < end; line++) widths[line]?.push(width + gap);
    alignColumn(lines, widths, { from: start, to: end, column: column + 1 });
    start = end;
  }
}

// Go counts code points.
function lengthOf(cell: string): number {
  return /^[\0-\x7f]*$/.test(cell) ? cell.length : [...cell].length;
}

import { z } from 'zod';
import { code, plain } from './format-markdown.ts';
import type { Paint } from './format-text.ts';
import { jsonText } from './json-text.ts';
import type { Matrix, MatrixCell, MatrixDifference, MatrixRow } from './matrix.ts';
import { visible } from './visible.ts';

/** What `clusterbook diff A B C --format json` prints; keys may be added, none changes its meaning. */
export const MatrixJson = z.strictObject({
  /** Ids of the snapshots. */
  columns: z.array(z.string()),
  sections: z.array(
    z.strictObject({
      id: z.enum(['cluster', 'components', 'images']),
      title: z.string(),
      rows: z.array(
        z.strictObject({
          label: z.string(),
          /** In the order of the columns: versions, or that there is none. */
          cells: z.array(
            z.union([z.array(z.string()), z.literal('absent'), z.literal('not captured')]),
          ),
          /** `presence`: some lack it, the others have it alike. */
          differs: z.enum(['no', 'presence', 'versions']),
        }),
      ),
    }),
  ),
});
export type MatrixJson = z.infer<typeof MatrixJson>;

/** The matrix as JSON, see {@link MatrixJson}. Ends in a line feed. */
export function matrixJson({ columns, sections }: Matrix): string {
  const json: MatrixJson = {
    columns: [...columns],
    sections: sections.map(({ rows, ...section }) => ({
      ...section,
      rows: rows.map(({ cells, ...row }) => ({ ...row, cells: cells.map(cellJson) })),
    })),
  };
  return jsonText(json);
}

function cellJson(cell: MatrixCell): MatrixJson['sections'][number]['rows'][number]['cells'][0] {
  return typeof cell === 'string' ? cell : [...cell];
}

/** A cell on one line: `v1.13.1, v1.14.0`. */
function cellText(cell: MatrixCell): string {
  if (typeof cell === 'string') return cell;
  return cell.length === 0 ? 'there' : cell.join(', ');
}

const marks = { no: ' ', presence: '-', versions: '*' } as const satisfies Record<
  MatrixDifference,
  string
>;

/** Of a cell in a terminal; the rest is in JSON. */
const maxCell = 40;

const short = (text: string): string =>
  text.length <= maxCell ? text : `${text.slice(0, maxCell - 1)}…`;

/** The matrix for a terminal: `*` marks other versions, `-` what some lack. Ends in a line feed. */
export function matrixText({ columns, sections }: Matrix, paint: Paint): string {
  const lines = sections.flatMap(({ title, rows }) => {
    if (rows.length === 0) return [];
    const table = [
      ['', '', ...columns],
      ...rows.map((row) => [marks[row.differs], row.label, ...row.cells.map(cellText)]),
    ].map((cells) => cells.map((cell) => short(visible(cell))));
    const widths = (table[0] ?? []).map((_, column) =>
      Math.max(...table.map((cells) => cells[column]?.length ?? 0)),
    );
    const text = table.map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
    const toned = text.map((line) => (line.startsWith('*') ? paint('~', line) : line));
    return [paint('heading', `${title} (${tallyOf(rows)})`), ...toned, ''];
  });
  return `${lines.join('\n').trimEnd()}\n`;
}

/** `25 in all, * 6 in other versions, - 9 not everywhere`. */
function tallyOf(rows: readonly MatrixRow[]): string {
  const count = (wanted: MatrixDifference) =>
    rows.filter(({ differs }) => differs === wanted).length;
  return `${rows.length} in all, * ${count('versions')} in other versions, - ${count('presence')} not everywhere`;
}

/** Of one section; the rest is in JSON. */
const maxRows = 200;

const order: readonly MatrixDifference[] = ['versions', 'presence', 'no'];

/** The matrix as GitHub-flavoured Markdown, what differs first. Ends in a line feed. */
export function matrixMarkdown({ columns, sections }: Matrix): string {
  const head = `| | ${columns.map(plain).join(' | ')} |\n|---|${columns.map(() => '---|').join('')}`;
  const cell = (value: MatrixCell) =>
    typeof value === 'string' || value.length === 0
      ? `*${cellText(value)}*`
      : code(cellText(value));
  const line = ({ label, cells, differs }: MatrixRow) =>
    `| ${differs === 'versions' ? `**${plain(label)}**` : plain(label)} | ${cells.map(cell).join(' | ')} |`;
  const parts = sections.map(({ title, rows }) => {
    const sorted = [...rows].sort((a, b) => order.indexOf(a.differs) - order.indexOf(b.differs));
    const more = sorted.length - maxRows;
    const table = [head, ...sorted.slice(0, maxRows).map(line)].join('\n');
    return `### ${title}\n\n${table}${more > 0 ? `\n\n… ${more} more rows.` : ''}`;
  });
  return `## ${columns.map(plain).join(', ')}\n\nBold: in other versions.\n\n${parts.join('\n\n')}\n`;
}

/** Whether two clusters differ in anything that the matrix tells. */
export function matrixDiffers({ sections }: Matrix): boolean {
  return sections.some(({ rows }) => rows.some(({ differs }) => differs !== 'no'));
}

import type { Matrix, MatrixCell, MatrixDifference, MatrixRow } from '#diff/matrix.ts';
import { count } from './words.ts';

/** What one cluster has, as the page shows it. */
export interface MatrixValue {
  /** Versions; or why there is none, in words. */
  readonly values: readonly string[];
  readonly state: 'there' | 'absent' | 'not captured';
  /** Others have it, and most of them otherwise: the cell to look at. */
  readonly isOdd: boolean;
}

/** One thing in all clusters. */
export interface MatrixLine {
  readonly label: string;
  readonly differs: MatrixDifference;
  readonly cells: readonly MatrixValue[];
}

/** A table of the matrix. */
export interface MatrixTable {
  readonly id: string;
  readonly title: string;
  /** `4 in other versions, 9 not everywhere, 12 the same.` */
  readonly says: string;
  /** What differs first. */
  readonly lines: readonly MatrixLine[];
}

/** All clusters side by side. */
export interface MatrixView {
  readonly columns: readonly string[];
  readonly lead: string;
  readonly tables: readonly MatrixTable[];
  readonly total: number;
  readonly byDifference: Readonly<Record<MatrixDifference, number>>;
}

const order = ['versions', 'presence', 'no'] as const satisfies readonly MatrixDifference[];

/** What the page of the matrix shows. */
export function matrixView({ columns, sections }: Matrix): MatrixView {
  const rows = sections.flatMap((section) => section.rows);
  const counted = (of: readonly MatrixRow[], wanted: MatrixDifference) =>
    of.filter(({ differs }) => differs === wanted).length;
  const components = sections.find(({ id }) => id === 'components')?.rows ?? [];
  return {
    columns,
    lead: leadText(columns.length, components.length, counted(components, 'versions')),
    tables: sections
      .filter((section) => section.rows.length > 0)
      .map(({ id, title, rows: own }) => ({
        id,
        title,
        says: `${counted(own, 'versions')} in other versions, ${counted(own, 'presence')} not everywhere, ${counted(own, 'no')} the same.`,
        lines: [...own]
          .sort((a, b) =>
            id === 'cluster' ? 0 : order.indexOf(a.differs) - order.indexOf(b.differs),
          )
          .map(lineOf),
      })),
    total: rows.length,
    byDifference: {
      versions: counted(rows, 'versions'),
      presence: counted(rows, 'presence'),
      no: counted(rows, 'no'),
    },
  };
}

function leadText(clusters: number, components: number, differing: number): string {
  if (clusters < 2) return 'One cluster. A second snapshot stands beside it.';
  const known = count(components, 'component');
  return `${count(clusters, 'cluster')} side by side, ${known} recognised in them. ${differing === 0 ? 'None runs in two versions' : `${differing} of them ${differing === 1 ? 'runs' : 'run'} in more than one version`}.`;
}

function lineOf({ label, cells, differs }: MatrixRow): MatrixLine {
  const common = mostCommon(cells);
  return {
    label,
    differs,
    cells: cells.map((cell) => ({
      values: typeof cell === 'string' ? [] : cell.length === 0 ? ['there'] : cell,
      state: typeof cell === 'string' ? cell : 'there',
      isOdd: differs === 'versions' && typeof cell !== 'string' && String(cell) !== common,
    })),
  };
}

/** What most clusters have; nothing where no value leads. */
function mostCommon(cells: readonly MatrixCell[]): string | undefined {
  const counts = [
    ...Map.groupBy(cells.filter((cell) => typeof cell !== 'string').map(String), (v) => v),
  ]
    .map(([value, same]) => ({ value, times: same.length }))
    .sort((a, b) => b.times - a.times);
  const [first, second] = counts;
  return first !== undefined && first.times > (second?.times ?? 0) ? first.value : undefined;
}

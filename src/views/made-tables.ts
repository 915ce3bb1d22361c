import type { Entry, Model } from '#model/model.ts';
import { type DescribedView, foldedViews } from './described.ts';
import { anchorOf, foldedOn, foldedPerPage, pageCount } from './folded.ts';
import { pluralKind } from './kind-name.ts';
import { commandName } from './kind-page.ts';
import type { KubectlTable } from './kubectl-table.ts';
import type { HrefFor } from './ref.ts';
import { kubectlTable } from './table-of.ts';

/** Objects of one folded kind that a page shows in place of pages of their own. */
export interface MadeTable {
  /** `ReplicaSets` */
  readonly label: string;
  readonly table: KubectlTable;
  /** What each of them is besides; none where there are many. */
  readonly described: readonly DescribedView[];
}

/** What a page shows of the objects folded into its own. */
export interface Made {
  readonly tables: readonly MadeTable[];
  readonly total: number;
  /** Which page of them, where there are several. */
  readonly part?: { readonly page: number; readonly pages: number } | undefined;
}

/** Columns that are empty in almost every Pod, and say little where they are not. */
const rare = new Set(['NOMINATED NODE', 'READINESS GATES']);

/** @param page Counts from 1. */
export function madeOn(model: Model, home: Entry, page: number, hrefFor: HrefFor): Made {
  const folded = foldedOn(model, home.id);
  const shown = folded.slice((page - 1) * foldedPerPage, page * foldedPerPage);
  const pages = pageCount(model, home.id);
  const kinds = Map.groupBy(shown, ({ object }) => object.kind);
  return {
    tables: [...kinds.values()].flatMap((entries) => madeTable(model, home, entries, hrefFor)),
    total: folded.length,
    part: pages > 1 ? { page, pages } : undefined,
  };
}

function madeTable(
  model: Model,
  home: Entry,
  entries: readonly Entry[],
  hrefFor: HrefFor,
): readonly MadeTable[] {
  const [first] = entries;
  if (first === undefined) return [];
  const { namespace } = home.object.metadata;
  const name = commandName(first.resource);
  const command = `kubectl get ${name}${namespace === undefined ? '' : ` -n ${namespace}`} -o wide`;
  const table = kubectlTable(model, entries, { command, wide: true, isPart: true }, hrefFor);
  const rows = table.rows.map((row, i) => {
    const entry = entries[i];
    return entry === undefined ? row : { ...row, anchor: anchorOf(entry, home) };
  });
  const { kind } = first.object;
  return [
    {
      label: pluralKind(kind, first.resource.plural),
      table: withoutEmpty({ ...table, rows }, rare),
      described: foldedViews(model, home, entries, hrefFor),
    },
  ];
}

/** A table without those of these columns that are `<none>` in every row. */
export function withoutEmpty(table: KubectlTable, heads: ReadonlySet<string>): KubectlTable {
  const isKept = table.heads.map(
    (head, i) => !heads.has(head) || table.rows.some(({ cells }) => cells[i]?.text !== '<none>'),
  );
  return {
    ...table,
    heads: table.heads.filter((_, i) => isKept[i]),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, i) => isKept[i]) })),
  };
}

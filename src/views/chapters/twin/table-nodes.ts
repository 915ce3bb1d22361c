import type { BlockContent, PhrasingContent, Table } from 'mdast';
import type { KubectlTable, TableCell } from '#views/kubectl-table.ts';
import { type Address, codeNode, linkNode, refNode, textNode } from './prose-nodes.ts';

type Cells = readonly (readonly PhrasingContent[])[];

/** A table of phrases; columns of numbers, counted from 0, stand to the right. */
export function tableNode(
  heads: Cells,
  rows: readonly Cells[],
  numeric: readonly number[] = [],
): Table {
  const row = (cells: Cells): Table['children'][number] => ({
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children: [...children] })),
  });
  return {
    type: 'table',
    align: heads.map((_, column) => (numeric.includes(column) ? 'right' : null)),
    children: [row(heads), ...rows.map(row)],
  };
}

/** What a command of kubectl printed: the command, then a table for each kind. */
export function kubectlNodes(tables: readonly KubectlTable[], address: Address): BlockContent[] {
  return tables.flatMap((table, i): BlockContent[] => [
    ...(i === 0 ? [captionOf(table)] : []),
    tableNode(
      table.heads.map((head) => [textNode(head)]),
      table.rows.map(({ cells }) => cells.map((cell) => [cellNode(cell, address)])),
    ),
  ]);
}

function captionOf({ command, isPart }: KubectlTable): BlockContent {
  return {
    type: 'paragraph',
    children: [
      ...(isPart ? [textNode('From ')] : []),
      codeNode(command),
      textNode(isPart ? ' at capture:' : ', as captured:'),
    ],
  };
}

function cellNode({ text, ref, href }: TableCell, address: Address): PhrasingContent {
  if (ref !== undefined) return refNode({ ...ref, name: text }, address);
  return href === undefined ? textNode(text) : linkNode(text, href, address);
}

import type { Entry } from '#model/model.ts';
import type { Cluster } from '#views/chapters/cluster.ts';
import {
  type Certainty,
  type ChapterBlock,
  code,
  type Prose,
  text,
} from '#views/chapters/prose.ts';
import { refOf } from '#views/refs.ts';

/** A block, or a few, that a chapter asks for by name with `::view`. */
export type Panel = (cluster: Cluster) => readonly ChapterBlock[];

/** A cell of a table of our own. */
export type Cell = readonly Prose[];

/** A table of our own: heads as text. Nothing when there are no rows. */
export function grid(
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  numeric: readonly number[] = [],
): readonly ChapterBlock[] {
  if (rows.length === 0) return [];
  return [{ type: 'grid', heads: heads.map((head) => [text(head)]), rows, numeric }];
}

/** One sentence in place of a table. */
export function empty(...children: readonly (Prose | string)[]): readonly ChapterBlock[] {
  return [
    {
      type: 'empty',
      children: children.map((part) => (typeof part === 'string' ? text(part) : part)),
    },
  ];
}

/** A cell that holds a link to an object, with its glyph. */
export function refCell({ links }: Cluster, entry: Entry): Cell {
  return [{ type: 'ref', ref: refOf(entry, links.object) }];
}

/** A cell of plain words. */
export function textCell(value: string): Cell {
  return [text(value)];
}

/** An identifier; `not captured` when there is none. */
export function codeCell(value: string | undefined): Cell {
  return value === undefined || value === '' ? [text('not captured')] : [code(value)];
}

/** A cell that says how its row is known. */
export function certaintyCell(degree: Certainty): Cell {
  return [{ type: 'certainty', degree }];
}

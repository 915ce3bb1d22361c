import type { Health } from '#kinds/kind.ts';
import type { Ref } from './ref.ts';

/** A cell: kubectl's text, and what the site adds to it. */
export interface TableCell {
  readonly text: string;
  /** The object the cell names, where it names one (NAME, NODE, VOLUME …). */
  readonly ref?: Ref | undefined;
  /** Where the cell leads when it names no object with a page of its own kind: a namespace. */
  readonly href?: string | undefined;
  /** On the cell that carries the object's state. */
  readonly health?: Health | undefined;
}

export interface TableRow {
  /** Id of the row's element, when the row is an anchor. */
  readonly anchor?: string | undefined;
  readonly cells: readonly TableCell[];
}

/** A table that reads like `kubectl get`. */
export interface KubectlTable {
  /** The command that prints the same: `kubectl get pods -n kube-system`. */
  readonly command: string;
  /** The command prints further rows as well. */
  readonly isPart?: boolean | undefined;
  readonly heads: readonly string[];
  readonly rows: readonly TableRow[];
}

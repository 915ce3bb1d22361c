import type { Entry, Model } from '#model/model.ts';
import { resourceKey } from '#snapshot/manifest.ts';
import type { KubectlTable, TableCell, TableRow } from './kubectl-table.ts';
import { namedObject, namesObjects } from './named-objects.ts';
import type { HrefFor } from './ref.ts';
import { refOf } from './refs.ts';

/** How a table is printed. */
export interface TableOptions {
  /** The command that prints the same. */
  readonly command: string;
  /** With the columns of `-o wide`. */
  readonly wide?: boolean;
  /** The command prints further rows, which belong elsewhere. */
  readonly isPart?: boolean;
  /** With a NAMESPACE column in front, as `-A` prints. */
  readonly namespaces?: boolean;
  /** Address of a namespace's page: links that column. */
  readonly namespaceHref?: (namespace: string) => string;
  /** Names as `pod/web`, as kubectl writes them where it prints several kinds. */
  readonly prefixed?: boolean;
  /** Names are no links: the table stands on the page of its only object. */
  readonly atHome?: boolean;
}

/** The column that carries the state of an object: the first of these that its kind has. */
const stateHeads = ['STATUS', 'READY', 'AVAILABLE', 'PHASE', 'PROGRAMMED'];

function stateHeadOf({ kind }: Entry): string | undefined {
  // Normal or Warning; in other kinds TYPE is no state.
  return kind.kind === 'Event' ? 'TYPE' : stateHeads.find((head) => kind.heads.includes(head));
}

function rowOf(model: Model, entry: Entry, options: TableOptions, hrefFor: HrefFor): TableRow {
  const { kind, object } = entry;
  const heads = [...kind.heads, ...(options.wide ? kind.wideHeads : [])];
  const texts = [
    ...kind.cells(object, model.context),
    ...(options.wide ? kind.wideCells(object, model.context) : []),
  ];
  // Events have their names in the wide columns: there the reason leads to the object.
  const nameHead = heads.includes('NAME') ? 'NAME' : 'REASON';
  const stateHead = stateHeadOf(entry);
  const health = stateHead === undefined ? undefined : kind.health(object, model.context);
  const cells = texts.map((text, column): TableCell => {
    const head = heads[column] ?? '';
    if (head === nameHead) return nameCell(entry, text, options, hrefFor);
    // The cell says what kubectl says; the state adds shape and colour.
    if (head === stateHead) return { text, health: health && { ...health, word: text } };
    const named = namesObjects(head) ? namedObject(model, entry, head, text) : undefined;
    return named === undefined ? { text } : { text, ref: { ...refOf(named, hrefFor), name: text } };
  });
  return { cells: options.namespaces ? [namespaceCell(entry, options), ...cells] : cells };
}

function nameCell(
  entry: Entry,
  text: string,
  { prefixed, atHome }: TableOptions,
  hrefFor: HrefFor,
): TableCell {
  const name = prefixed ? `${prefixOf(entry.resource)}/${text}` : text;
  return atHome ? { text: name } : { text: name, ref: { ...refOf(entry, hrefFor), name } };
}

function namespaceCell({ object }: Entry, { namespaceHref }: TableOptions): TableCell {
  const text = object.metadata.namespace ?? '';
  return text === '' ? { text } : { text, href: namespaceHref?.(text) };
}

/** `deployment.apps`: how kubectl prefixes names of a kind. */
function prefixOf({ singular, plural, group }: Entry['resource']): string {
  return resourceKey({ plural: singular === '' ? plural.replace(/s$/, '') : singular, group });
}

/**
 * Objects of one kind as `kubectl get` prints them, in the given order, what they name linked. Heads are
 * those of the first object's kind; no objects give no heads.
 */
export function kubectlTable(
  model: Model,
  entries: readonly Entry[],
  options: TableOptions,
  hrefFor: HrefFor,
): KubectlTable {
  const kind = entries[0]?.kind;
  const heads = kind ? [...kind.heads, ...(options.wide ? kind.wideHeads : [])] : [];
  return {
    command: options.command,
    isPart: options.isPart,
    heads: options.namespaces && kind ? ['NAMESPACE', ...heads] : heads,
    rows: entries.map((entry) => rowOf(model, entry, options, hrefFor)),
  };
}

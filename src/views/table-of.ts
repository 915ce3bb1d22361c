import type { Entry, Model } from '#model/model.ts';
import { resourceKey } from '#snapshot/manifest.ts';
import { objectId } from '#snapshot/object-id.ts';
import type { KubectlTable, TableCell, TableRow } from './kubectl-table.ts';
import type { HrefFor } from './ref.ts';
import { refOf, refTo } from './refs.ts';

/** How a table is printed. */
export interface TableOptions {
  /** The command that prints the same. */
  readonly command: string;
  /** With the columns of `-o wide`. */
  readonly wide?: boolean;
  /** With a NAMESPACE column in front, as `-A` prints. */
  readonly namespaces?: boolean;
  /** Names as `pod/web`, as kubectl writes them where it prints several kinds. */
  readonly prefixed?: boolean;
}

/** The column that carries the state of an object: the first of these that its kind has. */
const stateHeads = ['STATUS', 'READY', 'AVAILABLE', 'PHASE'];

function nodeCell(model: Model, text: string, hrefFor: HrefFor): TableCell {
  const id = objectId({ group: '', kind: 'Node', name: text });
  return model.get(id) === undefined ? { text } : { text, ref: refTo(model, id, hrefFor) };
}

function rowOf(model: Model, entry: Entry, options: TableOptions, hrefFor: HrefFor): TableRow {
  const { kind, object, resource } = entry;
  const heads = [...kind.heads, ...(options.wide ? kind.wideHeads : [])];
  const texts = [
    ...kind.cells(object, model.context),
    ...(options.wide ? kind.wideCells(object, model.context) : []),
  ];
  const health = kind.health(object, model.context);
  // Events have their names in the wide columns: there the reason leads to the object.
  const nameHead = heads.includes('NAME') ? 'NAME' : 'REASON';
  const stateHead = stateHeads.find((head) => heads.includes(head));
  const cells = texts.map((text, column): TableCell => {
    const head = heads[column];
    if (head === nameHead) {
      const name = options.prefixed ? `${prefixOf(resource)}/${text}` : text;
      return { text: name, ref: { ...refOf(entry, hrefFor), name } };
    }
    if (head === 'NODE') return nodeCell(model, text, hrefFor);
    // The cell says what kubectl says; the state adds shape and colour.
    if (head === stateHead && health !== undefined) {
      return { text, health: { ...health, word: text } };
    }
    return { text };
  });
  if (!options.namespaces) return { cells };
  return { cells: [{ text: object.metadata.namespace ?? '' }, ...cells] };
}

/** `deployment.apps`: how kubectl prefixes names of a kind. */
function prefixOf({ singular, plural, group }: Entry['resource']): string {
  return resourceKey({ plural: singular === '' ? plural.replace(/s$/, '') : singular, group });
}

/**
 * Objects of one kind as `kubectl get` prints them, in the given order, names and nodes linked. Heads are
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
    heads: options.namespaces && kind ? ['NAMESPACE', ...heads] : heads,
    rows: entries.map((entry) => rowOf(model, entry, options, hrefFor)),
  };
}

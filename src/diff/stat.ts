import { categoryWords, changeCategories } from './categorise.ts';
import type { Paint } from './format-text.ts';
import type { ObjectChange, SnapshotDiff } from './snapshot-diff.ts';
import { visible } from './visible.ts';

/** How many objects of a group differ, and how. */
export interface StatRow {
  readonly label: string;
  /** Modified, or perhaps renamed. */
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

function rowOf(label: string, changes: readonly ObjectChange[]): StatRow {
  const counted = (...kinds: readonly ObjectChange['change'][]) =>
    changes.filter(({ change }) => kinds.includes(change)).length;
  return {
    label,
    changed: counted('modified', 'renamed'),
    added: counted('added'),
    removed: counted('removed'),
  };
}

/** Objects that differ by what is most consequential about them, in the order of rank. */
export function statByCategory({ changes }: SnapshotDiff): readonly StatRow[] {
  const groups = Map.groupBy(changes, ({ category }) => category);
  return changeCategories.flatMap((category) => {
    const members = groups.get(category);
    return members === undefined ? [] : [rowOf(categoryWords[category].title, members)];
  });
}

/** Objects that differ by namespace; those without one come first. */
export function statByNamespace({ changes }: SnapshotDiff): readonly StatRow[] {
  const groups = Map.groupBy(changes, ({ object }) => object.namespace ?? '');
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([namespace, members]) => rowOf(namespace === '' ? 'cluster-scoped' : namespace, members));
}

/** The counts as two tables for a terminal. */
export function statLines(diff: SnapshotDiff, paint: Paint): readonly string[] {
  if (diff.changes.length === 0) return [];
  return [
    ...tableLines('By category', statByCategory(diff), paint),
    ...tableLines('By namespace', statByNamespace(diff), paint),
  ];
}

function tableLines(title: string, rows: readonly StatRow[], paint: Paint): readonly string[] {
  const width = Math.max(...rows.map(({ label }) => visible(label).length));
  const cell = (sign: '~' | '+' | '-', count: number) => {
    const text = `${sign}${count}`.padStart(6);
    return count === 0 ? ' '.repeat(6) : paint(sign, text);
  };
  return [
    '',
    paint('heading', title),
    ...rows.map(({ label, changed, added, removed }) =>
      `  ${visible(label).padEnd(width)}${cell('~', changed)}${cell('+', added)}${cell('-', removed)}`.trimEnd(),
    ),
  ];
}

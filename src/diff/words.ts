import { jsonLine } from '#snapshot/json.ts';
import type { ObjectName } from '#snapshot/object-id.ts';
import type { NotComparable, ObjectChange, SnapshotDiff } from './snapshot-diff.ts';

/** The sign of a change: never colour alone. */
export const signs = {
  added: '+',
  removed: '-',
  modified: '~',
  renamed: '>',
} as const satisfies Record<ObjectChange['change'], string>;

/** `Deployment shop/web`, `Node worker-1`. */
export function objectText({ kind, namespace, name }: ObjectName): string {
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

/** A value on one line: text as it is, anything else as JSON; nothing for an absent field. */
export function valueText(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : jsonLine(value);
}

const reasons = {
  forbidden: 'forbidden on',
  unavailable: 'unavailable on',
  skipped: 'not read on',
  partial: 'only partly read on',
  unknown: 'not in the dump of',
  complete: 'read on',
  inconsistent: 'read on',
} as const satisfies Record<NotComparable['status'], string>;

/** `pods: forbidden on prod, 12 objects`. */
export function notComparableText(line: NotComparable, diff: SnapshotDiff): string {
  const where = `${reasons[line.status]} ${diff[line.side]}`;
  const objects = line.count === 1 ? '1 object' : `${line.count} objects`;
  return `${line.resource}: ${where}, ${objects}${line.message ? ` (${line.message})` : ''}`;
}

/** How many objects changed in which way. */
export function tally({ changes }: SnapshotDiff): Readonly<Record<ObjectChange['change'], number>> {
  const count = { added: 0, removed: 0, modified: 0, renamed: 0 };
  for (const { change } of changes) count[change] += 1;
  return count;
}

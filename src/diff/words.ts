import { jsonLine } from '#snapshot/json.ts';
import type { ObjectName } from '#snapshot/object-id.ts';
import type { Concern, ConcernKind } from './concerns.ts';
import type { NameMap } from './mapping.ts';
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

/** What an object was called before, as a guess: `renamed? was ConfigMap shop/web-old, 92 % alike`. */
export function renamedText({ renamedFrom, similarity = 0 }: ObjectChange): string | undefined {
  if (renamedFrom === undefined) return undefined;
  return `renamed? was ${objectText(renamedFrom)}, ${Math.round(similarity * 100)} % alike`;
}

/** A value on one line: text as it is, anything else as JSON; nothing for an absent field. */
export function valueText(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : jsonLine(value);
}

const concernWords = {
  rbac: 'RBAC wider on',
  privileged: 'more privileged on',
  exposed: 'more exposed on',
  unguarded: 'less guarded on',
} as const satisfies Record<ConcernKind, string>;

/** `RBAC wider on prod`. */
export function concernText(
  { what, side }: Concern,
  diff: Pick<SnapshotDiff, Concern['side']>,
): string {
  return `${concernWords[what]} ${diff[side]}`;
}

/** `namespace shop-stg → shop`. */
export function mappedText({ sort, before, after }: NameMap): string {
  return `${sort} ${before} → ${after}`;
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

/** `pods in shop: forbidden on prod, 12 objects`. */
export function notComparableText(line: NotComparable, diff: SnapshotDiff): string {
  const where = `${reasons[line.status]} ${diff[line.side]}`;
  const what =
    line.namespace === undefined ? line.resource : `${line.resource} in ${line.namespace}`;
  const other = line.side === 'before' ? diff.after : diff.before;
  const objects = line.count === 1 ? '1 object' : `${line.count} objects`;
  return `${what}: ${where}, ${objects} on ${other}${line.message ? ` (${line.message})` : ''}`;
}

/** How many objects changed in which way. */
export function tally({ changes }: SnapshotDiff): Readonly<Record<ObjectChange['change'], number>> {
  const count = { added: 0, removed: 0, modified: 0, renamed: 0 };
  for (const { change } of changes) count[change] += 1;
  return count;
}

/** `3 changed, 1 only in prod, 2 only in staging, 120 the same`. */
export function tallyText(diff: SnapshotDiff): string {
  const { added, removed, modified, renamed } = tally(diff);
  return [
    `${modified} changed`,
    ...(renamed > 0 ? [`${renamed} perhaps renamed`] : []),
    `${added} only in ${diff.after}`,
    `${removed} only in ${diff.before}`,
    `${diff.same} the same`,
  ].join(', ');
}

/** `21 redacted values in 9 objects: cannot tell whether equal, no digests`; nothing when there are none. */
export function undecidedText({ undecided, undecidedIn }: SnapshotDiff): string | undefined {
  if (undecided === 0) return undefined;
  const values = undecided === 1 ? '1 redacted value' : `${undecided} redacted values`;
  const objects = undecidedIn.length === 1 ? '1 object' : `${undecidedIn.length} objects`;
  return `${values} in ${objects}: cannot tell whether equal, no digests`;
}

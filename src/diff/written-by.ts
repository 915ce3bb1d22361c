import type { FieldChange, ObjectChange, SnapshotDiff } from './snapshot-diff.ts';

type Sides = Pick<SnapshotDiff, 'before' | 'after'>;

/**
 * Who wrote all the fields that differ, and when at last; nothing where that is not known of all, or where
 * they have several writers on a side.
 */
export function commonWriter(
  { fields }: Pick<ObjectChange, 'fields'>,
  sides: Sides,
): string | undefined {
  const texts = new Set(fields.map((field) => writersText(field, sides)));
  const [only] = texts;
  if (texts.size !== 1 || only === undefined) return undefined;
  const times = fields.flatMap(
    ({ writtenBy }) => writtenBy?.after?.time ?? writtenBy?.before?.time ?? [],
  );
  const last = times.sort().at(-1);
  return last === undefined ? only : `${only}, ${last.slice(0, 16).replace('T', ' ')} UTC`;
}

/** `kubectl-edit`; `kubeadm on staging, eks on prod` where two wrote. */
export function writersText({ writtenBy }: FieldChange, sides: Sides): string | undefined {
  const [left, right] = [writtenBy?.before?.manager, writtenBy?.after?.manager];
  if (left === undefined || right === undefined || left === right) return right ?? left;
  return `${left} on ${sides.before}, ${right} on ${sides.after}`;
}

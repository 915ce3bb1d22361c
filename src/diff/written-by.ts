import type { ObjectChange, SnapshotDiff, Writers } from './snapshot-diff.ts';

type Sides = Pick<SnapshotDiff, 'before' | 'after'>;

/** What says who wrote it: a field, or an object that one side has. */
interface Written {
  readonly writtenBy?: Writers;
}

/**
 * Who wrote all the fields that differ, or the object that one side has, and when at last; nothing where
 * that is not known of all, or where they have several writers on a side.
 */
export function commonWriter(
  change: Pick<ObjectChange, 'fields' | 'writtenBy'>,
  sides: Sides,
): string | undefined {
  const written: readonly Written[] = change.fields.length === 0 ? [change] : change.fields;
  const texts = new Set(written.map((each) => writersText(each, sides)));
  const [only] = texts;
  if (texts.size !== 1 || only === undefined) return undefined;
  const times = written.flatMap(
    ({ writtenBy }) => writtenBy?.after?.time ?? writtenBy?.before?.time ?? [],
  );
  const last = times.sort().at(-1);
  return last === undefined ? only : `${only}, ${last.slice(0, 16).replace('T', ' ')} UTC`;
}

/** `kubectl-edit`; `kubeadm on staging, eks on prod` where two wrote. */
export function writersText({ writtenBy }: Written, sides: Sides): string | undefined {
  const [left, right] = [writtenBy?.before?.manager, writtenBy?.after?.manager];
  if (left === undefined || right === undefined || left === right) return right ?? left;
  return `${left} on ${sides.before}, ${right} on ${sides.after}`;
}

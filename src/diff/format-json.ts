import type { ObjectName } from '#snapshot/object-id.ts';
import type { ObjectChange, SnapshotDiff } from './snapshot-diff.ts';
import { visibleJson } from './visible.ts';

/** Key order of the documented output; a cluster-scoped object has no `namespace`. */
function nameJson({ group, kind, namespace, name }: ObjectName) {
  return { group, kind, ...(namespace === undefined ? {} : { namespace }), name };
}

function changeJson({ change, object, renamedFrom, fields }: ObjectChange) {
  return {
    change,
    object: nameJson(object),
    ...(renamedFrom === undefined ? {} : { renamedFrom: nameJson(renamedFrom) }),
    fields: fields.map(({ mapped: _, ...field }) => field),
  };
}

/**
 * The diff as JSON, the form that scripts may rely on (DESIGN §1): `before`, `after`, `changes`,
 * `notComparable`, `expected`. Ends in a line feed.
 */
export function formatJson(diff: SnapshotDiff): string {
  const { before, after, same, undecided, notComparable } = diff;
  const changes = diff.changes.map(changeJson);
  const expected = diff.expected.map((change) => ({
    ...changeJson(change),
    reason: change.reason,
  }));
  const json = { before, after, changes, notComparable, expected, same, undecided };
  // An integer beyond 2^53 is a bigint here; as text it keeps every digit.
  const text = JSON.stringify(
    json,
    (_key, value) => (typeof value === 'bigint' ? `${value}` : value),
    2,
  );
  return `${visibleJson(text)}\n`;
}

import type { ObjectName } from '#snapshot/object-id.ts';
import type { DiffJson } from './diff-json.ts';
import { jsonText } from './json-text.ts';
import type { ObjectChange, SnapshotDiff } from './snapshot-diff.ts';

/** Key order of the documented output; a cluster-scoped object has no `namespace`. */
function nameJson({ group, kind, namespace, name }: ObjectName) {
  return { group, kind, ...(namespace === undefined ? {} : { namespace }), name };
}

function changeJson(change: ObjectChange): DiffJson['changes'][number] {
  const { renamedFrom, similarity, fields, writtenBy } = change;
  return {
    change: change.change,
    object: nameJson(change.object),
    ...(renamedFrom === undefined ? {} : { renamedFrom: nameJson(renamedFrom) }),
    ...(similarity === undefined ? {} : { similarity }),
    category: change.category,
    concerns: [...change.concerns],
    fields: fields.map(({ mapped: _, ...field }) => field),
    ...(writtenBy === undefined ? {} : { writtenBy }),
  };
}

/**
 * The diff as JSON, the form that scripts may rely on (DESIGN §1, {@link DiffJson}). Ends in a line feed.
 */
export function formatJson(diff: SnapshotDiff): string {
  const json: DiffJson = {
    before: diff.before,
    after: diff.after,
    changes: diff.changes.map(changeJson),
    notComparable: [...diff.notComparable],
    expected: diff.expected.map((change) => ({ ...changeJson(change), reason: change.reason })),
    same: diff.same,
    undecided: diff.undecided,
    undecidedIn: diff.undecidedIn.map(nameJson),
    headline: [...diff.headline],
    mapped: [...diff.mapped],
    idleRules: [...diff.idleRules],
  };
  return jsonText(json);
}

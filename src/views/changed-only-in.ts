import type { ObjectChange, SnapshotDiff } from '#diff/snapshot-diff.ts';
import { concernText } from '#diff/words.ts';
import { commonWriter } from '#diff/written-by.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import { type ChangedObject, changedObject } from './changed-object.ts';
import type { Prose } from './chapters/prose.ts';
import { compareKinds } from './kind-order.ts';
import { leadOf } from './lead/lead.ts';
import { maxRows } from './shown-changes.ts';
import type { Side } from './side.ts';

/** Objects that one side has, a line each, by kind. */
export interface OnlyIn {
  readonly id: string;
  readonly label: string;
  readonly sign: 'added' | 'removed';
  readonly total: number;
  readonly kinds: readonly {
    readonly kind: string;
    readonly rows: readonly {
      readonly object: ChangedObject;
      /** What it is, in its own words. */
      readonly says: readonly Prose[];
      /** Why it ranks first, if it does. */
      readonly concerns: readonly string[];
      /** Who last wrote it, and when, where that is known. */
      readonly writer?: string | undefined;
    }[];
  }[];
  readonly hidden: number;
}

/** The objects that only the after side (`added`) or the before side has; none when there are none. */
export function onlyIn(
  diff: SnapshotDiff,
  sign: 'added' | 'removed',
  before: Side,
  after: Side,
): readonly OnlyIn[] {
  const changes = diff.changes.filter(({ change }) => change === sign);
  if (changes.length === 0) return [];
  const { model, links } = sign === 'added' ? after : before;
  const shown = changes.slice(0, maxRows);
  const byKind = Map.groupBy(shown, ({ object }) => groupKindKey(object));
  const kinds = [...byKind.values()].flatMap((members) => {
    const [first] = members;
    return first === undefined ? [] : [{ kind: first.object, members }];
  });
  kinds.sort((a, b) => compareKinds(a.kind, b.kind));
  const says = (change: ObjectChange) => {
    const id = sign === 'added' ? change.afterId : change.beforeId;
    const entry = id && model.get(id);
    return (entry && leadOf({ model, links, entry })?.says) ?? [];
  };
  return [
    {
      id: sign,
      label: `Only in ${sign === 'added' ? diff.after : diff.before}`,
      sign,
      total: changes.length,
      kinds: kinds.map(({ kind, members }) => ({
        kind: kind.kind,
        rows: members.map((change) => ({
          object: changedObject(change, before, after),
          says: says(change),
          concerns: change.concerns.map((concern) => concernText(concern, diff)),
          writer: commonWriter(change, diff),
        })),
      })),
      hidden: changes.length - shown.length,
    },
  ];
}

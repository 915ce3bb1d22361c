import { type ChangeCategory, categoryWords, changeCategories } from '#diff/categorise.ts';
import type { ExpectedChange, ObjectChange, SnapshotDiff } from '#diff/snapshot-diff.ts';
import { notComparableText, tally } from '#diff/words.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import { type FieldRow, fieldRow } from './change-values.ts';
import { type ChangedObject, changeAnchor, changedObject } from './changed-object.ts';
import type { Prose } from './chapters/prose.ts';
import { headlinesOf } from './headlines.ts';
import { compareKinds } from './kind-order.ts';
import { leadOf } from './lead/lead.ts';
import type { Ref } from './ref.ts';
import type { Side } from './side.ts';
import { count } from './words.ts';

/** Objects that differ in the same way: one, or several that got the same label. */
export interface ChangeRow {
  readonly change: ObjectChange['change'];
  readonly objects: readonly [ChangedObject, ...ChangedObject[]];
  readonly fields: readonly FieldRow[];
}

/** Differences of one sort, the most consequential sort first. */
export interface ChangeGroup {
  readonly id: string;
  readonly label: string;
  /** Objects in it, of which the last may be left out. */
  readonly total: number;
  readonly rows: readonly ChangeRow[];
  readonly hidden: number;
}

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
    }[];
  }[];
  readonly hidden: number;
}

/** The page of a comparison. */
export interface ChangesView {
  readonly before: string;
  readonly after: string;
  readonly lead: string;
  readonly tally: Readonly<Record<ObjectChange['change'], number>>;
  readonly same: number;
  readonly headlines: readonly {
    readonly anchor: string;
    readonly title: string;
    readonly says: readonly Prose[];
  }[];
  readonly groups: readonly ChangeGroup[];
  readonly onlyIn: readonly OnlyIn[];
  readonly expected: readonly {
    readonly reason: string;
    readonly refs: readonly Ref[];
    readonly hidden: number;
  }[];
  readonly notComparable: readonly string[];
  readonly undecided: number;
}

/** Of one group; the JSON beside the page has them all. */
const maxRows = 200;

/** What the page of a comparison shows. */
export function changesView(diff: SnapshotDiff, before: Side, after: Side): ChangesView {
  const both = diff.changes.filter(({ change }) => change !== 'added' && change !== 'removed');
  const byGroup = Map.groupBy(both, ({ category }) => category);
  return {
    before: diff.before,
    after: diff.after,
    lead: leadText(diff),
    tally: tally(diff),
    same: diff.same,
    headlines: headlinesOf({ diff, before, after }).map(({ change, title, says }) => ({
      anchor: changeAnchor(change),
      title,
      says,
    })),
    groups: changeCategories.flatMap((category) => {
      const changes = byGroup.get(category);
      return changes === undefined ? [] : [changeGroup(category, changes, before, after)];
    }),
    onlyIn: (['added', 'removed'] as const).flatMap((sign) => onlyIn(diff, sign, before, after)),
    expected: expectedByReason(diff.expected, before, after),
    notComparable: diff.notComparable.map((line) => notComparableText(line, diff)),
    undecided: diff.undecided,
  };
}

function changeGroup(
  category: ChangeCategory,
  changes: readonly ObjectChange[],
  before: Side,
  after: Side,
): ChangeGroup {
  const shown = changes.slice(0, maxRows);
  // An add-on's new version shows as the same label on ten objects: that is one difference.
  const alike = Map.groupBy(shown, ({ change, fields }) =>
    JSON.stringify([change, fields], asText),
  );
  const rows = [...alike.values()].flatMap(([first, ...more]): readonly ChangeRow[] => {
    if (first === undefined) return [];
    const objectOf = (change: ObjectChange) => changedObject(change, before, after);
    return [
      {
        change: first.change,
        objects: [objectOf(first), ...more.map(objectOf)],
        fields: first.fields.map(fieldRow),
      },
    ];
  });
  return {
    id: `about-${category}`,
    label: categoryWords[category].title,
    total: changes.length,
    rows,
    hidden: changes.length - shown.length,
  };
}

/** JSON knows no integers beyond 2^53. */
function asText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

function onlyIn(
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
        })),
      })),
      hidden: changes.length - shown.length,
    },
  ];
}

function leadText(diff: SnapshotDiff): string {
  const total = diff.changes.length;
  if (total === 0) return 'Nothing differs but what always does: ids, timestamps, status.';
  const touching = diff.changes.filter(({ fields }) =>
    fields.some(({ category }) => category === 'exposure' || category === 'rbac'),
  ).length;
  const first = `${count(total, 'object differs', 'objects differ')}.`;
  const reach =
    touching === 0
      ? ''
      : ` ${touching} of them ${touching === 1 ? 'changes' : 'change'} who can reach or do something.`;
  return `${first}${reach} What always differs is left out: ids, timestamps, status, allocated addresses.`;
}

/** Objects named for one reason. */
const maxExpected = 12;

function expectedByReason(
  expected: readonly ExpectedChange[],
  before: Side,
  after: Side,
): ChangesView['expected'] {
  const reasons = Map.groupBy(expected, ({ reason }) => reason);
  return [...reasons].map(([reason, changes]) => {
    const objects = new Map(changes.map((change) => [changeAnchor(change), change]));
    const refs = [...objects.values()].map((change) => changedObject(change, before, after).ref);
    return {
      reason,
      refs: refs.slice(0, maxExpected),
      hidden: Math.max(0, refs.length - maxExpected),
    };
  });
}

import { type ChangeCategory, categoryWords, changeCategories } from '#diff/categorise.ts';
import type { ExpectedChange, IdleRule, ObjectChange, SnapshotDiff } from '#diff/snapshot-diff.ts';
import {
  concernText,
  notComparableText,
  objectText,
  renamedText,
  tally,
  undecidedText,
} from '#diff/words.ts';
import { commonWriter } from '#diff/written-by.ts';
import { type FieldRow, fieldRow } from './change-values.ts';
import { type ChangedNamespace, changedNamespaces } from './changed-namespaces.ts';
import { type ChangedObject, changeAnchor, changedObject } from './changed-object.ts';
import { type OnlyIn, onlyIn } from './changed-only-in.ts';
import type { Prose } from './chapters/prose.ts';
import { headlinesOf } from './headlines.ts';
import type { Ref } from './ref.ts';
import { changeHash, maxRows } from './shown-changes.ts';
import type { Side } from './side.ts';
import { count } from './words.ts';

/** Objects that differ in the same way: one, or several that got the same label. */
export interface ChangeRow {
  readonly change: ObjectChange['change'];
  /** Why it ranks first, if it does: `RBAC wider on prod`. */
  readonly concerns: readonly string[];
  /** What it was called before, as a guess with its score. */
  readonly renamed?: string | undefined;
  /** Who last wrote all of it, where that is one. */
  readonly writer?: string | undefined;
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

/** The page of a comparison. */
export interface ChangesView {
  readonly before: string;
  readonly after: string;
  readonly lead: string;
  /** What matters, a few words each. */
  readonly headline: readonly string[];
  /** Names that were declared to mean the same. */
  readonly mapped: readonly string[];
  readonly tally: Readonly<Record<ObjectChange['change'], number>>;
  readonly same: number;
  readonly headlines: readonly {
    /** Where it is told on the page, or else the page of the object. */
    readonly href?: string | undefined;
    readonly title: string;
    readonly says: readonly Prose[];
  }[];
  readonly namespaces: readonly ChangedNamespace[];
  readonly groups: readonly ChangeGroup[];
  readonly onlyIn: readonly OnlyIn[];
  readonly expected: readonly {
    readonly reason: string;
    readonly refs: readonly Ref[];
    readonly hidden: number;
  }[];
  readonly idleRules: readonly IdleRule[];
  readonly notComparable: readonly string[];
  /** Redacted values that nobody can compare, and the objects that hold them. */
  readonly undecided?: { readonly text: string; readonly objects: readonly string[] } | undefined;
}

/** What the page of a comparison shows. */
export function changesView(diff: SnapshotDiff, before: Side, after: Side): ChangesView {
  const both = diff.changes.filter(({ change }) => change !== 'added' && change !== 'removed');
  const byGroup = Map.groupBy(both, ({ category }) => category);
  return {
    before: diff.before,
    after: diff.after,
    lead: leadText(diff),
    headline: diff.headline,
    mapped: diff.mapped.map(({ sort, before: was, after: is }) => `${sort} ${was} as ${is}`),
    tally: tally(diff),
    same: diff.same,
    headlines: headlinesOf({ diff, before, after }).map(({ change, title, says }) => ({
      href: changeHash(diff, change) || changedObject(change, before, after).ref.href,
      title,
      says,
    })),
    namespaces: changedNamespaces(diff, before, after),
    groups: changeCategories.flatMap((category) => {
      const changes = byGroup.get(category);
      return changes === undefined ? [] : [changeGroup(category, changes, { diff, before, after })];
    }),
    onlyIn: (['added', 'removed'] as const).flatMap((sign) => onlyIn(diff, sign, before, after)),
    expected: expectedByReason(diff.expected, before, after),
    idleRules: diff.idleRules,
    notComparable: diff.notComparable.map((line) => notComparableText(line, diff)),
    undecided: undecidedView(diff),
  };
}

/** Both sides of a comparison. */
interface Compared {
  readonly diff: SnapshotDiff;
  readonly before: Side;
  readonly after: Side;
}

function changeGroup(
  category: ChangeCategory,
  changes: readonly ObjectChange[],
  compared: Compared,
): ChangeGroup {
  const shown = changes.slice(0, maxRows);
  // An add-on's new version shows as the same label on ten objects: that is one difference.
  const alike = Map.groupBy(shown, ({ change, concerns, fields }) =>
    JSON.stringify(
      [change, concerns, fields.map(({ path, before, after }) => [path, before, after])],
      asText,
    ),
  );
  const rows = [...alike.values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [changeRow(first, more, compared)],
  );
  return {
    id: `about-${category}`,
    label: categoryWords[category].title,
    total: changes.length,
    rows,
    hidden: changes.length - shown.length,
  };
}

function changeRow(
  first: ObjectChange,
  more: readonly ObjectChange[],
  { diff, before, after }: Compared,
): ChangeRow {
  const objectOf = (change: ObjectChange) => changedObject(change, before, after);
  const writer = commonWriter(first, diff);
  const fields = first.fields.map((field) => fieldRow(field, diff));
  return {
    change: first.change,
    concerns: first.concerns.map((concern) => concernText(concern, diff)),
    renamed: renamedText(first),
    writer,
    objects: [objectOf(first), ...more.map(objectOf)],
    fields:
      writer === undefined ? fields : fields.map((field) => ({ ...field, writer: undefined })),
  };
}

function undecidedView(diff: SnapshotDiff): ChangesView['undecided'] {
  const text = undecidedText(diff);
  return text === undefined ? undefined : { text, objects: diff.undecidedIn.map(objectText) };
}

/** JSON knows no integers beyond 2^53. */
function asText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

function leadText(diff: SnapshotDiff): string {
  const total = diff.changes.length;
  if (total === 0) return 'Nothing differs but what always does: ids, timestamps, status.';
  const touching = diff.changes.filter(({ concerns }) => concerns.length > 0).length;
  const first = `${count(total, 'object differs', 'objects differ')}.`;
  const reach =
    touching === 0
      ? ''
      : ` ${touching} of them ${touching === 1 ? 'changes' : 'change'} who may do, reach or keep out something.`;
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

import type { ObjectChange, SnapshotDiff } from '#diff/snapshot-diff.ts';
import type { Entry } from '#model/model.ts';
import { groupKindOf, type ObjectId } from '#snapshot/object-id.ts';
import { type FieldLine, fieldLine } from './field-line.ts';
import { changeHash } from './shown-changes.ts';
import type { Side } from './side.ts';
import { stepAnchor } from './timeline.ts';
import { count, utcMinute } from './words.ts';

/** A snapshot of the cluster that the object belongs to. */
export interface HistorySnapshot extends Side {
  readonly id: string;
  /** RFC 3339. */
  readonly takenAt: string;
}

/** From one snapshot to the next, its changes by the ids of their objects on each side. */
export interface HistoryStep {
  readonly diff: SnapshotDiff;
  readonly byBefore: ReadonlyMap<ObjectId, ObjectChange>;
  readonly byAfter: ReadonlyMap<ObjectId, ObjectChange>;
  /** The page that compares the two, if there is one. */
  readonly href?: string | undefined;
}

/** The snapshots of one cluster, and what lies between them. */
export interface ClusterHistory {
  /** The newest first. */
  readonly snapshots: readonly HistorySnapshot[];
  /** `steps[i]` leads from `snapshots[i + 1]` to `snapshots[i]`. */
  readonly steps: readonly HistoryStep[];
  /** Page of what changed when, in the whole cluster. */
  readonly timelineHref: string;
  /** Whether an object is compared, and not through the one that made it. */
  readonly isCompared: (entry: Entry) => boolean;
}

/**
 * What happened to an object between two snapshots, or in a run of them in which nothing did; `there` where no
 * snapshot before it can be asked.
 */
export interface HistoryRow {
  readonly what: 'changed' | 'appeared' | 'gone' | 'same' | 'there' | 'unread';
  /** `2026-11-21 08:00`, UTC: of the later snapshot. */
  readonly at: string;
  /** Of the earliest snapshot of a run. */
  readonly from?: string | undefined;
  /** Snapshots of a run; 1 for all else. */
  readonly snapshots: number;
  /** Its page in that snapshot; absent where it has none, and on that page itself. */
  readonly href?: string | undefined;
  /** The snapshot of the page is this one, or one of the run. */
  readonly isHere: boolean;
  /** What changed, the first few. */
  readonly fields: readonly FieldLine[];
  /** Fields that are not told. */
  readonly hidden: number;
  /** Where the step is told with all else that changed in it; absent where nothing did. */
  readonly stepHref?: string | undefined;
}

/** What became of an object from snapshot to snapshot. */
export interface ObjectHistory {
  readonly says: string;
  /** Where it is not, that nothing changed is not known. */
  readonly isCompared: boolean;
  /** The latest first. */
  readonly rows: readonly HistoryRow[];
  readonly timelineHref: string;
}

/** Of one change; its own page has all. */
const maxFields = 4;
/** A longer history is cut; the timeline has the rest. */
const maxRows = 40;

/** The object in one snapshot. */
interface Moment {
  readonly snapshot: HistorySnapshot;
  readonly id: ObjectId;
  readonly state: 'there' | 'absent' | 'unread';
  /** What the step that led here did to it. */
  readonly change?: ObjectChange | undefined;
}

/**
 * What became of an object, as far as snapshots of its cluster are kept; nothing while there is one. Costs a
 * look-up a snapshot: the comparisons are made once for all objects.
 *
 * @param here - The snapshot of the page, one of the history's.
 */
export function objectHistory(
  history: ClusterHistory,
  here: HistorySnapshot['id'],
  entry: Entry,
): ObjectHistory | undefined {
  const { snapshots, timelineHref, isCompared } = history;
  const place = snapshots.findIndex(({ id }) => id === here);
  if (snapshots.length < 2 || place === -1) return undefined;
  const moments = momentsOf(history, place, entry);
  const compared = isCompared(entry);
  const rows = joined(moments.map((_, at) => rowAt(history, moments, at, at === place)));
  return {
    says: saysOf(moments, compared),
    isCompared: compared,
    rows: rows.slice(0, maxRows),
    timelineHref,
  };
}

/** The object in every snapshot, the newest first, under the id that it had there. */
function momentsOf(
  { snapshots, steps }: ClusterHistory,
  place: number,
  entry: Entry,
): readonly Moment[] {
  const ids: ObjectId[] = [];
  ids[place] = entry.id;
  for (let at = place; at < steps.length; at += 1) {
    const id = ids[at] ?? entry.id;
    ids[at + 1] = steps[at]?.byAfter.get(id)?.beforeId ?? id;
  }
  for (let at = place; at > 0; at -= 1) {
    const id = ids[at] ?? entry.id;
    ids[at - 1] = steps[at - 1]?.byBefore.get(id)?.afterId ?? id;
  }
  return snapshots.map((snapshot, at) => {
    const id = ids[at] ?? entry.id;
    return {
      snapshot,
      id,
      state: stateIn(snapshot, id, entry),
      change: steps[at]?.byAfter.get(id),
    };
  });
}

function stateIn({ model }: HistorySnapshot, id: ObjectId, { object }: Entry): Moment['state'] {
  if (model.get(id) !== undefined) return 'there';
  return model.holdsAll(groupKindOf(object), object.metadata.namespace) ? 'absent' : 'unread';
}

function rowAt(
  { steps, timelineHref }: ClusterHistory,
  moments: readonly Moment[],
  at: number,
  isHere: boolean,
): HistoryRow | undefined {
  const moment = moments[at];
  if (moment === undefined) return undefined;
  const { snapshot, id, state, change } = moment;
  const earlier = moments[at + 1];
  const step = steps[at];
  const what = whatHappened(moment, earlier);
  if (what === undefined) return undefined;
  const told = what === 'gone' ? step?.byBefore.get(earlier?.id ?? id) : change;
  const fields = told?.fields ?? [];
  return {
    what,
    at: utcMinute(snapshot.takenAt),
    snapshots: 1,
    href: state === 'there' && !isHere ? snapshot.links.object(id) : undefined,
    isHere,
    fields:
      step === undefined
        ? []
        : fields.slice(0, maxFields).map((field) => fieldLine(field, step.diff)),
    hidden: Math.max(0, fields.length - maxFields),
    stepHref:
      told &&
      (step?.href === undefined
        ? `${timelineHref}#${stepAnchor(snapshot.takenAt)}`
        : `${step.href}${changeHash(step.diff, told)}`),
  };
}

/** Nothing where it was not there before either. */
function whatHappened(
  { state, change }: Moment,
  earlier: Moment | undefined,
): HistoryRow['what'] | undefined {
  if (state === 'unread') return 'unread';
  if (state === 'absent') return earlier?.state === 'there' ? 'gone' : undefined;
  if (earlier?.state === 'absent') return 'appeared';
  if (earlier?.state !== 'there') return 'there';
  return change !== undefined && change.fields.length > 0 ? 'changed' : 'same';
}

/** Snapshots in a row in which nothing happened are one row. */
function joined(rows: readonly (HistoryRow | undefined)[]): readonly HistoryRow[] {
  const runs: HistoryRow[] = [];
  let isRun = false;
  for (const row of rows) {
    const last = runs.at(-1);
    const isQuiet = row?.what === 'same' || row?.what === 'unread';
    if (row !== undefined && last !== undefined && isRun && isQuiet && last.what === row.what) {
      runs[runs.length - 1] = {
        ...last,
        from: row.at,
        snapshots: last.snapshots + 1,
        isHere: last.isHere || row.isHere,
      };
    } else if (row !== undefined) runs.push(row);
    isRun = row !== undefined && isQuiet;
  }
  return runs;
}

function saysOf(moments: readonly Moment[], isCompared: boolean): string {
  const there = moments.filter(({ state }) => state === 'there');
  const oldest = there.at(-1);
  const since = oldest === undefined ? '' : `, first on ${utcMinute(oldest.snapshot.takenAt)} UTC`;
  const held = `In ${there.length} of ${count(moments.length, 'kept snapshot')}${since}.`;
  if (!isCompared) return `${held} It is compared through the object that made it.`;
  const changes = there.filter(({ change }) => (change?.fields.length ?? 0) > 0).length;
  const changed =
    changes === 0
      ? 'Nothing about it changed that somebody wrote'
      : `It changed ${changes === 1 ? 'once' : `${changes} times`}`;
  return `${held} ${changed}; status and what the server fills in do not count.`;
}

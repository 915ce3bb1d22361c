import type { ObjectChange, SnapshotDiff } from '#diff/snapshot-diff.ts';
import { notComparableText, signs, tally } from '#diff/words.ts';
import { commonWriter } from '#diff/written-by.ts';
import { type ChangedObject, changedObject } from './changed-object.ts';
import { type FieldLine, fieldLine } from './field-line.ts';
import type { Side } from './side.ts';
import { count, utcMinute } from './words.ts';

/** From one kept snapshot of a cluster to the next. */
export interface TimelineInput {
  readonly diff: SnapshotDiff;
  readonly before: Side;
  readonly after: Side;
  /** RFC 3339. */
  readonly beforeTime: string;
  readonly afterTime: string;
  /** The page that compares the two, if there is one. */
  readonly href?: string | undefined;
}

/** One object that changed between two snapshots. */
export interface TimelineChange {
  readonly change: ObjectChange['change'];
  readonly sign: string;
  readonly object: ChangedObject;
  /** Its first fields; nothing for what came or went. */
  readonly fields: readonly FieldLine[];
  /** Who last wrote what came or went, and when, where that is known. */
  readonly writer?: string | undefined;
  /** Fields that are not told. */
  readonly hidden: number;
}

/** What changed between two snapshots. */
export interface TimelineStep {
  /** Element id: `at-2026-11-22-0800`. */
  readonly id: string;
  /** `2026-11-21 08:00` and `2026-11-22 08:00`, UTC. */
  readonly from: string;
  readonly to: string;
  /** `2 changed, 1 added`; nothing when nothing changed. */
  readonly counts: string;
  readonly headline: readonly string[];
  readonly changes: readonly TimelineChange[];
  readonly hidden: number;
  readonly notComparable: readonly string[];
  readonly href?: string | undefined;
  /** What compares the two where no page does: `npm run diff -- prod@2026-11-20T0800Z prod@…`. */
  readonly command?: string | undefined;
}

/** An object that changed, and when. */
export interface TimelineObject {
  readonly object: ChangedObject;
  readonly steps: readonly { readonly id: string; readonly to: string; readonly sign: string }[];
}

/** What changed when. */
export interface TimelineView {
  readonly lead: string;
  /** The latest first. */
  readonly steps: readonly TimelineStep[];
  /** Those that changed most often first. */
  readonly objects: readonly TimelineObject[];
}

/** Of one step, of one object; the page of the comparison has more. */
const maxChanges = 100;
const maxFields = 4;
const maxObjects = 40;

/**
 * What the page of a cluster's timeline shows.
 *
 * @param inputs From snapshot to snapshot, the latest first.
 */
export function timelineView(inputs: readonly TimelineInput[]): TimelineView {
  const steps = inputs.map(stepOf);
  return { lead: leadText(inputs), steps, objects: objectsOf(steps) };
}

/** Element id of the step that led to a snapshot: `at-2026-11-22-0800`. */
export function stepAnchor(takenAt: string): string {
  return `at-${utcMinute(takenAt)
    .replace(' ', '-')
    .replace(/[^0-9-]/g, '')}`;
}

function stepOf(input: TimelineInput): TimelineStep {
  const { diff, before, after, beforeTime, afterTime, href } = input;
  const to = utcMinute(afterTime);
  const shown = diff.changes.slice(0, maxChanges);
  return {
    id: stepAnchor(afterTime),
    from: utcMinute(beforeTime),
    to,
    counts: countsOf(diff),
    headline: diff.headline.map((text) => atThatTime(text, diff)),
    changes: shown.map((change) => ({
      change: change.change,
      sign: signs[change.change],
      object: changedObject(change, before, after),
      fields: change.fields.slice(0, maxFields).map((field) => fieldLine(field, diff)),
      writer: change.fields.length === 0 ? commonWriter(change, diff) : undefined,
      hidden: Math.max(0, change.fields.length - maxFields),
    })),
    hidden: diff.changes.length - shown.length,
    notComparable: diff.notComparable.map((line) => notComparableText(line, diff)),
    href,
    command: href === undefined ? `npm run diff -- ${diff.before} ${diff.after}` : undefined,
  };
}

/** `1 RBAC grant wider on prod@2026-11-22T0800Z` → `1 RBAC grant wider now`: the sides are times here. */
function atThatTime(text: string, { before, after }: SnapshotDiff): string {
  if (text.endsWith(` on ${after}`)) return `${text.slice(0, -` on ${after}`.length)} now`;
  return text.endsWith(` on ${before}`) ? `${text.slice(0, -` on ${before}`.length)} before` : text;
}

function countsOf(diff: SnapshotDiff): string {
  const { added, removed, modified, renamed } = tally(diff);
  return [
    ...(modified > 0 ? [`${modified} changed`] : []),
    ...(renamed > 0 ? [`${renamed} perhaps renamed`] : []),
    ...(added > 0 ? [`${added} added`] : []),
    ...(removed > 0 ? [`${removed} gone`] : []),
  ].join(', ');
}

function objectsOf(steps: readonly TimelineStep[]): readonly TimelineObject[] {
  const found = new Map<
    string,
    { object: ChangedObject; steps: TimelineObject['steps'][number][] }
  >();
  for (const { id, to, changes } of steps) {
    for (const { object, sign } of changes) {
      const known = found.get(object.anchor) ?? { object, steps: [] };
      known.steps.push({ id, to, sign });
      found.set(object.anchor, known);
    }
  }
  return [...found.values()].sort((a, b) => b.steps.length - a.steps.length).slice(0, maxObjects);
}

function leadText(inputs: readonly TimelineInput[]): string {
  const [latest] = inputs;
  const oldest = inputs.at(-1);
  if (latest === undefined || oldest === undefined) {
    return 'One snapshot is kept of this cluster, so there is nothing to compare it with yet.';
  }
  const changing = inputs.filter(({ diff }) => diff.changes.length > 0).length;
  const span = `from ${utcMinute(oldest.beforeTime)} to ${utcMinute(latest.afterTime)} UTC`;
  return `${count(inputs.length + 1, 'snapshot')} ${span}. Something changed in ${changing} of ${count(inputs.length, 'step')}.`;
}

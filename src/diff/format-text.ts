import { changedLines } from './line-diff.ts';
import type { FieldChange, ObjectChange, SnapshotDiff } from './snapshot-diff.ts';
import { visible } from './visible.ts';
import { notComparableText, objectText, signs, tally, valueText } from './words.ts';

/** Turns text into coloured text; the identity where colour is not wanted. */
export type Paint = (sign: '+' | '-' | '~' | '>', text: string) => string;

/** How a diff is printed; by default without colour, field by field. */
export interface TextOptions {
  readonly paint?: Paint;
  /** Only the counts. */
  readonly stat?: boolean;
}

const plain: Paint = (_sign, text) => text;

function fieldLines(change: FieldChange): readonly string[] {
  const { path, before, after } = change;
  const label = path === '' ? 'count' : path;
  const lines = changedLines(change)?.map(({ sign, text }) => `        ${sign} ${text}`);
  if (lines !== undefined) return [`    ${label}:`, ...lines];
  return [`    ${label}: ${valueText(before) ?? 'absent'} → ${valueText(after) ?? 'absent'}`];
}

function changeLines(change: ObjectChange, paint: Paint): readonly string[] {
  const sign = signs[change.change];
  const from = change.renamedFrom === undefined ? '' : ` (was ${objectText(change.renamedFrom)})`;
  const head = paint(sign, visible(`${sign} ${objectText(change.object)}${from}`));
  return [head, ...change.fields.flatMap(fieldLines).map(visible)];
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function summary(diff: SnapshotDiff): readonly string[] {
  const { added, removed, modified, renamed } = tally(diff);
  const counts = [
    `${modified} changed`,
    `${added} only in ${diff.after}`,
    `${removed} only in ${diff.before}`,
    ...(renamed > 0 ? [`${renamed} renamed`] : []),
    `${diff.same} the same`,
  ];
  const { undecided } = diff;
  return [
    counts.join(', '),
    ...(undecided > 0
      ? [`${plural(undecided, 'redacted value')}: cannot tell whether equal, no digests`]
      : []),
  ];
}

/** The diff for a terminal: a summary, then object by object. Ends in a line feed. */
export function formatText(
  diff: SnapshotDiff,
  { paint = plain, stat = false }: TextOptions = {},
): string {
  const gaps = diff.notComparable.map((line) => `  ${notComparableText(line, diff)}`);
  const expected = reasonCounts(diff).map(([reason, count]) => `  ${reason} (${count})`);
  const head = [
    `${diff.before} → ${diff.after}`,
    ...summary(diff),
    ...(expected.length > 0 ? ['', 'Expected by the rules:', ...expected] : []),
    ...(gaps.length > 0 ? ['', 'Not comparable:', ...gaps] : []),
  ];
  const changes = stat
    ? []
    : diff.changes.flatMap((change, i) => spaced(change, diff.changes[i - 1], paint));
  return `${[...head.map(visible), ...changes].join('\n')}\n`;
}

// What is told in one line each stands together; an object with fields has air around it.
function spaced(
  change: ObjectChange,
  previous: ObjectChange | undefined,
  paint: Paint,
): readonly string[] {
  const lines = changeLines(change, paint);
  const together = previous?.fields.length === 0 && change.fields.length === 0;
  return together ? lines : ['', ...lines];
}

function reasonCounts({ expected }: SnapshotDiff): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { reason } of expected) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts];
}

import { categoryWords, changeCategories } from './categorise.ts';
import { changedLines, lonelyLines } from './line-diff.ts';
import type { FieldChange, ObjectChange, SnapshotDiff } from './snapshot-diff.ts';
import { statLines } from './stat.ts';
import { visible } from './visible.ts';
import {
  concernText,
  mappedText,
  notComparableText,
  objectText,
  renamedText,
  signs,
  tallyText,
  undecidedText,
  valueText,
} from './words.ts';
import { commonWriter, writersText } from './written-by.ts';

/** What a piece of text is, so that it gets a colour. */
export type Tone = '+' | '-' | '~' | '>' | 'heading' | 'concern' | 'quiet';

/** Turns text into coloured text; the identity where colour is not wanted. */
export type Paint = (tone: Tone, text: string) => string;

/** How a diff is printed; by default without colour, field by field. */
export interface TextOptions {
  readonly paint?: Paint;
  /** Only the counts. */
  readonly stat?: boolean;
}

const plain: Paint = (_tone, text) => text;

/** Lines of one object after which its name is told again. */
const screenful = 16;
/** Fields of one object, and lines of one text; JSON has them all. */
const maxFields = 60;
const maxLines = 40;
/** Lines of a text that one side lacks: enough to know it by. */
const maxLonely = 6;
/** Characters of one value. */
const maxValue = 240;

/** The diff for a terminal: a summary, then object by object. Ends in a line feed. */
export function formatText(
  diff: SnapshotDiff,
  { paint = plain, stat = false }: TextOptions = {},
): string {
  const lines = [
    ...headLines(diff, paint),
    ...(stat ? statLines(diff, paint) : changeLines(diff, paint)),
    ...footLines(diff, paint),
  ];
  return `${lines.join('\n')}\n`;
}

function headLines(diff: SnapshotDiff, paint: Paint): readonly string[] {
  const undecided = undecidedText(diff);
  return [
    paint('heading', visible(`${diff.before} → ${diff.after}`)),
    ...(diff.headline.length > 0 ? [visible(diff.headline.join(', '))] : []),
    visible(tallyText(diff)),
    ...(diff.mapped.length > 0
      ? [visible(`Mapped: ${diff.mapped.map(mappedText).join(', ')}`)]
      : []),
    ...(undecided === undefined ? [] : [undecided]),
  ];
}

function changeLines(diff: SnapshotDiff, paint: Paint): readonly string[] {
  const first = diff.changes.filter(({ concerns }) => concerns.length > 0);
  const rest = diff.changes.filter(({ concerns }) => concerns.length === 0);
  const byCategory = Map.groupBy(rest, ({ category }) => category);
  return [
    ...section('What matters first', first, diff, paint),
    ...changeCategories.flatMap((category) =>
      section(categoryWords[category].title, byCategory.get(category) ?? [], diff, paint),
    ),
  ];
}

function section(
  title: string,
  changes: readonly ObjectChange[],
  diff: SnapshotDiff,
  paint: Paint,
): readonly string[] {
  if (changes.length === 0) return [];
  return [
    '',
    paint('heading', `${title} (${changes.length})`),
    ...changes.flatMap((change, i) => {
      const lines = objectLines(change, diff, paint);
      // What is told in one line each stands together; an object with fields has air around it.
      const together = change.fields.length === 0 && changes[i - 1]?.fields.length === 0;
      return together ? lines : ['', ...lines];
    }),
  ];
}

function objectLines(change: ObjectChange, diff: SnapshotDiff, paint: Paint): readonly string[] {
  const sign = signs[change.change];
  const name = visible(`${sign} ${objectText(change.object)}`);
  const renamed = renamedText(change);
  const concerns = change.concerns.map((concern) => concernText(concern, diff)).join(', ');
  const writer = commonWriter(change, diff);
  const oneLine = change.fields.length === 0;
  const head = [
    paint(sign, name),
    ...(renamed === undefined ? [] : [paint('>', visible(`(${renamed})`))]),
    ...(concerns === '' ? [] : [paint('concern', visible(`[${concerns}]`))]),
    ...(oneLine && writer !== undefined ? [paint('quiet', visible(`(${writer})`))] : []),
  ].join('  ');
  const shown = change.fields.slice(0, maxFields);
  const hidden = change.fields.length - shown.length;
  const lines = [
    ...(writer === undefined || oneLine
      ? []
      : [paint('quiet', visible(`    last written by ${writer}`))]),
    ...shown.flatMap((field) => fieldLines(field, writer === undefined ? diff : undefined, paint)),
    ...(hidden > 0 ? [paint('quiet', `    … ${hidden} more fields, in --format json`)] : []),
  ];
  return [head, ...withName(lines, paint('quiet', `${name} (continued)`))];
}

/** On every screen stands what its fields belong to. */
function withName(lines: readonly string[], name: string): readonly string[] {
  return lines.flatMap((line, i) => (i > 0 && i % screenful === 0 ? [name, line] : [line]));
}

function fieldLines(
  change: FieldChange,
  diff: SnapshotDiff | undefined,
  paint: Paint,
): readonly string[] {
  const label = `    ${change.path === '' ? 'count' : change.path}:`;
  const writers = diff && writersText(change, diff);
  const by = writers === undefined ? '' : paint('quiet', visible(`  (${writers})`));
  const lines = changedLines(change) ?? lonelyLines(change);
  if (lines === undefined) return [`${visible(`${label} ${bothTexts(change)}`)}${by}`];
  const shown = lines
    .slice(0, change.before === undefined || change.after === undefined ? maxLonely : maxLines)
    .map(({ sign, text }) =>
      paint(sign === '+' ? '+' : '-', visible(`        ${sign} ${short(text)}`)),
    );
  const more = lines.length - shown.length;
  return [
    `${visible(label)}${by}`,
    ...shown,
    ...(more > 0 ? [paint('quiet', `        … ${more} more lines`)] : []),
  ];
}

function bothTexts({ before, after, at }: FieldChange): string {
  const texts = [before, after].map((value) => short(valueText(value) ?? 'absent')).join(' → ');
  return at === undefined ? texts : `${texts} at place ${at + 1}`;
}

function short(text: string): string {
  return text.length <= maxValue ? text : `${text.slice(0, maxValue)}… (${text.length} characters)`;
}

function footLines(diff: SnapshotDiff, paint: Paint): readonly string[] {
  const reasons = Map.groupBy(diff.expected, ({ reason }) => reason);
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Not comparable', diff.notComparable.map((line) => notComparableText(line, diff))],
    ['Expected by the rules', [...reasons].map(([reason, of]) => `${reason} (${of.length})`)],
    [
      'Rules without effect',
      diff.idleRules.map(({ why, rule, reason }) => `${why}: ${rule} (${reason})`),
    ],
  ];
  return parts.flatMap(([title, lines]) =>
    lines.length === 0
      ? []
      : ['', paint('heading', title), ...lines.map((line) => visible(`  ${line}`))],
  );
}

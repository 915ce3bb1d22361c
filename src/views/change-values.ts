import { changedLines, type DiffLine } from '#diff/line-diff.ts';
import type { FieldChange, SnapshotDiff } from '#diff/snapshot-diff.ts';
import { type Piece, wordDiff } from '#diff/word-diff.ts';
import { writersText } from '#diff/written-by.ts';
import { isFields } from '#snapshot/fields.ts';
import { meaningOf } from './change-meaning.ts';
import { aroundDifference, beginningOf } from './long-text.ts';
import { yamlDocument, yamlText } from './yaml.ts';

/** A value as text; of one with many lines the first, of a long line a part. */
export interface ShownValue {
  readonly text: string;
  /** Lines that were left out. */
  readonly hidden: number;
  /** The text in pieces, where only some of its words differ from the other side. */
  readonly pieces?: readonly Piece[] | undefined;
}

/** A difference in one field, as the page shows it. */
export interface FieldRow {
  readonly path: string;
  /** Absent where that side lacks the field. */
  readonly before?: ShownValue | undefined;
  readonly after?: ShownValue | undefined;
  /** In place of both values, for text of several lines: those that differ. */
  readonly lines?: readonly DiffLine[] | undefined;
  /** Lines that differ and were left out. */
  readonly hidden: number;
  /** Who last wrote the field, where `managedFields` say so. */
  readonly writer?: string | undefined;
  /** What it means, where the field does not say it itself. */
  readonly meaning?: string | undefined;
}

type Sides = Pick<SnapshotDiff, 'before' | 'after'>;

/** Lines of one value, and changed lines of one text. */
const maxLines = 12;
const maxChangedLines = 40;

/** One difference, ready to be shown. */
export function fieldRow(change: FieldChange, sides: Sides): FieldRow {
  const { path } = change;
  const known = { meaning: meaningOf(change), writer: writersText(change, sides) };
  const lines = changedLines(change);
  if (lines === undefined) {
    return { path: path === '' ? 'how many' : path, ...bothValues(change), hidden: 0, ...known };
  }
  const shown = lines.slice(0, maxChangedLines);
  return { path, lines: cutLines(shown), hidden: lines.length - shown.length, ...known };
}

/** Long lines cut, those that stand for one another where they differ. */
function cutLines(lines: readonly DiffLine[]): readonly DiffLine[] {
  return lines.map(({ sign, text }, at) => {
    const other = lines[sign === '-' ? at + 1 : at - 1];
    if (other === undefined || other.sign === sign) return { sign, text: beginningOf(text) };
    const [cut] = aroundDifference(text, other.text);
    return { sign, text: cut };
  });
}

function bothValues({ path, before, after }: FieldChange): Pick<FieldRow, 'before' | 'after'> {
  const [was, is] = [shownValue(path, before), shownValue(path, after)];
  if (was === undefined || is === undefined) return { before: cutValue(was), after: cutValue(is) };
  const texts = aroundDifference(was.text, is.text);
  const [left, right] = [
    { ...was, text: texts[0] },
    { ...is, text: texts[1] },
  ];
  const words = wordDiff(left.text, right.text);
  if (words === undefined) return { before: left, after: right };
  return { before: { ...left, pieces: words.before }, after: { ...right, pieces: words.after } };
}

function shownValue(path: string, value: unknown): ShownValue | undefined {
  if (value === undefined) return undefined;
  const lines = textOf(withoutKey(path, value)).replace(/\n+$/, '').split('\n');
  const shown = lines.slice(0, maxLines);
  return { text: shown.join('\n'), hidden: lines.length - shown.length };
}

function cutValue(value: ShownValue | undefined): ShownValue | undefined {
  return value && { ...value, text: beginningOf(value.text) };
}

/** A list of words stands on one line, what has fields as YAML. */
function textOf(value: unknown): string {
  if (Array.isArray(value) && value.every(isScalar)) return value.map(String).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.keys(value).length === 0 ? 'empty' : yamlText(yamlDocument(value));
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

/**
 * An item of a keyed list without the key that the path ends in, and a mere `value` by itself:
 * `env[name=MODE]` of `{ name: MODE, value: live }` is `live`.
 */
function withoutKey(path: string, value: unknown): unknown {
  const [, key = '', name] = /\[([A-Za-z]+)=([^\]]*)\]$/.exec(path) ?? [];
  if (!isFields(value) || !Object.hasOwn(value, key) || String(value[key]) !== name) return value;
  const rest = Object.entries(value).filter(([field]) => field !== key);
  const [only] = rest;
  return rest.length === 1 && only?.[0] === 'value' ? only[1] : Object.fromEntries(rest);
}

import type { FieldChange, SnapshotDiff } from '#diff/snapshot-diff.ts';
import { valueText } from '#diff/words.ts';
import { writersText } from '#diff/written-by.ts';

/** One field that changed, on a line. */
export interface FieldLine {
  readonly path: string;
  /** Absent where that side lacks the field. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly writer?: string | undefined;
}

/** Longer values are cut; the page of the comparison has them whole. */
const maxValue = 60;

/** A field that changed between two snapshots, in a line. */
export function fieldLine(field: FieldChange, diff: SnapshotDiff): FieldLine {
  return {
    path: field.path === '' ? 'how many' : field.path,
    before: short(valueText(field.before)),
    after: short(valueText(field.after)),
    writer: writersText(field, diff),
  };
}

function short(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const line = text.replace(/\s+/g, ' ');
  return line.length <= maxValue ? line : `${line.slice(0, maxValue)}…`;
}

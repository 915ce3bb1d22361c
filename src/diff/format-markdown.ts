import { changedLines } from './line-diff.ts';
import type { FieldChange, ObjectChange, SnapshotDiff } from './snapshot-diff.ts';
import { visible } from './visible.ts';
import { notComparableText, objectText, signs, tally, valueText } from './words.ts';

/** Text inside a table cell, as code: pipes and back-ticks of a value must not end it. */
function code(text: string): string {
  const flat = visible(text.replace(/\s*\n\s*/g, ' ⏎ ')).replaceAll('|', '\\|');
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${flat} ${fence}` : `${fence}${flat}${fence}`;
}

function cell(value: unknown): string {
  const text = valueText(value);
  return text === undefined ? '*absent*' : text === '' ? '*empty*' : code(text);
}

function row(change: FieldChange): string {
  const { path, before, after } = change;
  const lines = changedLines(change);
  if (lines === undefined) {
    return `| ${code(path === '' ? 'count' : path)} | ${cell(before)} | ${cell(after)} |`;
  }
  const side = (sign: '-' | '+') =>
    lines.flatMap((line) => (line.sign === sign ? [code(line.text.trim())] : [])).join('<br>');
  return `| ${code(path)} | ${side('-')} | ${side('+')} |`;
}

function section(change: ObjectChange, { before, after }: SnapshotDiff): string {
  const head = `### ${signs[change.change]} ${code(objectText(change.object))}`;
  if (change.fields.length === 0) {
    return `${head}\n\nOnly in ${change.change === 'added' ? after : before}.`;
  }
  const table = [`| Field | ${before} | ${after} |`, '|---|---|---|', ...change.fields.map(row)];
  return `${head}\n\n${table.join('\n')}`;
}

/** The diff as GitHub-flavoured Markdown, for a merge request or a ticket. Ends in a line feed. */
export function formatMarkdown(diff: SnapshotDiff): string {
  const { added, removed, modified } = tally(diff);
  const gaps = diff.notComparable.map((line) => `- ${notComparableText(line, diff)}`);
  const parts = [
    `## From ${diff.before} to ${diff.after}`,
    `${modified} changed, ${added} only in ${diff.after}, ${removed} only in ${diff.before}, ${diff.same} the same.`,
    ...(gaps.length > 0 ? [`Not comparable:\n\n${gaps.join('\n')}`] : []),
    ...diff.changes.map((change) => section(change, diff)),
  ];
  return `${parts.join('\n\n')}\n`;
}

import { categoryWords, changeCategories } from './categorise.ts';
import { changedLines } from './line-diff.ts';
import type { FieldChange, ObjectChange, SnapshotDiff } from './snapshot-diff.ts';
import { statByNamespace } from './stat.ts';
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

/** GitHub takes 65,536 characters in a comment, GitLab more. */
const maxLength = 60_000;
/** Characters of one value, lines of one text, fields of one object. */
const maxValue = 200;
const maxLines = 12;
const maxFields = 30;

/** Text as code: pipes and back-ticks of a value must not end it, nor its cell. */
export function code(text: string): string {
  const flat = visible(short(text).replace(/\s*\n\s*/g, ' ⏎ ')).replaceAll('|', '\\|');
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${flat} ${fence}` : `${fence}${flat}${fence}`;
}

/** A word in running text, or in a head cell: nothing in it is Markdown. */
export function plain(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).replace(/[\\`*_{}[\]<>()#|~]/g, '\\$&');
}

function short(text: string): string {
  return text.length <= maxValue ? text : `${text.slice(0, maxValue)}…`;
}

function cell(value: unknown): string {
  const text = valueText(value);
  return text === undefined ? '*absent*' : text.trim() === '' ? '*empty*' : code(text);
}

/** The cells of a field; `writer` is told below its path, where it is no one's who wrote them all. */
function row(change: FieldChange, writer: string | undefined): string {
  const { path, before, after } = change;
  const by = writer === undefined ? '' : `<br>by ${plain(writer)}`;
  const field = `${code(path === '' ? 'count' : path)}${by}`;
  const lines = changedLines(change);
  if (lines === undefined) return `| ${field} | ${cell(before)} | ${cell(after)} |`;
  const side = (sign: '-' | '+') => {
    const own = lines.filter((line) => line.sign === sign).map(({ text }) => cell(text.trim()));
    const more = own.length > maxLines ? [`… ${own.length - maxLines} more lines`] : [];
    return [...own.slice(0, maxLines), ...more].join('<br>');
  };
  return `| ${field} | ${side('-')} | ${side('+')} |`;
}

function section(change: ObjectChange, diff: SnapshotDiff): string {
  const renamed = renamedText(change);
  const concerns = change.concerns.map((concern) => concernText(concern, diff));
  const notes = [...(renamed === undefined ? [] : [renamed]), ...concerns].map(plain).join(', ');
  const head = `${signs[change.change]} ${code(objectText(change.object))}`;
  const title = `#### ${head}${notes === '' ? '' : ` (${notes})`}`;
  const writer = commonWriter(change, diff);
  const by = writer === undefined ? '' : `Last written by ${plain(writer)}.\n\n`;
  const shown = change.fields
    .slice(0, maxFields)
    .map((field) => row(field, writer === undefined ? writersText(field, diff) : undefined));
  const hidden = change.fields.length - shown.length;
  const table = [
    `| Field | ${plain(diff.before)} | ${plain(diff.after)} |`,
    '|---|---|---|',
    ...shown,
  ];
  const more = hidden > 0 ? `\n\n… ${hidden} more fields.` : '';
  return `${title}\n\n${by}${table.join('\n')}${more}`;
}

/** An object that one side has needs a line, not a table. */
function line(change: ObjectChange, diff: SnapshotDiff): string {
  const where = change.change === 'added' ? diff.after : diff.before;
  const notes = change.concerns.map((concern) => `, ${plain(concernText(concern, diff))}`).join('');
  const writer = commonWriter(change, diff);
  const by = writer === undefined ? '' : `, by ${plain(writer)}`;
  return `- \`${signs[change.change]}\` ${code(objectText(change.object))} only in ${plain(where)}${notes}${by}`;
}

/** Blocks of one heading: tables of what both sides have, then a list of what one side has. */
function blocks(
  title: string,
  changes: readonly ObjectChange[],
  diff: SnapshotDiff,
): readonly string[] {
  if (changes.length === 0) return [];
  const both = changes.filter(({ fields }) => fields.length > 0);
  const one = changes.filter(({ fields }) => fields.length === 0);
  return [
    `### ${title}`,
    ...both.map((change) => section(change, diff)),
    ...one.map((change) => line(change, diff)),
  ];
}

function changeBlocks(diff: SnapshotDiff): readonly string[] {
  const rest = diff.changes.filter(({ concerns }) => concerns.length === 0);
  const groups = Map.groupBy(rest, ({ category }) => category);
  const first = diff.changes.filter(({ concerns }) => concerns.length > 0);
  return [
    ...blocks('What matters first', first, diff),
    ...changeCategories.flatMap((category) =>
      blocks(categoryWords[category].title, groups.get(category) ?? [], diff),
    ),
  ];
}

function head(diff: SnapshotDiff): readonly string[] {
  const undecided = undecidedText(diff);
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [`${title}:\n\n${lines.map((each) => `- ${plain(each)}`).join('\n')}`];
  const namespaces = statByNamespace(diff).map(
    ({ label, changed, added, removed }) =>
      `| ${plain(label)} | ${changed} | ${added} | ${removed} |`,
  );
  return [
    `## From ${plain(diff.before)} to ${plain(diff.after)}`,
    ...(diff.headline.length === 0 ? [] : [`**${plain(diff.headline.join(', '))}**`]),
    `${plain(tallyText(diff))}.`,
    ...(undecided === undefined ? [] : [`${undecided}.`]),
    ...list('Mapped', diff.mapped.map(mappedText)),
    ...list(
      'Not comparable',
      diff.notComparable.map((each) => notComparableText(each, diff)),
    ),
    ...list(
      'Rules without effect',
      diff.idleRules.map(({ why, rule, reason }) => `${why}: ${rule} (${reason})`),
    ),
    ...(namespaces.length < 2
      ? []
      : [
          ['| Namespace | ~ | + | − |', '|---|---|---|---|', ...namespaces.slice(0, 30)].join('\n'),
        ]),
  ];
}

/**
 * The diff as GitHub-flavoured Markdown, for a merge request or a ticket: never longer than one takes, and
 * the most consequential first, so that what is cut matters least; with `stat` only the counts. Ends in a
 * line feed.
 */
export function formatMarkdown(
  diff: SnapshotDiff,
  { stat = false }: { readonly stat?: boolean } = {},
): string {
  let text = head(diff)
    .join('\n\n')
    .slice(0, maxLength / 2);
  const parts = stat ? [] : changeBlocks(diff);
  for (const [index, part] of parts.entries()) {
    const glue = part.startsWith('- ') && parts[index - 1]?.startsWith('- ') ? '\n' : '\n\n';
    if (text.length + part.length > maxLength) {
      const left = parts.slice(index).filter((each) => !each.startsWith('### ')).length;
      return `${text}\n\n… ${left} more objects differ: \`clusterbook diff\` shows them all.\n`;
    }
    text += `${glue}${part}`;
  }
  return `${text}\n`;
}

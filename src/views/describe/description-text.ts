import { visible } from '#diff/visible.ts';
import type { Description, Item, Value } from './description.ts';
import { alignTabs, type Cells } from './tab-columns.ts';

/** A description laid out as kubectl prints it, with a line feed at its end. Control characters are made visible. */
export function descriptionText(description: Description): string {
  const cells = description.flatMap((item) => linesOf(item, ''));
  return alignTabs(cells.map((line) => line.map(visible)))
    .map((line) => `${line}\n`)
    .join('');
}

function linesOf(item: Item, indent: string): readonly Cells[] {
  switch (item.type) {
    case 'value':
      return [
        ...(item.inline
          ? item.values.map(({ text }) => [`${indent}${item.label}: ${text}`])
          : valueLines(item.label, joined(item), indent)),
        ...(item.under ?? []).flatMap((each) => linesOf(each, `${indent}  `)),
      ];
    case 'group': {
      const inner = indent + ' '.repeat(item.indent ?? 2);
      const head = `${indent}${item.label}${item.heading ? '' : ':'}`;
      return [[head], ...item.items.flatMap((each) => linesOf(each, inner))];
    }
    case 'lines':
      return [
        [`${indent}${item.label}:`],
        ...item.lines.flatMap(({ text, aside }) =>
          textLines(text).map((line) => cellsOf(`${indent}  ${line}`, aside)),
        ),
      ];
    case 'table':
      return tableLines(item, indent);
    case 'entries':
      return [
        [`${indent}${item.label}:`],
        ...item.entries.flatMap((entry) =>
          item.dashed
            ? dashedLines(entry, indent)
            : entry.flatMap((each) => linesOf(each, `${indent}  `)),
        ),
      ];
    case 'titled':
      return [[''], [item.title], ['===='], ...item.items.flatMap((each) => linesOf(each, indent))];
    case 'file':
      return [
        [`${indent}${item.label}:`],
        ['----'],
        ...textLines(item.text).map((line) => [line]),
        [''],
      ];
    case 'note':
      return [[`${indent}${item.text}`]];
  }
}

function joined({ values, joint }: Extract<Item, { type: 'value' }>): readonly Value[] {
  return joint === undefined ? values : [{ text: values.map(({ text }) => text).join(joint) }];
}

function valueLines(label: string, values: readonly Value[], indent: string): readonly Cells[] {
  return values
    .flatMap(({ text, aside }) => textLines(text).map((line) => ({ line, aside })))
    .map(({ line, aside }, i) => {
      const head = i === 0 ? `${indent}${label}:` : indent;
      return [head, ...cellsOf(line, aside)];
    });
}

function tableLines(
  { label, heads, rows, ruled }: Extract<Item, { type: 'table' }>,
  indent: string,
): readonly Cells[] {
  const inner = label === undefined ? indent : `${indent}  `;
  const rule = heads.map((head) => '-'.repeat(head.length));
  const cells = [
    heads,
    ...(ruled ? [rule] : []),
    ...rows.map((row) => row.map(({ text }) => text)),
  ];
  return [
    ...(label === undefined ? [] : [[`${indent}${label}:`]]),
    ...cells.map(([first = '', ...rest]) => [inner + first, ...rest].map(oneLine)),
  ];
}

/** A member of a list: a dash before its first line. */
function dashedLines(entry: readonly Item[], indent: string): readonly Cells[] {
  const [first = [''], ...rest] = entry.flatMap((item) => linesOf(item, `${indent}    `));
  const [head = '', ...cells] = first;
  return [[`${indent}  - ${head.trimStart()}`, ...cells], ...rest];
}

function cellsOf(text: string, aside: string | undefined): Cells {
  return aside === undefined ? [text] : [text, aside];
}

function textLines(text: string): readonly string[] {
  return text.includes('\n') ? text.split('\n') : [text];
}

/** A cell of a table: a line feed in it would tear the row apart. */
function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}

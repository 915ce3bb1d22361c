import type { Span } from './span.ts';
import { valueAt } from './value-extents.ts';

const blockStart = /(?:[|>][+\-\d]{0,3})?[ \t]*(?:#[^\n]*)?\r?(?:\n|$)/y;
const listItem = /^([ \t]*-[ \t]+)(\S.*?)[ \t]*$/;
const mapEntry = /^[ \t]*(?:- +)*["']?[\w./-]+["']?[ \t]*:(?:[ \t]|$)/;
// Comments, and templates that stand alone on a line, belong to no level.
const aside = /^[ \t]*(?:#|\{\{)/;

/** A line below a key, blank ones left out. */
export interface Line extends Span {
  readonly indent: number;
  readonly text: string;
}

/**
 * The values below a YAML key whose own line ends at `from` without one: the lines of a block scalar or of a plain one,
 * the items of a list, or the entries of a mapping whose key `holds` one. `undefined` when the value is on the line itself.
 */
export function yamlBlock(
  text: string,
  name: Span,
  from: number,
  holds: (key: string) => boolean,
): readonly Span[] | undefined {
  blockStart.lastIndex = from;
  const start = blockStart.exec(text);
  if (start === null) return undefined;
  const lines = linesBelow(text, from + start[0].length, columnOf(text, name.from));
  if (start[0].startsWith('|') || start[0].startsWith('>')) return whole(lines);
  const content = lines.filter((line) => !aside.test(line.text));
  const [first] = content;
  if (first === undefined) return [];
  if (listItem.test(first.text)) return items(content);
  return mapEntry.test(first.text) ? nested(text, content, holds) : whole(content);
}

/** Column of a key; the "- " before it counts, a quote does not. */
function columnOf(text: string, at: number): number {
  const begin = text.lastIndexOf('\n', at) + 1;
  const prefix = text.slice(begin, at).replace(/["']$/, '');
  return prefix.length;
}

/**
 * The lines from a place on that belong to the key in `column`, as YAML indents them. Comments are among them where they
 * are indented as deep, because in a block scalar they are none.
 */
export function linesBelow(text: string, from: number, column: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = from; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const to = newline === -1 ? text.length : newline;
    const line = text.slice(at, to).replace(/\r$/, '');
    const indent = line.search(/\S/);
    const isInside = indent > column || (indent === column && listItem.test(line));
    if (isInside) lines.push({ from: at, to: at + line.length, indent, text: line });
    else if (indent !== -1 && !aside.test(line)) break;
    at = to + 1;
  }
  return lines;
}

function whole(lines: readonly Line[]): readonly Span[] {
  const first = lines[0];
  const last = lines.at(-1);
  return first === undefined || last === undefined
    ? []
    : [{ from: first.from + first.indent, to: last.to }];
}

function items(lines: readonly Line[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { from, text } of lines) {
    const [, dash = '', value = ''] = listItem.exec(text) ?? [];
    if (value !== '' && !mapEntry.test(value)) spans.push(unquoted(from + dash.length, value));
  }
  return spans;
}

function nested(
  text: string,
  lines: readonly Line[],
  holds: (key: string) => boolean,
): readonly Span[] {
  return entriesOf(text, lines)
    .filter(({ key, isNested }) => holds(key) && !isNested)
    .map(({ value }) => value);
}

/** An entry of a mapping: its key without quotes, and its value, which may go over several lines. */
export interface Entry {
  readonly key: string;
  readonly value: Span;
  /** The value is a mapping or list itself, or an alias of one. */
  readonly isNested: boolean;
}

const entryKey = /^[ \t]*["']?([\w./-]+)["']?[ \t]*:[ \t]*/;
const blockSign = /^(?:[|>][+\-\d]{0,3})?\s*$/;

/** The entries of the mapping that begins with the first of these lines; deeper lines belong to the entry above them. */
export function entriesOf(text: string, lines: readonly Line[]): readonly Entry[] {
  const indent = lines.find((line) => !aside.test(line.text))?.indent ?? 0;
  const groups: { readonly head: Line; readonly below: Line[] }[] = [];
  for (const line of lines) {
    if (line.indent > indent) groups.at(-1)?.below.push(line);
    else if (!aside.test(line.text)) groups.push({ head: line, below: [] });
  }
  return groups.map(({ head, below }) => {
    const [before = '', key = ''] = entryKey.exec(head.text) ?? [];
    const onLine = { from: head.from + before.length, to: head.to };
    return {
      key,
      value: entryValue(text, onLine, below),
      isNested: isNested(head.text.slice(before.length), below[0]),
    };
  });
}

function isNested(onLine: string, below: Line | undefined): boolean {
  if (onLine.trim() !== '') return /^[[{&*]/.test(onLine);
  return below !== undefined && (mapEntry.test(below.text) || listItem.test(below.text));
}

function entryValue(text: string, onLine: Span, below: readonly Line[]): Span {
  const [first] = below;
  const last = below.at(-1);
  if (first === undefined || last === undefined) return valueAt(text, onLine.from, 'rest');
  return blockSign.test(text.slice(onLine.from, onLine.to))
    ? { from: first.from + first.indent, to: last.to }
    : { from: onLine.from, to: last.to };
}

function unquoted(from: number, value: string): Span {
  const quoted = /^(["']).*\1$/.test(value) && value.length > 1;
  return quoted
    ? { from: from + 1, to: from + value.length - 1 }
    : { from, to: from + value.length };
}

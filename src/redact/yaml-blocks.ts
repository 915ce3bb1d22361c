import type { Span } from './span.ts';

const blockStart = /(?:[|>][+\-\d]{0,3})?[ \t]*(?:#[^\n]*)?\r?(?:\n|$)/y;
const mapValue = /^[ \t]*["']?([\w./-]+)["']?[ \t]*:[ \t]+(\S.*?)[ \t]*$/;
const listItem = /^([ \t]*-[ \t]+)(\S.*?)[ \t]*$/;
const mapEntry = /^[ \t]*(?:- +)*["']?[\w./-]+["']?[ \t]*:(?:[ \t]|$)/;
// A list of secrets longer than this is none.
const mostLines = 1000;

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
  const [first] = lines;
  if (first === undefined) return [];
  if (listItem.test(first.text)) return items(lines);
  return mapEntry.test(first.text) ? nested(lines, first.indent, holds) : whole(lines);
}

/** Column of a key; the "- " before it counts, a quote does not. */
function columnOf(text: string, at: number): number {
  const begin = text.lastIndexOf('\n', at) + 1;
  const prefix = text.slice(begin, at).replace(/["']$/, '');
  return prefix.length;
}

/** The lines from a place on that belong to the key in `column`, as YAML indents them. */
export function linesBelow(text: string, from: number, column: number): readonly Line[] {
  const lines: Line[] = [];
  let at = from;
  for (let count = 0; at < text.length && count < mostLines; count++) {
    const newline = text.indexOf('\n', at);
    const to = newline === -1 ? text.length : newline;
    const line = text.slice(at, to).replace(/\r$/, '');
    const indent = line.search(/\S/);
    const inside = indent > column || (indent === column && listItem.test(line));
    if (indent !== -1 && !inside) break;
    if (indent !== -1) lines.push({ from: at, to: at + line.length, indent, text: line });
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
  lines: readonly Line[],
  indent: number,
  holds: (key: string) => boolean,
): readonly Span[] {
  const spans: Span[] = [];
  for (const line of lines) {
    const [, key = '', value = ''] = line.indent === indent ? (mapValue.exec(line.text) ?? []) : [];
    if (holds(key) && !/^(?:[[{|>&*]|$)/.test(value)) {
      spans.push(unquoted(line.from + line.text.lastIndexOf(value), value));
    }
  }
  return spans;
}

function unquoted(from: number, value: string): Span {
  const quoted = /^(["']).*\1$/.test(value) && value.length > 1;
  return quoted
    ? { from: from + 1, to: from + value.length - 1 }
    : { from, to: from + value.length };
}

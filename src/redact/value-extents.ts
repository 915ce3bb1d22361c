import { matchAt, type Span } from './span.ts';

/**
 * How far an unquoted value goes: to the end of the line (`line` stops at a comment, `rest` does not), of the member
 * of a flow mapping, or of the word.
 */
export type Extent = 'line' | 'rest' | 'flow' | 'word';

const opening = /(\\{0,8})("""|'''|["'`])/y;
const longestQuoted = 100_000;

/** The value that begins at a place: what is quoted, or as far as `extent` says. A nested mapping is none. */
export function valueAt(text: string, at: number, extent: Extent): Span {
  const open = matchAt(opening, text, at);
  if (open !== null) return quotedValue(text, at + open[0].length, open[0], extent);
  const first = text.charAt(at);
  if (first === '[' && !text.startsWith('[[', at)) return listValue(text, at + 1);
  if (first === '{' && text.charAt(at + 1) !== '{') return { from: at, to: at };
  if (extent === 'line') return lineValue(text, at);
  if (extent === 'rest') return trimmed(text, { from: at, to: endOf(/[\r\n]/g, text, at) });
  return extent === 'flow' ? { from: at, to: endOf(/[,}\]\r\n]/g, text, at) } : bareWord(text, at);
}

function quotedValue(text: string, from: number, open: string, extent: Extent): Span {
  const limit = Math.min(text.length, from + longestQuoted);
  // "{{ print "{{ NAME }}" }}": the quotes inside a template are not the closing ones.
  if (text.startsWith('{{', from)) {
    const line = text.slice(from, Math.min(endOf(/[\r\n]/g, text, from), limit));
    const end = line.lastIndexOf(`}}${open}`);
    if (end !== -1) return { from, to: from + end + 2 };
  }
  let to = text.indexOf(open, from);
  while (to !== -1 && to < limit && isEscaped(text, to, open)) to = text.indexOf(open, to + 2);
  if (to !== -1 && to < limit) return { from, to };
  return extent === 'line' ? lineValue(text, from) : { from, to: endOf(/[\r\n]/g, text, from) };
}

// A backslash before, unless the quotes are escaped themselves; or YAML's doubled single quote.
function isEscaped(text: string, at: number, open: string): boolean {
  if (open.length > 1) return false;
  if (open === "'" && text.charAt(at + 1) === "'") return true;
  let slashes = 0;
  while (slashes < 100 && text.charAt(at - 1 - slashes) === '\\') slashes++;
  return slashes % 2 === 1;
}

function listValue(text: string, from: number): Span {
  const inside = text.slice(from, from + longestQuoted);
  const end = inside.search(/[\][{}]/);
  if (end === -1 || inside.charAt(end) !== ']' || /:\s/.test(inside.slice(0, end)))
    return { from, to: from };
  return trimmed(text, { from, to: from + end });
}

function lineValue(text: string, from: number): Span {
  const end = endOf(/[\r\n]/g, text, from);
  const comment = /(?:^|\s)#\s/.exec(text.slice(from, Math.min(end, from + longestQuoted)));
  return trimmed(text, { from, to: comment === null ? end : from + comment.index });
}

/** Without spaces, and without the comma or semicolon that ends an entry. */
function trimmed(text: string, { from, to }: Span): Span {
  let first = from;
  let last = to;
  while (first < last && /\s/.test(text.charAt(first))) first++;
  while (last > first && /[\s,;]/.test(text.charAt(last - 1))) last--;
  return { from: first, to: last };
}

function endOf(end: RegExp, text: string, from: number): number {
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
}

const template =
  /\$\{[^}\n]{0,256}\}|\$\([^)\n]{0,256}\)|\{\{[^}\n]{0,256}\}\}|<[\w ./-]{1,64}>|‹redacted [^›]{1,160}›/y;
const delimiter = /[\s"'`;&|,)\]}<>\\]/;

/** The word that begins at a place, templates inside it included. */
export function bareWord(text: string, from: number): Span {
  let to = from;
  while (to < text.length) {
    const skipped = matchAt(template, text, to);
    if (skipped !== null) to += skipped[0].length;
    else if (delimiter.test(text.charAt(to))) break;
    else to++;
  }
  return { from, to };
}

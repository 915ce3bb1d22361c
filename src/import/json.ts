import { parseJson } from '#snapshot/json.ts';
import { type Format, lineAt, type ParsedText } from './format.ts';

/** One JSON document, JSON Lines, or JSON documents one after the other. */
export const json: Format = {
  name: 'JSON',
  // A brace alone can begin YAML too (`{kind: Pod}`); in JSON a quote or a bracket must follow.
  recognises: (text) => /^\s*(\{\s*["}]|\[\s*[{\]])/.test(text.slice(0, 4096)),
  read(text) {
    const whole = tryParse(text);
    return whole === undefined ? readSequence(text) : { documents: [whole.value], problems: [] };
  },
};

/** Reads documents that stand one after the other; what lies between them is passed over. */
export function readSequence(text: string): ParsedText {
  const documents: unknown[] = [];
  const problems: string[] = [];
  let start = next(/[{[]/g, text, 0);
  while (start !== -1) {
    const found = documentOnLine(text, start) ?? documentFrom(text, start);
    if (found === undefined) {
      problems.push(`line ${lineAt(text, start)} begins JSON that is not valid or not whole`);
      start = resumeAfter(text, start);
    } else {
      documents.push(found.value);
      start = next(/[{[]/g, text, found.end);
    }
  }
  return { documents, problems };
}

/**
 * Where to go on after what is not JSON: at the next line that begins with a bracket, unless somebody put
 * braces around a whole dump. An object never begins with two.
 */
function resumeAfter(text: string, start: number): number {
  const inner = next(/\S/g, text, start + 1);
  return text[start] === '{' && text[inner] === '{' ? inner : next(/^[{[]/gm, text, start + 1);
}

interface FoundDocument {
  readonly value: unknown;
  /** Index after its last character. */
  readonly end: number;
}

/** JSON Lines: one broken line must not swallow those after it. */
function documentOnLine(text: string, start: number): FoundDocument | undefined {
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? text.length : newline;
  const line = text.slice(start, end).trimEnd();
  if (line.length < 2 || !/[}\]]$/.test(line)) return undefined;
  const parsed = tryParse(line);
  return parsed && { ...parsed, end };
}

function documentFrom(text: string, start: number): FoundDocument | undefined {
  const end = endOfValue(text, start);
  const parsed = end === undefined ? undefined : tryParse(text.slice(start, end));
  return parsed && { ...parsed, end: end ?? text.length };
}

/** Index after the bracket that closes the one at `start`; `undefined` when none does. */
function endOfValue(text: string, start: number): number | undefined {
  const marks = /["{}[\]]/g;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === '"') marks.lastIndex = endOfString(text, mark.index);
    else depth += mark[0] === '{' || mark[0] === '[' ? 1 : -1;
    if (depth === 0) return mark.index + 1;
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end + 1;
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0;
  while (text[quote - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

/** Index of the first match at or after `from`, or -1. The pattern is global. */
function next(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}

function tryParse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: parseJson(text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

import { decodedLength } from './base64.ts';
import { isPlaceholder } from './harmless.ts';
import type { Mark } from './marker.ts';
import { matchAt, type Span } from './span.ts';
import { valueAt } from './value-extents.ts';
import { type Line, linesBelow } from './yaml-blocks.ts';

const secretKind =
  /(?:^|\n)[ \t-]*["']?kind["']?[ \t]*:[ \t]*["']?(?:Sealed)?Secret(?:List)?["']?[ \t]*(?:[\r\n,#]|$)/;
const secretKindInJson = /"kind"\s{0,8}:\s{0,8}"(?:Sealed)?Secret(?:List)?"/;
const dataKey = /^[ \t-]*["']?(data|stringData|encryptedData)["']?[ \t]*:[ \t]*/gm;
const dataKeyInJson = /"(data|stringData|encryptedData)"\s{0,8}:\s{0,8}\{/g;
const entry = /^[ \t]*["']?[\w.-]+["']?[ \t]*:[ \t]*/;
const entryInJson =
  /\s{0,80}"[^"\\]*(?:\\.[^"\\]*)*"\s{0,8}:\s{0,8}"([^"\\]*(?:\\.[^"\\]*)*)"\s{0,8},?/y;

/**
 * A text with the values of the Secrets written out in it masked: manifests in YAML (several in one text too, templates
 * stay) and JSON that does not parse. It goes by lines, so that layout and comments stay and broken YAML is redacted too.
 */
export function redactManifests(text: string, mark: Mark): string {
  if (!text.includes('Secret') && !text.includes('stringData')) return text;
  return text
    .split(/(\n---)/)
    .map((document) => {
      if (secretKind.test(document) || document.includes('stringData:')) {
        return replaceSpans(document, secretsInYaml(document), mark);
      }
      return secretKindInJson.test(document)
        ? replaceSpans(document, secretsInJson(document), mark)
        : document;
    })
    .join('');
}

function replaceSpans(text: string, spans: readonly Span[], mark: Mark): string {
  let result = '';
  let done = 0;
  for (const { from, to } of spans) {
    const value = text.slice(from, to);
    if (from < done || isPlaceholder(value.trim())) continue;
    result += text.slice(done, from) + mark('secret-data', value, decodedLength(value));
    done = to;
  }
  return result + text.slice(done);
}

function secretsInYaml(document: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of document.matchAll(dataKey)) {
    const behind = match.index + match[0].length;
    const onLine = valueAt(document, behind, 'rest');
    // `data: {a: b}` on one line is masked as one.
    if (document.charAt(behind) === '{')
      spans.push({ from: behind + 1, to: endOfFlow(document, behind) });
    else if (onLine.to > onLine.from) continue;
    else
      spans.push(
        ...entries(
          document,
          linesBelow(document, endOfLine(document, behind) + 1, match[0].search(/[^ \t-]/)),
        ),
      );
  }
  return spans;
}

// One span an entry: the rest of its line, or all lines that are deeper than it.
function entries(document: string, lines: readonly Line[]): readonly Span[] {
  const spans: Span[] = [];
  const indent = lines[0]?.indent ?? 0;
  for (const [i, line] of lines.entries()) {
    const key = line.indent === indent ? entry.exec(line.text) : null;
    if (key === null) continue;
    const from = line.from + key[0].length;
    const next = lines.findIndex((each, j) => j > i && each.indent <= indent);
    const below = lines.slice(i + 1, next === -1 ? lines.length : next);
    spans.push(entryValue(document, { from, to: line.to }, below));
  }
  return spans.filter(({ from, to }) => to > from);
}

const blockSign = /^(?:[|>][+\-\d]{0,3})?\s*$/;

function entryValue(document: string, onLine: Span, below: readonly Line[]): Span {
  const [first] = below;
  const last = below.at(-1);
  if (first === undefined || last === undefined) return valueAt(document, onLine.from, 'rest');
  return blockSign.test(document.slice(onLine.from, onLine.to))
    ? { from: first.from + first.indent, to: last.to }
    : { from: onLine.from, to: last.to };
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}

function endOfFlow(text: string, from: number): number {
  const end = text.indexOf('}', from);
  return end === -1 ? text.length : end;
}

function secretsInJson(document: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of document.matchAll(dataKeyInJson)) {
    let at = match.index + match[0].length;
    for (
      let each = matchAt(entryInJson, document, at);
      each !== null;
      each = matchAt(entryInJson, document, at)
    ) {
      const value = each[1] ?? '';
      const from = at + each[0].lastIndexOf(`"${value}"`) + 1;
      spans.push({ from, to: from + value.length });
      at += each[0].length;
    }
  }
  return spans;
}

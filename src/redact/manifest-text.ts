import { decodedLength } from './base64.ts';
import { isPlaceholder } from './harmless.ts';
import type { Mark } from './marker.ts';
import { matchAt, type Span } from './span.ts';
import { valueAt } from './value-extents.ts';
import { entriesOf, linesBelow } from './yaml-blocks.ts';

const secretKind =
  /(?:^|\n)[ \t-]*["']?kind["']?[ \t]*:[ \t]*["']?(?:Sealed)?Secret(?:List)?["']?[ \t]*(?:[\r\n,#]|$)/;
const secretKindInJson = /"kind"\s{0,8}:\s{0,8}"(?:Sealed)?Secret(?:List)?"/;
const dataKey = /^[ \t-]*["']?(data|stringData|encryptedData)["']?[ \t]*:[ \t]*/gm;
const dataKeyInJson = /"(data|stringData|encryptedData)"\s{0,8}:\s{0,8}\{/g;
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
    if (from < done || (value.includes('{{') && isPlaceholder(value.trim()))) continue;
    result += text.slice(done, from) + mark('secret-data', value, decodedLength(value));
    done = to;
  }
  return result + text.slice(done);
}

function secretsInYaml(document: string): readonly Span[] {
  return [...document.matchAll(dataKey)].flatMap((match) => {
    const behind = match.index + match[0].length;
    // `data: {a: b}` on one line is masked as one.
    if (document.charAt(behind) === '{')
      return [{ from: behind + 1, to: endOfFlow(document, behind) }];
    const onLine = valueAt(document, behind, 'rest');
    if (onLine.to > onLine.from) return [];
    const lines = linesBelow(document, endOfLine(document, behind) + 1, match[0].search(/[^ \t-]/));
    return entriesOf(document, lines)
      .map(({ value }) => value)
      .filter(({ from, to }) => to > from);
  });
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

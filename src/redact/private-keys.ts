import type { Mark } from './marker.ts';
import { matchAt } from './span.ts';

const begin = /-{4,5} ?BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}|PuTTY-User-Key-File-\d/g;
const end = /-{4,5} ?END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)? ?-{4,5}|Private-MAC: *[0-9a-f]+/;
// 16,384 bits of RSA, with line ends and indentation.
const longestKey = 40_000;
// What goes on behind BEGIN where END is missing: lines of base64, below indentation, quotes and PEM headers.
const body =
  /(?:(?:[\s"'#>|-]|\\[nrt]|(?:Proc-Type|DEK-Info|Comment|Version):[^\n]{0,200})*[A-Za-z0-9+/]{20,}={0,2})+(?:(?:\s|\\[nrt])*[A-Za-z0-9+/]{1,64}={0,2}(?=[\s"'\\]*$))?/y;

/**
 * The text with private keys in PEM (and PuTTY's own format) masked from BEGIN to END, or as far as a key that was cut off
 * goes. Where documentation only mentions the line that a key begins with, there is nothing to mask.
 */
export function redactPrivateKeys(text: string, mark: Mark): string {
  let result = '';
  let done = 0;
  begin.lastIndex = 0;
  for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
    const from = found.index;
    const to = endOfKey(text, from + found[0].length);
    if (to === undefined) continue;
    result += text.slice(done, from) + mark('private-key', text.slice(from, to));
    done = to;
    begin.lastIndex = to;
  }
  return done === 0 ? text : result + text.slice(done);
}

function endOfKey(text: string, from: number): number | undefined {
  const next = text.indexOf('BEGIN', from);
  const key = text.slice(from, Math.min(next === -1 ? text.length : next, from + longestKey));
  const last = end.exec(key);
  if (last === null) {
    const rest = matchAt(body, text, from);
    return rest === null ? undefined : from + rest[0].length;
  }
  const isEmpty = !/[A-Za-z0-9]/.test(key.slice(0, last.index));
  return isEmpty ? undefined : from + last.index + last[0].length;
}

import { type Source, sourceOf, spansAfter } from './assigned-values.ts';
import { type KeyWord, secretKeyWord } from './key-words.ts';
import { redactKeyed } from './keyed-value.ts';
import type { Mark } from './marker.ts';
import type { Span } from './span.ts';

/** Finds the words by which {@link redactAssignments} finds names: every word of `secret-words.ts` holds one. */
export const nameHints =
  /pass|pwd|psw|psk|pw\b|secret|token|key|cred|auth|cookie|session|bearer|dsn|salt|conn|ur[li]|totp|mnemonic|signature|database|seed|otp|hmac|kek|dek|bootstrap|join|pin\b|securejson/gi;

const longestName = 128;
const nameChar = /[\w.\-/]/;

/**
 * The text with the values beside secret-looking names masked: `key = value`, `key: value`, `--flag value`,
 * `name: KEY` with its `value:`, XML elements, YAML blocks. Everything else, layout included, stays.
 *
 * It walks from hint to hint and reads each name and value once, so it takes linear time on any text.
 */
export function redactAssignments(text: string, mark: Mark): string {
  let result = '';
  let done = 0;
  let source: Source | undefined;
  nameHints.lastIndex = 0;
  for (let hit = nameHints.exec(text); hit !== null; hit = nameHints.exec(text)) {
    const name = nameAround(text, hit.index, done);
    // The name may end before the hint does only when it is empty.
    nameHints.lastIndex = Math.max(name.to, hit.index + 1);
    const word = wordOf(text, name);
    if (word === undefined) continue;
    source ??= sourceOf(text);
    for (const span of spansAfter(source, name, word)) {
      const value = text.slice(span.from, span.to);
      const redacted = redactKeyed(value, word, mark);
      if (redacted === value) continue;
      result += text.slice(done, span.from) + redacted;
      done = span.to;
      nameHints.lastIndex = done;
    }
  }
  return done === 0 ? text : result + text.slice(done);
}

function nameAround(text: string, hit: number, done: number): Span {
  const first = Math.max(done, hit - longestName);
  const last = Math.min(text.length, hit + longestName);
  let from = hit;
  while (from > first && nameChar.test(text.charAt(from - 1))) from--;
  // The n of a JSON escape \n is no letter of the name.
  if (from < hit && text.charAt(from - 1) === '\\' && /[nrt]/.test(text.charAt(from))) from++;
  let to = hit;
  while (to < last && nameChar.test(text.charAt(to))) to++;
  return { from, to };
}

const firstOfTwo =
  /\b(?:api|access|secret|private|encryption|signing|license|client|master)[ \t]$/i;

function wordOf(text: string, { from, to }: Span): KeyWord | undefined {
  const name = text.slice(from, to);
  if (!/^keys?$/i.test(name)) return secretKeyWord(name);
  const before = firstOfTwo.exec(text.slice(Math.max(from - 12, 0), from))?.[0] ?? '';
  return secretKeyWord(before + name);
}

import { parseRedactionMark, redactionMark } from '#snapshot/redaction.ts';
import { decodeBase64, utf8Length } from './base64.ts';

/**
 * The mark that stands for `value`, counted under the rule. An empty value, and one that somebody has redacted
 * already, is returned as it is. `bytes` is the value's length where that is not its length in UTF-8.
 */
export type Mark = (rule: string, value: string, bytes?: number) => string;

/** A {@link Mark} and what it has counted, by rule id. */
export interface Marker {
  readonly mark: Mark;
  readonly counts: ReadonlyMap<string, number>;
}

/** A marker that counts from nothing. `digest` is a keyed digest in hex; without it marks carry none. */
export function marker(digest?: (value: string) => string): Marker {
  const counts = new Map<string, number>();
  const mark: Mark = (rule, value, bytes = utf8Length(value)) => {
    if (value === '' || isRedacted(value)) return value;
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return redactionMark({ rule, bytes, digest: digest?.(value) });
  };
  return { mark, counts };
}

// What other tools leave: support bundles `***HIDDEN***`, k3s `********`, hand-edited dumps `<redacted>`.
const foreignMark =
  /^(?:\*{3,}|[*<[({]{1,3} ?(?:redacted|hidden|masked|removed|filtered|sensitive|scrubbed) ?[*>\])}]{1,3}|redacted)$/i;
const longestForeignMark = 64;

/** Whether a value is a redaction mark: ours, another tool's, or the base64 of another tool's. */
export function isRedacted(value: string): boolean {
  if (value.startsWith('‹')) return parseRedactionMark(value) !== undefined;
  if (value.length < 3 || value.length > longestForeignMark) return false;
  const text = value.trim();
  return foreignMark.test(text) || foreignMark.test(decodeBase64(text)?.trim() ?? '');
}

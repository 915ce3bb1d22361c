// Columns of the index are written so that gzip finds the same bytes again and again.

const lengths = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Each text without what it shares with the one before it, the length of which is its first character:
 * `web`, `web-7d4b9` → `0web`, `3-7d4b9`.
 */
export function frontCoded(texts: readonly string[]): string[] {
  let before = '';
  return texts.map((text) => {
    const most = Math.min(before.length, text.length, lengths.length - 1);
    let shared = 0;
    while (shared < most && before[shared] === text[shared]) shared++;
    before = text;
    return `${lengths[shared]}${text.slice(shared)}`;
  });
}

/** The inverse of {@link frontCoded}. */
export function frontDecoded(codes: readonly string[]): string[] {
  let before = '';
  return codes.map((code) => {
    before = before.slice(0, lengths.indexOf(code.charAt(0))) + code.slice(1);
    return before;
  });
}

/**
 * Numbers that are given out in order, by how long ago each was: 0 for one that is new, 1 for the last new
 * one, 2 for the one before it. What belongs together is met together, so most are small.
 */
export function recencyCoded(): (number: number) => number {
  let next = 0;
  return (number) => {
    if (number !== next) return next - number;
    next += 1;
    return 0;
  };
}

/** The inverse of {@link recencyCoded}. */
export function recencyDecoded(): (code: number) => number {
  let next = 0;
  return (code) => {
    if (code !== 0) return next - code;
    next += 1;
    return next - 1;
  };
}

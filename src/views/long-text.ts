/**
 * Letters shown of one line, or of one value: a minified document may have a million on a line, which nobody reads
 * and no browser lays out at once.
 */
export const maxLetters = 4_000;

/** Letters before the first difference that are shown: enough to see where it stands. */
const lead = 200;

/** The beginning of a text that is too long. */
export function beginningOf(text: string): string {
  return partFrom(text, 0);
}

/** Two texts that differ; of long ones the part in which they begin to. */
export function aroundDifference(before: string, after: string): readonly [string, string] {
  if (Math.max(before.length, after.length) <= maxLetters) return [before, after];
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const start = Math.max(0, same - lead);
  return [partFrom(before, start), partFrom(after, start)];
}

function partFrom(text: string, start: number): string {
  const isWhole = start === 0 && text.length <= maxLetters;
  if (isWhole) return text;
  // Half of a letter that takes two units would be none.
  const part = text
    .slice(start, start + maxLetters)
    .replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
  return `${start > 0 ? '… ' : ''}${part}${start + maxLetters < text.length ? ' …' : ''}`;
}

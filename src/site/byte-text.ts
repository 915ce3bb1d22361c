/**
 * UTF-8 with a letter for each byte, as `latin1` reads it. Whole pages are passed around so: text of ours has
 * letters beyond Latin-1 everywhere, which cost JavaScript two bytes for every letter of the page and a conversion
 * in each direction. Only ASCII may be sought in it, and what is put into it is to be made such text first.
 */
export const byteText = 'latin1';

/** Text as {@link byteText}. */
export function toByteText(text: string): string {
  return Buffer.from(text).toString(byteText);
}

/**
 * A text in pieces of about a length, none of which ends within a character: bytes are made of one after the other,
 * where those of the whole would be a second copy of it.
 *
 * @param length UTF-16 units.
 */
export function* textPieces(text: string, length: number): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const last = text.charCodeAt(from + length - 1);
    const to = from + length + (last >= 0xd800 && last < 0xdc00 ? 1 : 0);
    yield text.slice(from, to);
    from = to;
  }
}

/** The part of fontkit that this project uses; the package ships no types. */
declare module 'fontkit' {
  interface Glyph {
    /** In units of the em. */
    readonly advanceWidth: number;
  }
  interface Font {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
  }
  export function create(file: Uint8Array): Font;
}

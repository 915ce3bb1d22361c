/** What a reader got out of a text. */
export interface ParsedText {
  /** Parsed values in the order they stand in, each a document or one of several in a row. */
  readonly documents: readonly unknown[];
  /** What could not be parsed: where and why, never a piece of the text, which may be a secret. */
  readonly problems: readonly string[];
}

/** A way to write objects down, recognised by what the text looks like and not by the file's name. */
export interface Format {
  /** As in `kubectl List (JSON)`. */
  readonly name: string;
  /** A cheap look: whether the text is worth reading in this format. */
  recognises(text: string): boolean;
  read(text: string): ParsedText;
}

/** Number of the line that holds a character, counted from 1. */
export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1))
    line++;
  return line;
}

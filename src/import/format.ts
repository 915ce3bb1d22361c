/** The fields of a list besides its items, as far as they are known. */
export type ListHeader = Readonly<Record<string, unknown>>;

/** A piece of a text, as a reader comes upon it. */
export type Part =
  | { readonly type: 'document'; readonly value: unknown; readonly size: number }
  /** One of the items of a list that is too long to be held; the list itself comes after all of them. */
  | {
      readonly type: 'item';
      readonly value: unknown;
      /** Without it the item stands in an array, or in a list that says nothing of itself. */
      readonly list: ListHeader | undefined;
      readonly size: number;
    }
  /** The end of such a list: now it is known to be whole. An array has no header. */
  | { readonly type: 'list'; readonly header: ListHeader | undefined }
  /** What could not be parsed: where and why, never a piece of the text, which may be a secret. */
  | { readonly type: 'problem'; readonly text: string };

/** Reads one text, which comes in pieces cut anywhere. */
export interface TextReader {
  /** As in `kubectl List (JSON)`; known when the text was read. */
  readonly name: string;
  push(text: string): Iterable<Part>;
  end(): Iterable<Part>;
}

/** A way to write objects down, recognised by what the text looks like and not by the file's name. */
export interface Format {
  /** A cheap look: whether a text that begins so is worth reading in this format. */
  recognises(head: string): boolean;
  /** @param head How the text begins; all of it is pushed later. */
  open(head: string): TextReader;
}

/** All parts of a text that is whole. */
export function* partsOf(format: Format, text: string): Generator<Part> {
  const reader = format.open(text);
  yield* reader.push(text);
  yield* reader.end();
}

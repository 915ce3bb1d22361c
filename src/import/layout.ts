/**
 * What a file's place in a dump says of what it holds. Objects need it only where they do not say it
 * themselves. All parts are as the path writes them, and none need be true.
 */
export interface PathHint {
  /** Plural, kind or short name: `pods`, `Pod`, `pvcs`. */
  readonly resource?: string | undefined;
  readonly group?: string | undefined;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
}

/** A file's place in a layout: what to expect in it, or why there is no object to expect. */
export type Place =
  | { readonly hint: PathHint }
  /** `is a log`, in the words of a report. */
  | { readonly passedOver: string };

/** How a tool lays out the files of a dump. */
export interface Layout {
  /** As the report calls it: `must-gather`. */
  readonly name: string;
  /** The place of a file, by its path in the dump; `undefined` when no file of the layout lies there. */
  placeOf(path: string): Place | undefined;
}

/** A line of a text, and what it means if the catalogue knows. */
export interface Explained {
  /** The line as it stands, indentation included. */
  readonly text: string;
  readonly note?: string | undefined;
}

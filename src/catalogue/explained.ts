/** A line of a text, and what it means if the catalogue knows. */
export interface Explained {
  /** The line as it stands, indentation included. */
  readonly text: string;
  readonly note?: string | undefined;
  /**
   * A setting whose value is empty, zero or null and so asks for its default: its path in the file with that
   * value, `authentication.webhook.cacheTTL: 0s`. Absent where that is worth a line.
   */
  readonly unset?: string | undefined;
}

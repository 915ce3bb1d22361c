/** What a command-line flag of a component means. */
export interface Flag {
  /** Without the dashes. */
  readonly name: string;
  /** Its effect, in one sentence that does not repeat the name. */
  readonly meaning: string;
  /** When the value decides what to say: exact values, or `''` for an empty one. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Flags that answer one question. */
export interface FlagGroup {
  readonly title: string;
  readonly flags: readonly Flag[];
  /** Keys and certificates: listed by name, folded away. */
  readonly folded?: boolean;
}

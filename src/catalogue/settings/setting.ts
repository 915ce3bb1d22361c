import type { Default } from '#catalogue/flags/defaults.ts';

/** A setting of a configuration file. */
export interface Setting {
  /** Its effect, in one or two sentences that do not repeat the name. */
  readonly meaning: string;
  /** What it is when nobody sets it; `''` for nothing. Absent where that depends on the machine. */
  readonly standard?: Default;
  /** Worth a line even when it is not set. */
  readonly telling?: boolean;
}

/** Settings by their path in the file, `authentication.webhook.cacheTTL`. Lists are not entered. */
export type Settings = Readonly<Record<string, Setting>>;

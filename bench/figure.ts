import { join } from 'node:path';
import type { Measure, Usage } from './measure.ts';

/** One line of the report. */
export interface Line {
  readonly what: string;
  readonly usage: Usage;
  /** The figure to reach, as DESIGN §7 has it. */
  readonly goal?: string;
  /** What else does the same work; its processor time is what ours is compared with. */
  readonly peer?: { readonly what: string; readonly usage: Usage };
}

/** What a figure gets to work with. */
export interface Bench {
  readonly measure: Measure;
  /** An empty folder of its own. */
  readonly folder: string;
}

/** Measures one thing and tells its lines as they are known. */
export type Figure = (bench: Bench) => AsyncIterable<Line>;

/** The command line of our program. */
export function clusterbook(...args: readonly string[]): readonly string[] {
  return [process.execPath, join(import.meta.dirname, '../scripts/clusterbook.mjs'), ...args];
}

/** The command line that runs a figure's own file, for work of which our program has no command. */
export function itself(file: string, ...args: readonly string[]): readonly string[] {
  return [process.execPath, file, ...args];
}

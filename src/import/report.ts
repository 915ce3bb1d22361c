import type { GroupKind } from '#snapshot/object-id.ts';

/** Something of a file that could not be read, or that a reader should know. */
export interface Remark {
  readonly file: string;
  readonly text: string;
  /** How often it holds: items of one list often share a fault. */
  readonly count: number;
}

/** What an import says besides its result. */
export interface ImportReport {
  /** Layouts and shapes found: `must-gather`, `kubectl List (JSON)`. Sorted. */
  readonly formats: readonly string[];
  /** Files that held something. */
  readonly files: number;
  /** Objects as they came, those that are there twice twice. */
  readonly read: readonly (GroupKind & { readonly count: number })[];
  /** What was not read. Everything else was kept. */
  readonly unreadable: readonly Remark[];
  /** What was read, but not as it stands. */
  readonly remarks: readonly Remark[];
  /** Objects that were in the dump more than once, each further one counted. */
  readonly duplicates: number;
  /** Files that are no data: logs, pictures, scripts, prose; with the reason. */
  readonly ignored: readonly Remark[];
}

/** Files that are named; of a dump with more that could not be read, nobody would read the list. */
const maxFiles = 10_000;

/** Remarks as they come in; equal ones of one file are counted. */
export class Remarks {
  readonly #counts = new Map<string, Map<string, number>>();

  add(name: string, text: string, count = 1): void {
    const file = this.#counts.size < maxFiles || this.#counts.has(name) ? name : 'further files';
    const texts = this.#counts.get(file) ?? new Map<string, number>();
    texts.set(text, (texts.get(text) ?? 0) + count);
    this.#counts.set(file, texts);
  }

  list(): Remark[] {
    return [...this.#counts].flatMap(([file, texts]) =>
      [...texts].map(([text, count]) => ({ file, text, count })),
    );
  }
}

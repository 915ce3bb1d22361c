import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compareCodePoints } from '#snapshot/json.ts';
import { openLinesFile } from './lines-file.ts';

/** A line under the key that decides its place. */
export interface KeyedLine {
  readonly key: string;
  readonly line: string;
}

/** Lines in any order, of which a bounded number is in memory and the others lie in sorted files. */
export interface SortedRuns {
  add(line: KeyedLine): Promise<void> | undefined;
  /** What was added so far stays, whatever {@link rollback} drops later. */
  commit(): Promise<void>;
  /** Drops what was added since the last commit, or since the start. */
  rollback(): Promise<void>;
  /**
   * All lines by key; of those with the same key the one that was added last.
   *
   * @param first Lines, in order, that count as added before all others.
   */
  merged(first: AsyncIterable<KeyedLine>): AsyncIterable<KeyedLine>;
  /** Removes the files. */
  clear(): Promise<void>;
}

/** How much is kept in memory and open at once. */
interface Bounds {
  /** UTF-16 units of lines in memory. */
  readonly held: number;
  /** Files merged at once. */
  readonly files: number;
}

const usual: Bounds = { held: 8 * 1024 * 1024, files: 32 };

/** Begins an empty collection. `folder` is its own and holds its files; `keyOf` reads the key of a line back. */
export function sortedRuns(
  folder: string,
  keyOf: (line: string) => string,
  bounds: Bounds = usual,
): SortedRuns {
  return new Runs(folder, keyOf, bounds);
}

/** The lines of a file that `lines-file.ts` wrote, sealed or not. */
export async function* linesOf(
  path: string,
  keyOf: (line: string) => string,
): AsyncGenerator<KeyedLine> {
  for await (const text of textLines(path)) {
    if (text === '[' || text === ']' || text === '') continue;
    const line = text.endsWith(',') ? text.slice(0, -1) : text;
    yield { key: keyOf(line), line };
  }
}

/** Not `readLines`, which also ends a line at U+2028, and JSON may hold that as it is. */
async function* textLines(path: string): AsyncGenerator<string> {
  let rest = '';
  const chunks = createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>;
  for await (const chunk of chunks) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

/** Lines of one side of the last commit: those in memory, and the files of those that found no room. */
interface Side {
  readonly lines: KeyedLine[];
  readonly files: string[];
}

class Runs implements SortedRuns {
  readonly #folder: string;
  readonly #keyOf: (line: string) => string;
  readonly #bounds: Bounds;
  // Every line of the one is older than every line of the other.
  readonly #kept: Side = { lines: [], files: [] };
  readonly #fresh: Side = { lines: [], files: [] };
  #held = 0;
  #made = 0;

  constructor(folder: string, keyOf: (line: string) => string, bounds: Bounds) {
    this.#folder = folder;
    this.#keyOf = keyOf;
    this.#bounds = bounds;
  }

  add(keyed: KeyedLine): Promise<void> | undefined {
    this.#fresh.lines.push(keyed);
    this.#held += keyed.line.length;
    return this.#held > this.#bounds.held ? this.#spill() : undefined;
  }

  async commit(): Promise<void> {
    // Lines in memory are younger than those in files: the older ones go first.
    if (this.#fresh.files.length > 0) await this.#spillSide(this.#kept);
    this.#kept.files.push(...this.#fresh.files.splice(0));
    for (const keyed of this.#fresh.lines.splice(0)) this.#kept.lines.push(keyed);
  }

  async rollback(): Promise<void> {
    for (const { line } of this.#fresh.lines.splice(0)) this.#held -= line.length;
    await Promise.all(this.#fresh.files.splice(0).map((file) => rm(file)));
  }

  async *merged(first: AsyncIterable<KeyedLine>): AsyncGenerator<KeyedLine> {
    await this.commit();
    await this.#spill();
    const { files } = this.#kept;
    while (files.length > this.#bounds.files) {
      const oldest = files.splice(0, this.#bounds.files);
      files.unshift(await this.#write(merge(oldest.map((file) => linesOf(file, this.#keyOf)))));
      await Promise.all(oldest.map((file) => rm(file)));
    }
    yield* merge([first, ...files.map((file) => linesOf(file, this.#keyOf))]);
  }

  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #spill(): Promise<void> {
    await this.#spillSide(this.#kept);
    await this.#spillSide(this.#fresh);
    this.#held = 0;
  }

  async #spillSide({ lines, files }: Side): Promise<void> {
    if (lines.length === 0) return;
    const sorted = lines.splice(0).sort((a, b) => compareCodePoints(a.key, b.key));
    files.push(await this.#write(sorted));
  }

  async #write(lines: Iterable<KeyedLine> | AsyncIterable<KeyedLine>): Promise<string> {
    const path = join(this.#folder, String(this.#made++));
    const file = await openLinesFile(path);
    try {
      for await (const { line } of lines) await file.add(line);
      await file.commit();
    } finally {
      await file.close();
    }
    return path;
  }
}

interface Head {
  readonly lines: AsyncIterator<KeyedLine>;
  readonly next: KeyedLine;
}

/** Merges sorted lines, the older sources first; of equal keys the last line of the youngest source stays. */
async function* merge(sources: readonly AsyncIterable<KeyedLine>[]): AsyncGenerator<KeyedLine> {
  const heads: Head[] = [];
  const opened = sources.map((source) => source[Symbol.asyncIterator]());
  try {
    for (const lines of opened) await advance(heads, heads.length, lines);
    let last: KeyedLine | undefined;
    for (let at = least(heads); at !== -1; at = least(heads)) {
      const { lines, next } = heads[at] as Head;
      if (last !== undefined && last.key !== next.key) yield last;
      last = next;
      await advance(heads, at, lines);
    }
    if (last !== undefined) yield last;
  } finally {
    await Promise.all(opened.map((lines) => lines.return?.()));
  }
}

/** Replaces a head by the next line of its source, or removes it when there is none. */
async function advance(heads: Head[], at: number, lines: Head['lines']): Promise<void> {
  const { done, value } = await lines.next();
  if (done) heads.splice(at, 1);
  else heads.splice(at, 1, { lines, next: value });
}

/** The first of the heads with the lowest key; -1 when there are none. */
function least(heads: readonly Head[]): number {
  let found = -1;
  heads.forEach(({ next }, at) => {
    const best = heads[found];
    if (best === undefined || compareCodePoints(next.key, best.next.key) < 0) found = at;
  });
  return found;
}

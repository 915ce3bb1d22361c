import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { canonicalLine, canonicalPieces, compareCodePoints, parseJson } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { groupKindKey, groupKindOf } from '#snapshot/object-id.ts';
import { textPieces } from '#snapshot/text-pieces.ts';
import { better } from './better-copy.ts';

/** An object on its way into a snapshot. */
export interface Spooled {
  /** Redacted: what does not fit in memory lies on disk for a while. */
  readonly object: KubeObject;
  /** Values taken out of it, by rule. */
  readonly redactions: Readonly<Record<string, number>>;
  /** About how many characters its JSON has. */
  readonly size: number;
}

interface Entry {
  readonly key: string;
  /** Its line in a run on disk; an object that was not there yet has none. */
  readonly line?: string;
  readonly spooled?: Spooled;
}

/** How much a spool does with. */
export interface SpoolSizes {
  /** Characters of JSON held in memory before they go to disk. */
  readonly held: number;
  /** Runs of about the same length before they are merged into one, so that few files are open at once. */
  readonly runs: number;
}

const usual: SpoolSizes = { held: 8 * 2 ** 20, runs: 16 };

/**
 * Puts the objects of a dump in order and merges those that are in it more than once, with a bounded
 * memory: what is too much is sorted and written to a temporary folder, and merged from there.
 */
export class Spool implements AsyncDisposable {
  readonly #sizes: SpoolSizes;
  #duplicates = 0;
  #held: Entry[] = [];
  #size = 0;
  #folder: string | undefined;
  #files = 0;
  /** Runs on disk; those of a level were merged as often. */
  readonly #levels: string[][] = [];

  constructor(sizes: SpoolSizes = usual) {
    this.#sizes = sizes;
  }

  /** Objects that were in the dump more than once, each further one counted; known after `merged`. */
  get duplicates(): number {
    return this.#duplicates;
  }

  add(spooled: Spooled): void {
    this.#held.push({ key: keyOf(spooled.object), spooled });
    this.#size += spooled.size;
  }

  /**
   * Writes to disk what is too much to be held. To be called when nobody else holds on to what was added: a
   * large object, the text it was read from and its line would be in memory at once.
   */
  async relieve(): Promise<void> {
    if (this.#size > this.#sizes.held) await this.#spill();
  }

  /**
   * All objects, each once, by kind in today's group, then namespace and name: within a kind the order of
   * a resource file.
   */
  async *merged(): AsyncGenerator<Spooled> {
    const runs = [...this.#levels.flat().map(entriesOf), this.#sorted()];
    for await (const { line, spooled } of this.#unique(runs)) {
      yield spooled ?? fromLine(line ?? '');
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true });
  }

  #sorted(): Entry[] {
    const sorted = this.#held.sort((a, b) => compareCodePoints(a.key, b.key));
    this.#held = [];
    this.#size = 0;
    return sorted;
  }

  async #spill(): Promise<void> {
    await this.#write([this.#sorted()], 0);
    for (const [level, runs] of this.#levels.entries()) {
      if (runs.length < this.#sizes.runs) continue;
      await this.#write(runs.map(entriesOf), level + 1);
      await Promise.all(runs.splice(0).map((run) => rm(run)));
    }
  }

  async #write(runs: readonly Run[], level: number): Promise<void> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'clusterbook-import-'));
    const path = join(this.#folder, String(this.#files++));
    await pipeline(Readable.from(linesOf(this.#unique(runs))), createWriteStream(path));
    this.#levels[level] ??= [];
    this.#levels[level].push(path);
  }

  /** The entries of several sorted runs in order, those of one object merged. */
  async *#unique(runs: readonly Run[]): AsyncGenerator<Entry> {
    let last: Entry | undefined;
    for await (const entry of inOrder(runs)) {
      if (last?.key === entry.key) {
        this.#duplicates++;
        last = betterOf(last, entry);
      } else {
        if (last !== undefined) yield last;
        last = entry;
      }
    }
    if (last !== undefined) yield last;
  }
}

type Run = Iterable<Entry> | AsyncIterable<Entry>;

/** Never meets itself in two kinds: no kind and no group holds a newline. */
function keyOf(object: KubeObject): string {
  const { name, namespace = '' } = object.metadata;
  return `${groupKindKey(groupKindOf(object))}\n${namespace}/${name}`;
}

async function* inOrder(runs: readonly Run[]): AsyncGenerator<Entry> {
  const heads: { entry: Entry; readonly rest: AsyncIterator<Entry> | Iterator<Entry> }[] = [];
  for (const run of runs) {
    const rest = Symbol.asyncIterator in run ? run[Symbol.asyncIterator]() : run[Symbol.iterator]();
    const { value, done } = await rest.next();
    if (!done) heads.push({ entry: value, rest });
  }
  while (heads.length > 0) {
    const first = heads.reduce((a, b) => (compareCodePoints(b.entry.key, a.entry.key) < 0 ? b : a));
    yield first.entry;
    const { value, done } = await first.rest.next();
    if (done) heads.splice(heads.indexOf(first), 1);
    else first.entry = value;
  }
}

function betterOf(a: Entry, b: Entry): Entry {
  const [left, right] = [a, b].map(({ line, spooled }) => spooled ?? fromLine(line ?? ''));
  if (left === undefined || right === undefined) return a;
  return { key: a.key, spooled: better(left.object, right.object) === left.object ? left : right };
}

/** Characters written at a time: their bytes are a copy. */
const pieceLength = 2 ** 20;

/** A line for the key, so that runs are merged without parsing objects, and one for the object. */
async function* linesOf(entries: AsyncIterable<Entry>): AsyncGenerator<string> {
  for await (const { key, line, spooled } of entries) {
    const before = `${JSON.stringify(key)}\n`;
    if (line !== undefined) yield* withLong(before, line);
    else if (spooled !== undefined) {
      const { object, redactions, size } = spooled;
      const start = `${before}[${JSON.stringify(redactions)},`;
      if (size < pieceLength) yield `${start}${canonicalLine(object)}]\n`;
      else {
        yield start;
        yield* canonicalPieces(object);
        yield ']\n';
      }
    }
  }
}

function* withLong(before: string, line: string): Generator<string> {
  if (line.length < pieceLength) {
    yield `${before}${line}\n`;
    return;
  }
  yield before;
  yield* textPieces(line, pieceLength);
  yield '\n';
}

function fromLine(line: string): Spooled {
  const [redactions, object] = parseJson(line) as [Spooled['redactions'], KubeObject];
  return { object, redactions, size: line.length };
}

async function* entriesOf(path: string): AsyncGenerator<Entry> {
  let key: string | undefined;
  for await (const line of linesIn(path)) {
    if (key === undefined) key = JSON.parse(line) as string;
    else {
      yield { key, line };
      key = undefined;
    }
  }
}

/** Node's own reader of lines also ends them at U+2028, which JSON may hold. */
async function* linesIn(path: string): AsyncGenerator<string> {
  let pieces: string[] = [];
  for await (const text of createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>) {
    const lines = text.split('\n');
    for (const line of lines.slice(0, -1)) {
      yield pieces.length === 0 ? line : `${pieces.join('')}${line}`;
      pieces = [];
    }
    pieces.push(lines.at(-1) ?? '');
  }
}

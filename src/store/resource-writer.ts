import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalLine, canonicalPieces, compareCodePoints } from '#snapshot/json.ts';
import { isKubeObject, type KubeObject } from '#snapshot/kube-object.ts';
import {
  type Outcome,
  type Resource,
  type ResourceType,
  resourceFile,
} from '#snapshot/manifest.ts';
import { type LinesFile, openLinesFile, type SealedFile } from './lines-file.ts';
import { linesOf, type SortedRuns, sortedRuns } from './sorted-runs.ts';

/**
 * Writes the file of one resource as its objects come, and forgets them. Its methods are awaited one
 * after the other.
 */
export interface ResourceWriter {
  /**
   * Appends redacted objects, in any order.
   *
   * @param length About how many characters their JSON has, where that may be very many.
   */
  add(objects: readonly KubeObject[], length?: number): Promise<void>;
  /** What was added so far stays, whatever `rollback` drops later: a page of a list is whole. */
  commit(): Promise<void>;
  /** Drops what was added since the last commit: a page breaks off and is asked for again. */
  rollback(): Promise<void>;
  /** Drops all that was added, so that the list can be read again from its start. */
  restart(): Promise<void>;
  /** Seals the file and writes the ledger line. Without a single object there is no file. */
  end(outcome: Outcome): Promise<Resource>;
}

/** Characters from which on a line is not made beside its object. */
const longLine = 4 * 2 ** 20;

/** The order of a resource file, and of an API server's lists: its storage keys end like this. */
export function sortKey({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

/**
 * A writer into the folder of a snapshot that is being made. `onEnd` gets the ledger line.
 */
export function resourceWriter(
  folder: string,
  type: ResourceType,
  onEnd: (resource: Resource) => void,
): ResourceWriter {
  return new Writer(join(folder, resourceFile(type)), type, onEnd);
}

class Writer implements ResourceWriter {
  readonly #path: string;
  readonly #type: ResourceType;
  readonly #onEnd: (resource: Resource) => void;
  /** What came in order, which for a live list is all. */
  #file: LinesFile | undefined;
  #lastKey = '';
  #keptKey = '';
  /** What came after the first object that was out of order. */
  #runs: SortedRuns | undefined;

  constructor(path: string, type: ResourceType, onEnd: (resource: Resource) => void) {
    this.#path = path;
    this.#type = type;
    this.#onEnd = onEnd;
  }

  async add(objects: readonly KubeObject[], length = 0): Promise<void> {
    if (objects.length === 0) return;
    this.#file ??= await openLinesFile(this.#path);
    for (const object of objects) {
      const key = sortKey(object);
      const full =
        length > longLine && this.#isNext(key)
          ? this.#appendLong(this.#file, key, object)
          : this.#append(this.#file, key, canonicalLine(object));
      if (full !== undefined) await full;
    }
  }

  #isNext(key: string): boolean {
    return this.#runs === undefined && compareCodePoints(this.#lastKey, key) < 0;
  }

  /** The line is never held as a whole. */
  #appendLong(file: LinesFile, key: string, object: KubeObject): Promise<void> {
    this.#lastKey = key;
    return file.addPieces(canonicalPieces(object));
  }

  #append(file: LinesFile, key: string, line: string): Promise<void> | undefined {
    // Equal keys are one object that was listed twice.
    if (this.#runs === undefined && !this.#isNext(key)) {
      this.#runs = sortedRuns(`${this.#path}.runs`, keyOfLine);
    }
    if (this.#runs !== undefined) return this.#runs.add({ key, line });
    this.#lastKey = key;
    return file.add(line);
  }

  async commit(): Promise<void> {
    await this.#file?.commit();
    await this.#runs?.commit();
    this.#keptKey = this.#lastKey;
  }

  async rollback(): Promise<void> {
    await this.#file?.rollback();
    await this.#runs?.rollback();
    this.#lastKey = this.#keptKey;
  }

  async restart(): Promise<void> {
    await this.#runs?.clear();
    await this.#file?.close();
    if (this.#file !== undefined) await rm(this.#path, { force: true });
    this.#runs = undefined;
    this.#file = undefined;
    this.#lastKey = '';
    this.#keptKey = '';
  }

  async end(outcome: Outcome): Promise<Resource> {
    const sealed = await this.#seal();
    const resource = { ...this.#type, ...outcome, ...sealed };
    this.#onEnd(resource);
    return resource;
  }

  async #seal(): Promise<Pick<Resource, 'count' | 'bytes' | 'sha256'>> {
    const file = this.#file;
    if (file === undefined) return nothing;
    const sealed = await (this.#runs === undefined ? file.seal() : this.#merge(file, this.#runs));
    if (sealed.count > 0) return sealed;
    await rm(this.#path);
    return nothing;
  }

  async #merge(unsorted: LinesFile, runs: SortedRuns): Promise<SealedFile> {
    await unsorted.commit();
    await unsorted.close();
    const sorted = await openLinesFile(`${this.#path}.sorted`);
    try {
      const lines = runs.merged(linesOf(this.#path, keyOfLine));
      for await (const { line } of lines) await sorted.add(line);
      const sealed = await sorted.seal();
      await rename(`${this.#path}.sorted`, this.#path);
      return sealed;
    } finally {
      await sorted.close();
      await runs.clear();
    }
  }
}

const nothing = { count: 0, bytes: 0 };

function keyOfLine(line: string): string {
  const object: unknown = JSON.parse(line);
  return isKubeObject(object) ? sortKey(object) : '';
}

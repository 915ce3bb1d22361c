import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { textPieces } from '#snapshot/text-pieces.ts';
import { writing } from './disk-error.ts';

/** A JSON array on disk, one line an item, written from its start to its end. */
export interface LinesFile {
  /** Appends an item, written as one line of JSON. Resolves when there is room for the next. */
  add(line: string): Promise<void> | undefined;
  /** Appends an item whose line comes in pieces, none of which ends within a character. */
  addPieces(pieces: Iterable<string>): Promise<void>;
  /** What was added so far stays, whatever {@link rollback} drops later. */
  commit(): Promise<void>;
  /** Drops what was added since the last commit, or since the start. */
  rollback(): Promise<void>;
  /** Ends the array and stores it for good. */
  seal(): Promise<SealedFile>;
  /** Closes the file as it is. Harmless after `seal`. */
  close(): Promise<void>;
}

/** What the ledger says of a file. */
export interface SealedFile {
  readonly count: number;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** How far a file has been written. */
interface Position {
  readonly count: number;
  readonly bytes: number;
  readonly hash: Hash;
}

// Large enough that writing costs little, small enough for many files at once.
const bufferSize = 256 * 1024;
const longestPiece = 64 * 1024;
const longestMark = 2;

/**
 * Begins a file that must not be there yet, and the folder it lies in. An empty one is `[`, a line end and `]`.
 *
 * @throws {UserError} When the disk takes no more, here and in all that is done to the file.
 */
export function openLinesFile(path: string): Promise<LinesFile> {
  return writing(path, async () => {
    await mkdir(dirname(path), { recursive: true });
    return new BufferedLines(path, await open(path, 'wx'));
  });
}

class BufferedLines implements LinesFile {
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #buffer = Buffer.allocUnsafeSlow(bufferSize);
  /** Bytes that wait in the buffer. */
  #waiting = 0;
  #hash = createHash('sha256');
  #bytes = 0;
  #count = 0;
  #kept: Position = { count: 0, bytes: 0, hash: createHash('sha256') };
  #open = true;

  constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  add(line: string): Promise<void> | undefined {
    if (this.#hasRoomFor(longestMark + line.length)) {
      // One after the other: together they would be a copy of the line.
      this.#waiting += this.#buffer.write(this.#nextMark(), this.#waiting);
      this.#waiting += this.#buffer.write(line, this.#waiting);
      return undefined;
    }
    return this.addPieces([line]);
  }

  /** The bytes of a long line are never held as a whole. */
  async addPieces(pieces: Iterable<string>): Promise<void> {
    await this.#append(this.#nextMark());
    for (const long of pieces) {
      for (const piece of textPieces(long, longestPiece)) await this.#append(piece);
    }
  }

  async #append(piece: string): Promise<void> {
    if (!this.#hasRoomFor(piece.length)) await this.#flush();
    this.#waiting += this.#buffer.write(piece, this.#waiting);
  }

  /** What stands between two lines, or before the first. */
  #nextMark(): string {
    return this.#count++ === 0 ? '[\n' : ',\n';
  }

  /** Three bytes are the most that UTF-8 needs for a UTF-16 unit. */
  #hasRoomFor(length: number): boolean {
    return length * 3 <= bufferSize - this.#waiting;
  }

  async commit(): Promise<void> {
    await this.#flush();
    this.#kept = { count: this.#count, bytes: this.#bytes, hash: this.#hash.copy() };
  }

  async rollback(): Promise<void> {
    const { count, bytes, hash } = this.#kept;
    this.#waiting = 0;
    if (this.#bytes > bytes) await this.#handle.truncate(bytes);
    this.#count = count;
    this.#bytes = bytes;
    this.#hash = hash.copy();
  }

  async seal(): Promise<SealedFile> {
    await this.#flush();
    await this.#write(Buffer.from(this.#count === 0 ? '[\n]\n' : '\n]\n'));
    // Before the folder is moved: a power cut must not find a manifest that tells of bytes never stored.
    await writing(this.#path, () => this.#handle.sync());
    await this.close();
    return { count: this.#count, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#handle.close();
  }

  async #flush(): Promise<void> {
    const bytes = this.#buffer.subarray(0, this.#waiting);
    this.#waiting = 0;
    if (bytes.length > 0) await this.#write(bytes);
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    let written = 0;
    while (written < bytes.length) {
      const left = bytes.length - written;
      const at = this.#bytes + written;
      const from = written;
      const write = () => this.#handle.write(bytes, from, left, at);
      written += (await writing(this.#path, write)).bytesWritten;
    }
    this.#bytes += bytes.length;
  }
}

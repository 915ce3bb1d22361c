import type { ImportBounds } from '#config/config.ts';
import { UserError } from '#user-error.ts';

/** How far archives may unfold. A small file can hold more zeros than there is memory and disk. */
export interface ImportLimits {
  /** Bytes that all archives of a dump may unpack to. */
  readonly expandedBytes: number;
  /** How many times larger than itself one archive may become, once it is no longer small. */
  readonly ratio: number;
  /** What is small cannot do harm, and ratios of little mean little: bytes of one archive that are free. */
  readonly freeBytes: number;
  /** Archives in archives; `.tar.gz` counts as two. */
  readonly nesting: number;
}

/**
 * Lists of objects shrink to a twentieth, logs that repeat themselves to a hundredth. A bomb that is worth
 * its name shrinks to a thousandth, which is as much as gzip can do.
 */
export const usualLimits: ImportLimits = {
  expandedBytes: 64 * 2 ** 30,
  ratio: 250,
  freeBytes: 64 * 2 ** 20,
  nesting: 8,
};

/** The limits of a configuration; what it leaves open is as usual. */
export function limitsOf(bounds: ImportBounds): ImportLimits {
  const { maxExpandedMegabytes, maxExpansionRatio, maxNesting } = bounds;
  return {
    ...usualLimits,
    ...(maxExpandedMegabytes && { expandedBytes: maxExpandedMegabytes * 2 ** 20 }),
    ...(maxExpansionRatio && { ratio: maxExpansionRatio }),
    ...(maxNesting && { nesting: maxNesting }),
  };
}

/** What one document may be, so that memory stays below 250 MB and four times the document. In UTF-16 units. */
export const documentLimits = {
  /** No object of an API server has more than some millions. */
  length: 2 ** 26,
  /** Of one string: looking for secrets in it takes several times as much. */
  text: 2 ** 23,
} as const;

/** Words for a {@link documentLimits document or text} that is too long, and what is to be done. */
export function tooLong(what: 'a document' | 'a text'): string {
  const million = what === 'a text' ? 8 : 67;
  return `${what} of more than ${million} million characters, which no API server takes: shorten it, or leave it out`;
}

/** Words for a document that would fill the memory by its many values. */
export const tooHeavy =
  'a document with more values than are held at once: divide it, or leave it out';

/** An archive that cannot be read on. What came out of it before stays. */
export class ArchiveError extends Error {}

/** What a library threw while it unpacked, as an error of the archive; errors of the disk stay theirs. */
export function asArchiveError(error: unknown): unknown {
  if (error instanceof ArchiveError || error instanceof UserError) return error;
  if (error instanceof Error && !('syscall' in error)) {
    return new ArchiveError('is damaged or cut short');
  }
  return error;
}

/** What archives of one dump unpack to. */
export class Expansion {
  readonly limits: ImportLimits;
  #total = 0;

  constructor(limits: ImportLimits = usualLimits) {
    this.limits = limits;
  }

  /**
   * The bytes that come out of a packed stream, counted.
   *
   * @param packed Bytes that went into it so far.
   * @throws {ArchiveError} When they are too many for what went in.
   * @throws {UserError} When the dump as a whole becomes too large.
   */
  async *count(
    unpacked: AsyncIterable<Uint8Array>,
    packed: () => number,
  ): AsyncGenerator<Uint8Array> {
    const { ratio, freeBytes } = this.limits;
    let length = 0;
    for await (const chunk of unpacked) {
      length += chunk.length;
      this.#total += chunk.length;
      this.#check(this.#total, 'The archives of this dump unpack to more than');
      if (length > freeBytes && length > ratio * packed()) {
        throw new ArchiveError(
          `unpacks to more than ${ratio} times its size: not read any further`,
        );
      }
      yield chunk;
    }
  }

  /**
   * The bytes of an archive that is put down on disk to be read, which may never end.
   *
   * @throws {UserError} When they are more than the whole dump may unpack to.
   */
  async *bounded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let length = 0;
    for await (const chunk of bytes) {
      length += chunk.length;
      this.#check(length, 'An archive that must be put down on disk to be read is larger than');
      yield chunk;
    }
  }

  #check(length: number, what: string): void {
    if (length <= this.limits.expandedBytes) return;
    throw new UserError(`${what} ${Math.round(this.limits.expandedBytes / 2 ** 20)} MiB.`, {
      hint: 'If that is what you expect, allow more with "import": { "maxExpandedMegabytes": … } in clusterbook.config.json.',
    });
  }
}

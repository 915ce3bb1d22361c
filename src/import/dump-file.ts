/** One file of a dump, wherever it lies: on disk, in a pipe, in an archive in an archive. */
export interface DumpFile {
  /** How messages call it: the path as the user would write it, `stdin`, `bundle.tgz/pods.json`. */
  readonly name: string;
  /** Path below what the user gave, through archives, with `/`: what a layout looks at. */
  readonly path: string;
  /** Whether the user named this very file, so that silence about it would be wrong. */
  readonly given: boolean;
  /** Bytes, where that is known ahead. */
  readonly size: number | undefined;
  /** Where on disk it lies by itself, for readers that must jump about in it. */
  readonly onDisk: string | undefined;
  /** When it was last written, in milliseconds. */
  readonly modified: number;
  /** Its bytes; to be asked for once. */
  bytes(): AsyncIterable<Uint8Array>;
}

/** Something in a dump that is not opened. */
export interface PassedOver {
  readonly name: string;
  /** Why, in the words of a report: `is a link`. */
  readonly passedOver: string;
  /** Whether objects may be lost by it; otherwise nobody would expect any there. */
  readonly refused?: true;
}

/** The first bytes of a stream, and the whole stream again. */
export interface Peeked {
  /** At least `wanted` bytes, unless the stream has fewer. */
  readonly head: Uint8Array;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Lets go of a stream that is not read to its end. */
  close(): Promise<void>;
}

/** Reads ahead far enough to tell what a stream holds. */
export async function peek(stream: AsyncIterable<Uint8Array>, wanted: number): Promise<Peeked> {
  const chunks = stream[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < wanted) {
    const { value, done } = await chunks.next();
    if (done) break;
    parts.push(value);
    length += value.length;
  }
  const [only] = parts;
  const head = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
  const close = async () => void (await chunks.return?.());
  return { head, bytes: resumed(head, chunks), close };
}

async function* resumed(
  head: Uint8Array,
  chunks: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}

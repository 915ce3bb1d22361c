import { pipeline, Readable } from 'node:stream';
import { type ExtractEvents, extract } from 'tar-stream';
import { type Archive, fileIn } from './archive.ts';
import type { DumpFile, PassedOver } from './dump-file.ts';
import { asArchiveError } from './limits.ts';

/** tar, of any age: a header is known by its sum. */
export const tar: Archive = {
  recognises: hasHeader,
  async *files(archive, bytes) {
    const entries = extract();
    pipeline(Readable.from(bytes), entries, () => {});
    try {
      for await (const entry of entries) {
        const file = fileOf(archive, entry);
        if (file !== undefined) yield file;
        // What was not read goes by, or the next entry would never come.
        entry.resume();
      }
    } catch (error) {
      throw asArchiveError(error);
    }
  },
};

/** An entry: its header, and its bytes as a stream. */
type TarEntry = ExtractEvents['entry'][1];

function fileOf(archive: DumpFile, entry: TarEntry): DumpFile | PassedOver | undefined {
  const { name, type, size, mtime } = entry.header;
  const path = `${archive.name}/${name}`;
  switch (type) {
    case 'directory':
      return undefined;
    case 'link':
    case 'symlink':
      return { name: path, passedOver: 'is a link' };
    case 'file':
    case 'contiguous-file':
      return fileIn(archive, {
        path: name,
        size,
        modified: mtime?.getTime() ?? 0,
        bytes: () => bytesOf(entry),
      });
    default:
      return { name: path, passedOver: 'is no ordinary file' };
  }
}

/** A reader that stops early must not destroy the entry: the whole archive would go with it. */
async function* bytesOf(entry: TarEntry): AsyncGenerator<Uint8Array> {
  const chunks = entry[Symbol.asyncIterator]();
  try {
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      const chunk: unknown = next.value;
      if (chunk instanceof Uint8Array) yield chunk;
    }
  } catch (error) {
    throw asArchiveError(error);
  }
}

const sumField = { from: 148, to: 156 };

/** The sum of a header's bytes stands in it, its own field counted as blanks. */
function hasHeader(head: Uint8Array): boolean {
  if (head.length < 512 || head[0] === 0) return false;
  const field = String.fromCharCode(...head.subarray(sumField.from, sumField.to));
  const said = /^\s*([0-7]+)[\0\s]/.exec(field)?.[1];
  if (said === undefined) return false;
  const sum = head
    .subarray(0, 512)
    .reduce((total, byte, index) => total + (isInSum(index) ? 0x20 : byte), 0);
  return sum === Number.parseInt(said, 8);
}

function isInSum(index: number): boolean {
  return index >= sumField.from && index < sumField.to;
}

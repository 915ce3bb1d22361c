import { buffer } from 'node:stream/consumers';
import * as yauzl from 'yauzl';
import { type Archive, fileIn } from './archive.ts';
import type { DumpFile, PassedOver } from './dump-file.ts';
import { ArchiveError, asArchiveError, type Expansion } from './limits.ts';

/** A zip that does not lie on disk by itself must be held, since its list of files stands at its end. */
const maxHeld = 256 * 2 ** 20;

const options: yauzl.Options = { lazyEntries: true, decodeStrings: false, autoClose: false };

/** zip. */
export const zip: Archive = {
  recognises: ([p, k, third, fourth]) =>
    p === 0x50 &&
    k === 0x4b &&
    ((third === 0x03 && fourth === 0x04) || (third === 0x05 && fourth === 0x06)),
  async *files(archive, bytes, expansion) {
    try {
      const file = await open(archive, bytes);
      try {
        for await (const entry of file.eachEntry()) {
          const found = fileOf(archive, file, entry, expansion);
          if (found !== undefined) yield found;
        }
      } finally {
        file.close();
      }
    } catch (error) {
      throw asArchiveError(error);
    }
  },
};

async function open(archive: DumpFile, bytes: AsyncIterable<Uint8Array>): Promise<yauzl.ZipFile> {
  if (archive.onDisk !== undefined) return yauzl.openPromise(archive.onDisk, options);
  return yauzl.fromBufferPromise(await buffer(bounded(bytes)), options);
}

async function* bounded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > maxHeld) {
      throw new ArchiveError(
        'is a zip of more than 256 MiB that is no file by itself: unpack it first',
      );
    }
    yield chunk;
  }
}

function fileOf(
  archive: DumpFile,
  zipFile: yauzl.ZipFile,
  entry: yauzl.Entry,
  expansion: Expansion,
): DumpFile | PassedOver | undefined {
  const path = pathOf(entry);
  const name = `${archive.name}/${path}`;
  if (path.endsWith('/')) return undefined;
  if (isLink(entry)) return { name, passedOver: 'is a link' };
  if (!entry.canDecodeFileData()) {
    return { name, passedOver: 'is encrypted, or packed in an unknown way', refused: true };
  }
  return fileIn(archive, {
    path,
    size: entry.uncompressedSize,
    modified: entry.getLastModDate().getTime(),
    bytes: () => expansion.count(bytesOf(zipFile, entry), () => entry.compressedSize),
  });
}

function pathOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: yauzl.Entry): string {
  return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields ?? [], false);
}

/** Upper half of the attributes: the mode that Unix gives a file. */
function isLink({ externalFileAttributes }: yauzl.Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}

async function* bytesOf(file: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Uint8Array> {
  try {
    yield* await file.openReadStreamPromise(entry);
  } catch (error) {
    throw asArchiveError(error);
  }
}

import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as yauzl from 'yauzl';
import { type Archive, fileIn } from './archive.ts';
import type { DumpFile, PassedOver } from './dump-file.ts';
import { asArchiveError, type Expansion } from './limits.ts';

const options: yauzl.Options = { lazyEntries: true, decodeStrings: false, autoClose: false };

/** zip. */
export const zip: Archive = {
  recognises: ([p, k, third, fourth]) =>
    p === 0x50 &&
    k === 0x4b &&
    ((third === 0x03 && fourth === 0x04) || (third === 0x05 && fourth === 0x06)),
  async *files(archive, bytes, expansion) {
    try {
      await using resources = new AsyncDisposableStack();
      const path = archive.onDisk ?? (await onDisk(expansion.bounded(bytes), resources));
      const file = await yauzl.openPromise(path, options);
      resources.defer(() => file.close());
      for await (const entry of file.eachEntry()) {
        const found = fileOf(archive, file, entry, expansion);
        if (found !== undefined) yield found;
      }
    } catch (error) {
      throw asArchiveError(error);
    }
  },
};

/** A zip is read from its end, so one from a pipe or an archive is put down for as long as it is read. */
async function onDisk(
  bytes: AsyncIterable<Uint8Array>,
  resources: AsyncDisposableStack,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clusterbook-import-'));
  resources.defer(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'archive.zip');
  await pipeline(bytes, createWriteStream(path));
  return path;
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

import { pipeline, Readable, type Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { Archive } from './archive.ts';
import { asArchiveError } from './limits.ts';

/** Bytes that come out at a time: each passes through several hands. */
const chunkSize = 128 * 1024;

/** gzip. */
export const gzip = packed([0x1f, 0x8b], () => createGunzip({ chunkSize }));

/** Zstandard. */
export const zstd = packed([0x28, 0xb5, 0x2f, 0xfd], () => createZstdDecompress({ chunkSize }));

/** One file, packed; what is in it is the same file to a reader, and often an archive again. */
function packed(magic: readonly number[], unpacker: () => Transform): Archive {
  return {
    recognises: (head) => magic.every((byte, index) => head[index] === byte),
    async *files(archive, bytes, expansion) {
      let read = 0;
      const counted = async function* () {
        for await (const chunk of bytes) {
          read += chunk.length;
          yield chunk;
        }
      };
      yield {
        ...archive,
        path: archive.path.replace(/\.(gz|zst)$/i, '').replace(/\.tgz$/i, '.tar'),
        size: undefined,
        onDisk: undefined,
        bytes: () => expansion.count(unpack(counted(), unpacker()), () => read),
      };
    },
  };
}

async function* unpack(
  bytes: AsyncIterable<Uint8Array>,
  unpacker: Transform,
): AsyncGenerator<Uint8Array> {
  // Whatever goes wrong also ends the unpacker's own stream.
  pipeline(Readable.from(bytes), unpacker, () => {});
  try {
    yield* unpacker as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw asArchiveError(error);
  }
}

import type { Archive } from './archive.ts';
import { gzip, zstd } from './packed.ts';
import { tar } from './tar.ts';
import { zip } from './zip.ts';

const archives: readonly Archive[] = [gzip, zstd, zip, tar];

/** The archive that begins so, or `undefined` when it is none. */
export function archiveOf(head: Uint8Array): Archive | undefined {
  return archives.find((archive) => archive.recognises(head));
}

const otherMagic: Readonly<Record<string, readonly number[]>> = {
  xz: [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  bzip2: [0x42, 0x5a, 0x68],
  '7-Zip': [0x37, 0x7a, 0xbc, 0xaf],
  RAR: [0x52, 0x61, 0x72, 0x21],
};

/** The name of a packer that is known and not read. */
export function otherPacker(head: Uint8Array): string | undefined {
  return Object.keys(otherMagic).find((name) =>
    otherMagic[name]?.every((byte, index) => head[index] === byte),
  );
}

import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

const newline = 0x0a;

/** What a file turned out to be; compare `LinesFile`, which says the same of one that is written. */
export interface ReadFile {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

// A line is some kB, and a read costs little more than a line.
const chunkSize = 1024 * 1024;

/**
 * Reads a file line by line, from its start to its end, and works out the digest of it. No more of the
 * file is in memory than a chunk and the line that it cuts.
 *
 * @param onLine Gets each line without its end, as bytes that the next line may overwrite.
 * @returns `undefined` when the file cannot be read.
 */
export async function readLines(
  path: string,
  onLine: (line: Buffer) => void,
): Promise<ReadFile | undefined> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    return await readAll(file, onLine);
  } finally {
    await file.close();
  }
}

async function readAll(file: FileHandle, onLine: (line: Buffer) => void): Promise<ReadFile> {
  const hash = createHash('sha256');
  let buffer = Buffer.allocUnsafeSlow(chunkSize);
  let bytes = 0;
  /** How many bytes of a line that has not ended yet stand at the start of the buffer. */
  let begun = 0;
  for (;;) {
    if (begun === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    const { bytesRead } = await file.read(buffer, begun, buffer.length - begun);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(begun, begun + bytesRead));
    bytes += bytesRead;
    const filled = buffer.subarray(0, begun + bytesRead);
    const rest = passLines(filled, begun, onLine);
    buffer.copyWithin(0, rest, filled.length);
    begun = filled.length - rest;
  }
  if (begun > 0) onLine(buffer.subarray(0, begun));
  return { bytes, sha256: hash.digest('hex') };
}

/** Passes on each whole line; returns where the first that is cut begins. No line ends before `from`. */
function passLines(filled: Buffer, from: number, onLine: (line: Buffer) => void): number {
  let start = 0;
  let end = filled.indexOf(newline, from);
  while (end !== -1) {
    onLine(filled.subarray(start, end));
    start = end + 1;
    end = filled.indexOf(newline, start);
  }
  return start;
}

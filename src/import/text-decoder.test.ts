import { expect, test } from 'vitest';
import { decoderFor } from './text-decoder.ts';

/** The text of bytes that come one by one; `undefined` when they are none. */
function decodeText(bytes: Uint8Array): string | undefined {
  const decoder = decoderFor(bytes);
  if (decoder === undefined) return undefined;
  try {
    return [...bytes].map((byte) => decoder.push(Uint8Array.of(byte))).join('') + decoder.end();
  } catch {
    return undefined;
  }
}

test('PowerShell writes UTF-16 with a byte order mark', () => {
  expect(decodeText(Buffer.from('\uFEFFkind: Pod\n', 'utf16le'))).toBe('kind: Pod\n');
});

test('a byte order mark is no part of the text', () => {
  expect(decodeText(Buffer.from('\uFEFF{"kind":"Pod"}'))).toBe('{"kind":"Pod"}');
});

test.each([
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x00, 0x1a]],
  ['bytes that are not UTF-8', [0x6b, 0xff, 0xfe, 0xfd]],
])('%s is no text', (_, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBeUndefined();
});

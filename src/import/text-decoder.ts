/** Turns the bytes of a file into text, as they come. */
export interface ByteDecoder {
  /** @throws {TypeError} When the bytes are no text. */
  push(bytes: Uint8Array): string;
  end(): string;
}

/**
 * A decoder for a file that begins so, or `undefined` when that is no text. UTF-16 with a byte order mark
 * is what PowerShell writes for `kubectl get … > file`.
 */
export function decoderFor(head: Uint8Array): ByteDecoder | undefined {
  const encoding = utf16(head);
  if (encoding === undefined && head.subarray(0, 8192).includes(0)) return undefined;
  const decoder = new TextDecoder(encoding ?? 'utf-8', { fatal: true });
  return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

function utf16([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/**
 * The text of a file, or `undefined` when it is none. UTF-16 with a byte order mark is what PowerShell
 * writes for `kubectl get … > file`.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = utf16(bytes);
  if (encoding === undefined && bytes.subarray(0, 8192).includes(0)) return undefined;
  try {
    return new TextDecoder(encoding ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // Not UTF-8, or longer than the longest string there can be.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function utf16([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

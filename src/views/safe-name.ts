const plain = /^(?!\.)[a-z0-9._-]*$/;
const encoder = new TextEncoder();

function isPlain(byte: number, first: boolean): boolean {
  if (byte === 0x2e) return !first;
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2d ||
    byte === 0x5f
  );
}

/**
 * A name written with `a-z 0-9 - _ .` only; every other byte of its UTF-8, and a leading dot, becomes
 * `~hh`: `'system:node'` → `'system~3anode'`. Different names stay different, also where a file system
 * ignores case. Safe as a path segment (length aside), as an element's id and in a fragment.
 */
export function safeName(name: string): string {
  if (plain.test(name)) return name;
  let safe = '';
  for (const byte of encoder.encode(name)) {
    safe += isPlain(byte, safe === '')
      ? String.fromCharCode(byte)
      : `~${byte.toString(16).padStart(2, '0')}`;
  }
  return safe;
}

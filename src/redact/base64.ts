const encoder = new TextEncoder();
const alphabet = /^[A-Za-z0-9+/_-]+$/;

/** Length of a text in UTF-8 bytes. */
export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}

/** Number of bytes that a base64 text decodes to; its own length in bytes where it is not base64. */
export function decodedLength(text: string): number {
  const base64 = withoutSpace(text).replace(/={1,2}$/, '');
  return alphabet.test(base64) ? Math.floor((base64.length * 3) / 4) : utf8Length(text);
}

/** The text that base64 (standard or URL alphabet) stands for; `undefined` where it is no base64, or not of text. */
export function decodeBase64(text: string): string | undefined {
  const base64 = withoutSpace(text).replace(/={1,2}$/, '');
  // One character alone is no byte; asking here saves the cost of an exception for every second word of a text.
  if (!alphabet.test(base64) || base64.length % 4 === 1) return undefined;
  const binary = atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
  return isText(binary) ? binary : undefined;
}

function withoutSpace(text: string): string {
  return /\s/.test(text) ? text.replaceAll(/\s+/g, '') : text;
}

// Bytes above 0x7f pass: UTF-8 text has them, and what is looked for is ASCII.
function isText(binary: string): boolean {
  for (let i = 0; i < binary.length; i++) {
    const code = binary.charCodeAt(i);
    if (code < 32 && code !== 10 && code !== 13 && code !== 9) return false;
  }
  return true;
}

/** The characters of JSON that a scanner looks for, as UTF-16 units. */
export const mark = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
  newline: 0x0a,
} as const;

/** `-`, a digit, or the `t`, `f`, `n` of true, false, null. */
export function isScalar(code: number): boolean {
  return code === 0x2d || isDigit(code) || code === 0x74 || code === 0x66 || code === 0x6e;
}

/** Letters, digits, `+`, `-` and `.`; whether they make a number is seen when it is parsed. */
export function isScalarPart(code: number): boolean {
  if (code === 0x2b || code === 0x2d || code === 0x2e || code === 0x45) return true;
  return isDigit(code) || (code >= 0x61 && code <= 0x7a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

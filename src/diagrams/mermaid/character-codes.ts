/**
 * Mermaid's character codes (`#34;`, `#quot;`) come out as they were written when labels are SVG text.
 * So each is replaced by a sign of the private use area before Mermaid reads the text, and by the
 * escaped character in the markup: exact, and never markup itself.
 */
const privateUse = 0xe000;
const plane = 0x80;

const named: Readonly<Record<string, number>> = {
  quot: 34,
  amp: 38,
  apos: 39,
  lt: 60,
  gt: 62,
  semi: 59,
  num: 35,
  nbsp: 160,
};

/** Replaces character codes by signs that Mermaid leaves alone. */
export function shelterCodes(text: string): string {
  return text.replace(/#(\d{1,7}|[a-z]{2,6});/g, (code, name: string) => {
    const codePoint = /^\d/.test(name) ? Number(name) : named[name];
    if (codePoint === undefined || codePoint > 0x10ffff) return code;
    return String.fromCodePoint(codePoint < plane ? privateUse + codePoint : codePoint);
  });
}

/** Puts the characters back, escaped for markup. */
export function restoreCodes(markup: string): string {
  return markup.replace(/[\ue020-\ue07e]/g, (sign) => `&#${sign.charCodeAt(0) - privateUse};`);
}

/** The text as it will be read, to measure it. */
export function shelteredText(text: string): string {
  return text.replace(/[\ue020-\ue07e]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - privateUse),
  );
}

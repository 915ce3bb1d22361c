/** A part of a text: from the first character to behind the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Runs a sticky pattern at one place of a text. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** From a place up to the next `end`, or to the text's own end. */
export function upTo(text: string, from: number, end: string): Span {
  const to = text.indexOf(end, from);
  return { from, to: to === -1 ? text.length : to };
}

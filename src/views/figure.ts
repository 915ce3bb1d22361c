/** A drawn diagram and what must stand beside it. Strings are text unless they say markup. */
export interface Figure {
  /** Markup of the `<svg>`, complete and escaped. */
  readonly svg: string;
  /** Natural width in px; the figure scrolls before its text falls under 11 px. */
  readonly width: number;
  readonly caption: string;
  /** Every edge as a sentence: the figure as a list. */
  readonly list: readonly string[];
  /** Mermaid source of the same diagram. */
  readonly mermaid: string;
  /** What was left out to keep it readable, if anything. */
  readonly omitted?: string | undefined;
  /** Where all of it is listed, if something was left out. */
  readonly complete?: { readonly label: string; readonly href: string } | undefined;
  /** Line styles that occur in it, for the legend. */
  readonly evidence: readonly ('proven' | 'typical' | 'unseen')[];
  /** Signs of states that occur in it, for the legend, the worst first. */
  readonly states: readonly ('bad' | 'warn' | 'ok' | 'done' | 'unknown')[];
}

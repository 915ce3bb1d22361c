import type { Health } from '#kinds/kind.ts';
import type { Entry } from '#model/model.ts';
import { type Prose, text } from './chapters/prose.ts';
import type { Links } from './links.ts';
import { refOf } from './refs.ts';

/** A cell of a section's table. */
export interface SectionCell {
  readonly says: readonly Prose[];
  /** Before the words: shape, colour and word. */
  readonly state?: Health | undefined;
  /** A bar before the words: the part of a whole, in percent; over 100 is drawn full. */
  readonly percent?: number | undefined;
  /** In small type below. */
  readonly why?: readonly Prose[] | undefined;
}

/** A row, or with `group` a heading over the rows that follow. */
export type SectionRow =
  | { readonly group: string }
  | { readonly cells: readonly SectionCell[]; readonly id?: string | undefined };

export interface SectionTable {
  /** What the rows are: for screen readers, and above the table where a section has several. */
  readonly label: string;
  readonly heads: readonly string[];
  /** Columns of numbers, counted from 0. */
  readonly numeric: readonly number[];
  /** The first column holds long names. */
  readonly hasLongNames?: boolean;
  /** What the rows are, in the plural: `nodes`. Given, the table gets a filter and sorts. */
  readonly searched?: string;
  readonly rows: readonly SectionRow[];
}

/** A part of a page that consists of sentences and tables. */
export interface PageSection {
  readonly id: string;
  readonly label: string;
  /** Paragraphs above the tables. */
  readonly says: readonly (readonly Prose[])[];
  readonly tables: readonly SectionTable[];
  /** One sentence in place of the tables: what is absent, and what that means. */
  readonly absent?: readonly Prose[] | undefined;
  /** The sentence is about what was not captured: a page may tell several such in one place. */
  readonly isUnknown?: boolean;
  /** Below the tables: what was left out, and the page that has it. */
  readonly more?: { readonly label: string; readonly href: string } | undefined;
}

/** A cell of plain words, or of running text. */
export function cell(
  says: string | readonly Prose[],
  more: Omit<SectionCell, 'says'> = {},
): SectionCell {
  return { says: typeof says === 'string' ? [text(says)] : says, ...more };
}

/** A link to an object with its glyph. */
export function refProse(links: Links, entry: Entry): Prose {
  return { type: 'ref', ref: refOf(entry, links.object) };
}

/** `[a] [b] [c] and 4 more`: objects as links, the first few. */
export function refsProse(links: Links, entries: readonly Entry[], most = 4): readonly Prose[] {
  const rest = entries.length - most;
  const shown = rest > 1 ? entries.slice(0, most) : entries;
  const refs = shown.flatMap((entry, i) => [...(i > 0 ? [text(' ')] : []), refProse(links, entry)]);
  return rest > 1 ? [...refs, text(` and ${rest.toLocaleString('en')} more`)] : refs;
}

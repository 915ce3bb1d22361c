import type { ObjectId } from '#snapshot/object-id.ts';

/** One value as kubectl prints it. */
export interface Value {
  readonly text: string;
  /** The object that the text names, whether or not the snapshot holds it. */
  readonly names?: ObjectId | undefined;
  /** What kubectl prints in a column behind it: `Optional: true`. */
  readonly aside?: string | undefined;
}

/**
 * One piece of what `kubectl describe` says of an object. `indent` is what kubectl indents the inside
 * by where that is not 2.
 *
 * - `value`: a label and its value; several stand a line each, and what belongs to it stands `under` it.
 *   `inline` ones are not aligned with others.
 * - `group`: a label over further items. A `heading` has no colon.
 * - `lines`: a label over lines that have none: arguments, mounts.
 * - `table`: heads and rows; `ruled` when kubectl underlines the heads.
 * - `entries`: a label over a list whose members are items themselves, `dashed` when each begins with a dash.
 * - `titled`: a title underlined as in a letter, over items: the data of a Secret.
 * - `file`: text of many lines under its name.
 * - `note`: a sentence.
 */
export type Item =
  | {
      readonly type: 'value';
      readonly label: string;
      readonly values: readonly Value[];
      readonly under?: readonly Item[] | undefined;
      /** What stands between values that share a line. */
      readonly joint?: string | undefined;
      readonly inline?: true;
    }
  | {
      readonly type: 'group';
      readonly label: string;
      readonly items: readonly Item[];
      readonly heading?: true;
      readonly indent?: number | undefined;
    }
  | { readonly type: 'lines'; readonly label: string; readonly lines: readonly Value[] }
  | {
      readonly type: 'table';
      readonly label?: string | undefined;
      readonly heads: readonly string[];
      readonly rows: readonly (readonly Value[])[];
      readonly ruled: boolean;
    }
  | {
      readonly type: 'entries';
      readonly label: string;
      readonly entries: readonly (readonly Item[])[];
      readonly dashed: boolean;
    }
  | { readonly type: 'titled'; readonly title: string; readonly items: readonly Item[] }
  | { readonly type: 'file'; readonly label: string; readonly text: string }
  | { readonly type: 'note'; readonly text: string };

/** What `kubectl describe` says of an object, in its order and its words. */
export type Description = readonly Item[];

/** Items as a kind's file writes them: what does not apply is `undefined`. */
export type Draft = readonly (Item | undefined)[];

/** A value, or its text. */
export type Written = Value | string;

/** The items of a draft that apply. */
export function present(draft: Draft): Description {
  return draft.filter((item) => item !== undefined);
}

/** A value of what is written as text. */
export function asValue(written: Written): Value {
  return typeof written === 'string' ? { text: written } : written;
}

/** A label with one value. Nothing for an absent value; an empty text is a value. */
export function value(label: string, written: Written | undefined): Item | undefined {
  return written === undefined ? undefined : { type: 'value', label, values: [asValue(written)] };
}

/** A number, flag or text as kubectl prints it; nothing when absent. */
export function plain(
  label: string,
  given: string | number | boolean | undefined,
): Item | undefined {
  return value(label, given === undefined ? undefined : String(given));
}

/** A value with what belongs to it. */
export function valueWith(label: string, text: string, under: Draft): Item {
  return { type: 'value', label, values: [{ text }], under: present(under) };
}

/** A label with a value a line, or all on one line with `joint` between them; `<none>` for no value. */
export function values(label: string, written: readonly Written[], joint?: string): Item {
  const all = written.length === 0 ? ['<none>'] : written;
  return { type: 'value', label, values: all.map(asValue), joint };
}

/** A label with a value right behind it, outside of the columns. */
export function inline(label: string, text: string): Item {
  return { type: 'value', label, values: [{ text }], inline: true };
}

/** A label over items; `indent` where it is not 2. */
export function group(label: string, draft: Draft, indent?: number): Item {
  return { type: 'group', label, items: present(draft), indent };
}

/** A label over lines; `<none>` behind the label when there are none. */
export function lines(label: string, written: readonly Written[]): Item {
  if (written.length === 0) return values(label, []);
  return { type: 'lines', label, lines: written.map(asValue) };
}

/** A table with underlined heads. */
export function table(
  label: string | undefined,
  heads: readonly string[],
  rows: readonly (readonly Written[])[],
): Item {
  return { type: 'table', label, heads, rows: rows.map((row) => row.map(asValue)), ruled: true };
}

/** A sentence of its own. */
export function note(text: string): Item {
  return { type: 'note', text };
}

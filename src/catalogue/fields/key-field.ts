/** A field that readers of a kind ask about. */
export interface KeyField {
  /** From the object, or from the part of it that the list is about: `strategy.rollingUpdate`. */
  readonly path: string;
  /** What its value means; nothing for one that needs no word, most often the default. */
  readonly says: (value: unknown) => Meaning | undefined;
}

/** What a value means, in a sentence; with the value in short where it is no plain one. */
export type Meaning = string | { readonly value: string; readonly says: string };

/** A field whose meaning hangs on its value alone: by its text, or any value by `*`. */
export function byValue(path: string, meanings: Readonly<Record<string, string>>): KeyField {
  return {
    path,
    says: (value) => {
      if (value === undefined || typeof value === 'object') return undefined;
      const text = String(value);
      return Object.hasOwn(meanings, text) ? meanings[text] : meanings['*'];
    },
  };
}

/** A field that names a thing or counts it: the sentence has the value in the place of `{}`. */
export function withValue(path: string, sentence: string): KeyField {
  return {
    path,
    says: (value) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
        ? sentence.replaceAll('{}', () => `\`${value}\``)
        : undefined,
  };
}

/** A field that counts something: sentences for 0 and 1, and one for all else. None without one. */
export function counted(
  path: string,
  { other, ...few }: { readonly 0?: string; readonly 1?: string; readonly other: string },
): KeyField {
  return {
    path,
    says: (value) => {
      if (typeof value !== 'number') return undefined;
      return value === 0 || value === 1 ? few[value] : other.replaceAll('{}', () => `\`${value}\``);
    },
  };
}

/** A value that may be anything as a record of its own fields; empty for what is none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** A value that may be anything as a list; empty for what is none. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The field at the end of a path of plain names; an own field at every step. */
export function fieldAt(value: unknown, path: string): unknown {
  let found: unknown = value;
  for (const name of path.split('.')) {
    const fields = fieldsOf(found);
    if (!Object.hasOwn(fields, name)) return undefined;
    found = fields[name];
  }
  return found;
}

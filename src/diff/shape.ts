import type { Fields } from '#snapshot/fields.ts';

/**
 * What the API says of a value, as far as it decides whether two values mean the same: whether the order
 * of a list counts, what absence stands for, which texts are quantities. Shapes are what normalises;
 * no value is rewritten.
 */
export interface Shape {
  /** Known fields of an object. */
  readonly fields?: ReadonlyMap<string, Shape>;
  /** Of every field of an object that `fields` does not name. */
  readonly values?: Shape;
  /** Of every item of a list. */
  readonly items?: Shape;
  readonly list?: ListType;
  readonly scalar?: ScalarType;
  /** What absence means: the default. `{}` stands for an object whose own fields have defaults. */
  readonly absent?: unknown;
  /** The same, where it depends on the fields beside: the port of a Service is its target port. */
  readonly absentIn?: (beside: Fields) => unknown;
  /** Compared where both sides have it: some dumps leave it out, which says nothing. */
  readonly ifBoth?: true;
  /** Differs between any two clusters and says nothing: the server or a controller fills it in. */
  readonly ignored?: true;
  /** Keys of a map that are `ignored`. */
  readonly ignoredKeys?: (key: string) => boolean;
}

/** How the items of two lists find each other. */
export type ListType =
  /** Values of which each counts once, in any order. */
  | 'set'
  /** Items in any order, without a key: equal ones find each other first, the rest by position. */
  | 'bag'
  /** By position: the order says something. */
  | 'ordered'
  /** By the first choice of fields that all items have and that is unique on both sides. */
  | { readonly keys: readonly (readonly string[])[]; readonly ordered?: boolean };

/** How two scalars are compared that are not the same text. */
export type ScalarType =
  /** `1000m` is `1`. */
  | 'quantity'
  /** `90m` is `1h30m`. */
  | 'duration'
  /** `8080` is `"8080"`. */
  | 'int-or-string'
  /** A text that may be JSON, YAML, a Corefile or settings. */
  | 'document'
  /** An address the cluster chose: only that there is one says something, and `None` is none. */
  | 'allocated'
  /** A field of a custom resource whose schema does not say: a quantity or duration if both are. */
  | 'unknown';

/** An object by its fields. */
export function object(fields: Readonly<Record<string, Shape>>, more: Partial<Shape> = {}): Shape {
  return { fields: new Map(Object.entries(fields)), ...more };
}

/** A list that the API merges by key: `byKey([['name']], container)`. */
export function byKey(keys: readonly (readonly string[])[], items: Shape = {}): Shape {
  return { list: { keys }, items };
}

/** A list of objects without a key, in any order. */
export function bag(items: Shape = {}): Shape {
  return { list: 'bag', items };
}

/** A map whose every value has one shape. */
export function mapOf(values: Shape, more: Partial<Shape> = {}): Shape {
  return { values, absent: {}, ...more };
}

/** A value whose absence means another: `orElse('TCP')`. */
export function orElse(absent: unknown, shape: Shape = {}): Shape {
  return { ...shape, absent };
}

/** An object of which absence means that all its fields have their defaults. */
export function implied(fields: Readonly<Record<string, Shape>>): Shape {
  return object(fields, { absent: {} });
}

export const ignored: Shape = { ignored: true };
export const set: Shape = { list: 'set' };
export const ordered: Shape = { list: 'ordered' };
export const quantity: Shape = { scalar: 'quantity' };
export const quantities: Shape = mapOf(quantity);
export const intOrString: Shape = { scalar: 'int-or-string' };
export const off: Shape = orElse(false);
export const on: Shape = orElse(true);

/** A shape with more fields, or others in place of its own. */
export function extend(shape: Shape, fields: Readonly<Record<string, Shape>>): Shape {
  return { ...shape, fields: new Map([...(shape.fields ?? []), ...Object.entries(fields)]) };
}

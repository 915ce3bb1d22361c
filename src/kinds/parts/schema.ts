/**
 * Building blocks for the schemas of kinds. They never fail: a field of a wrong type counts as absent,
 * because one odd object must not cost a page. What is dropped here is still shown in the YAML.
 *
 * All other input is read with Zod. These read the fields of a hundred thousand objects, and what cannot
 * fail has no use for a list of issues.
 */
import { isFields } from '#snapshot/fields.ts';

/** Reads one type. */
export interface Schema<Value> {
  /** `undefined` when the value is absent, or of another type. */
  read(value: unknown): Value | undefined;
}

/** What a schema reads when the value is there. */
export type Infer<Of extends Schema<unknown>> = NonNullable<ReturnType<Of['read']>>;

/** A string. */
export const text: Schema<string> = {
  read: (value) => (typeof value === 'string' ? value : undefined),
};

/** A finite number; a `bigint` is none. */
export const number: Schema<number> = {
  read: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
};

/** `true` or `false`; the text `"true"` is neither. */
export const flag: Schema<boolean> = {
  read: (value) => (typeof value === 'boolean' ? value : undefined),
};

/** A number or a string, as quantities and ports are written; read as text. */
export const intOrString: Schema<string> = {
  read: (value) => text.read(value) ?? number.read(value)?.toString(),
};

/** A number that the API server fills in where it is left out: `replicas`. */
export function numberOr(missing: number) {
  return { read: (value: unknown): number => number.read(value) ?? missing };
}

/** Any values by key, for maps whose keys are counted or named only. */
export const record: Schema<Readonly<Record<string, unknown>>> = {
  read: (value) => (isFields(value) ? value : undefined),
};

/** String values by key: labels, annotations, selectors. Absent when one is no string: half a selector selects too much. */
export const strings: Schema<Readonly<Record<string, string>>> = {
  read: (value) => (isFields(value) && holdsText(value) ? value : undefined),
};

/** Amounts by resource, those of a wrong type left out. CPU may be written as a bare number: `cpu: 1`. */
export const quantities: Schema<Readonly<Record<string, string>>> = {
  read(value) {
    if (!isFields(value)) return undefined;
    const amounts: Record<string, string> = {};
    for (const name of Object.keys(value)) {
      const amount = intOrString.read(value[name]);
      // A name `__proto__` falls out here: a string is no prototype.
      if (amount !== undefined) amounts[name] = amount;
    }
    return amounts;
  },
};

/** A list; absent when it is not one, or an item is of a wrong type. */
export function optionalList<Item>(schema: Schema<Item>): Schema<readonly Item[]> {
  return {
    read(value) {
      if (!Array.isArray(value)) return undefined;
      // The list itself as long as its items are read as they stand.
      let fresh: Item[] | undefined;
      for (let at = 0; at < value.length; at++) {
        const item = schema.read(value[at]);
        if (item === undefined) return undefined;
        if (item !== value[at]) fresh ??= value.slice(0, at);
        fresh?.push(item);
      }
      return fresh ?? value;
    },
  };
}

const empty: readonly never[] = Object.freeze([]);

/** A list; empty when it is absent, not one, or an item is of a wrong type. */
export function list<Item>(schema: Schema<Item>) {
  const optional = optionalList(schema);
  return { read: (value: unknown): readonly Item[] => optional.read(value) ?? empty };
}

type Fields = Readonly<Record<string, Schema<unknown>>>;

type Values<F extends Fields> = { readonly [Name in keyof F]: ReturnType<F[Name]['read']> };

type OptionalIn<T> = { [Name in keyof T]: undefined extends T[Name] ? Name : never }[keyof T];

/** Fields with a default are always there. */
type Part<T> = Partial<Pick<T, OptionalIn<T>>> & Omit<T, OptionalIn<T>>;

/** An object, of which these fields are read; absent when it is not one. */
export function part<F extends Fields>(fields: F): Schema<Part<Values<F>>> {
  const schemas = new Map(Object.entries(fields));
  const missing = [...schemas].map(([name, schema]) => [name, schema.read(undefined)] as const);
  const defaults = Object.fromEntries(missing.filter(([, value]) => value !== undefined));
  return {
    read(value) {
      if (!isFields(value)) return undefined;
      const fresh: Record<string, unknown> = { ...defaults };
      // Field by field of what is there: a volume has two of the twenty it could have.
      for (const name of Object.keys(value)) {
        const schema = schemas.get(name);
        if (schema !== undefined) fresh[name] = schema.read(value[name]);
      }
      // The loop has filled in what the type says; the compiler cannot see that.
      return fresh as Part<Values<F>>;
    },
  };
}

/**
 * A {@link part} that hands on the object itself where all its fields are of their types, with whatever
 * other fields it has: for the many small objects of a pod spec (variables, mounts, volumes), of which a
 * cluster has millions. Fields with a default are none of its own.
 */
export function partAsIs<F extends Readonly<Record<string, Schema<NonNullable<unknown>>>>>(
  fields: F,
): Schema<Part<Values<F>>> {
  const schemas = new Map(Object.entries(fields));
  const copy = part(fields);
  return {
    read(value) {
      if (!isFields(value)) return undefined;
      for (const name in value) {
        const schema = schemas.get(name);
        if (schema !== undefined && schema.read(value[name]) !== value[name]) {
          return copy.read(value);
        }
      }
      return value as Part<Values<F>>;
    },
  };
}

/** What a schema reads of a whole object, which is never absent. */
export function readObject<Shape>(schema: Schema<Shape>, object: object): Shape {
  const shape = schema.read(object);
  if (shape === undefined) throw new TypeError('The schema of a kind is a part.');
  return shape;
}

function holdsText(values: Readonly<Record<string, unknown>>): values is Record<string, string> {
  return Object.values(values).every((value) => typeof value === 'string');
}

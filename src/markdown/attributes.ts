import { z } from 'zod';
import { contentError, type Place } from './place.ts';

/** Attributes as the Markdown parser gives them. */
export type RawAttributes = Readonly<Record<string, string | null | undefined>> | null | undefined;

/**
 * The attributes of a directive, checked against its schema. `written` is the directive as an author
 * writes it (`::table`), for the message.
 *
 * @throws {UserError} When an attribute is unknown, missing or of a wrong form.
 */
export function readAttributes<Schema extends z.ZodObject>(
  schema: Schema,
  attributes: RawAttributes,
  written: string,
  place: Place,
): z.infer<Schema> {
  const given = Object.fromEntries(
    Object.entries(attributes ?? {}).map(([name, value]) => [name, value ?? '']),
  );
  const known = Object.keys(schema.shape);
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const hint = known.length === 0 ? 'It takes none.' : `It takes: ${known.join(', ')}.`;
    throw contentError(place, `"${written}" has no attribute "${unknown}".`, hint);
  }
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw contentError(
    place,
    `"${written}" is not complete:\n${z.prettifyError(result.error)}`,
    `It takes: ${known.join(', ')}.`,
  );
}

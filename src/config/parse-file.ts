import { z } from 'zod';
import { UserError } from '#user-error.ts';

/**
 * The content of a JSON file a person writes, checked against its schema.
 *
 * @param file Its path, as the person knows it.
 * @throws {UserError} When it is not JSON or does not fit; the message names file and field.
 */
export function parseFile<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
): z.output<Schema> {
  const result = schema.safeParse(parseText(text, file));
  if (result.success) return result.data;
  throw new UserError(
    `${file} does not say what Clusterbook understands:\n${z.prettifyError(result.error)}`,
    {
      hint: `Correct ${file} and run the command again.`,
    },
  );
}

function parseText(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${file} is not JSON: ${reason}`, {
      hint: 'JSON has no comments and no comma after the last entry.',
      cause,
    });
  }
}

import { parseDocument } from 'yaml';
import { z } from 'zod';
import { contentError } from './place.ts';
import { Condition } from './vocabulary.ts';

/** The parts of the walkthrough, in reading order. */
export const parts = [
  'First look',
  'Control plane',
  'Nodes and network',
  'Access and extension',
  'Failure and limits',
] as const;

/** What a chapter says about itself, between the two `---` at its top. */
export const FrontMatter = z.strictObject({
  /** Its place in the walkthrough; numbers may have gaps. */
  number: z.int().positive(),
  title: z.string().min(1),
  /** The title in the sidebar, where the full one is long. */
  short: z.string().min(1).optional(),
  part: z.enum(parts),
  /** What the reader learns, in one sentence that holds for every cluster. */
  summary: z.string().min(1),
  /** When the snapshot can show what the chapter is about. */
  when: Condition.optional(),
  /** What the contents say instead of the summary when it cannot. Goes with `when`. */
  otherwise: z.string().min(1).optional(),
  /** Upstream documentation: title and address. */
  docs: z
    .array(z.strictObject({ title: z.string().min(1), href: z.url({ protocol: /^https$/ }) }))
    .default([]),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/**
 * Front matter from the YAML between the dashes.
 *
 * @throws {UserError} When it is not YAML, a field is missing, unknown or of the wrong type.
 */
export function parseFrontMatter(yaml: string, file: string): FrontMatter {
  const document = parseDocument(yaml);
  const [error] = document.errors;
  if (error !== undefined) {
    // The first line of the file is the `---`.
    const line = (error.linePos?.[0].line ?? 1) + 1;
    throw contentError({ file, line }, `the front matter is not YAML: ${error.message}`);
  }
  const result = FrontMatter.safeParse(document.toJS());
  if (result.success) return result.data;
  throw contentError(
    { file, line: 1 },
    `the front matter is not complete:\n${z.prettifyError(result.error)}`,
    `Known fields: ${Object.keys(FrontMatter.shape).join(', ')}.`,
  );
}

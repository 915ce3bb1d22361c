import { parseDocument } from 'yaml';
import { z } from 'zod';
import { contentError } from './place.ts';

/** A word of the walkthrough, explained. */
export const Term = z.strictObject({
  /** As it stands in running text; kinds with their capitals. */
  term: z.string().min(1),
  /** Other forms of it, plurals above all. */
  also: z.array(z.string().min(1)).default([]),
  /** What it means, in one or two sentences; identifiers between backticks. */
  text: z.string().min(1),
  /** Slug of the chapter that says most about it. */
  chapter: z.string().optional(),
});
export type Term = Readonly<z.infer<typeof Term>>;

/**
 * The terms of a glossary file, in its order.
 *
 * @param file - Its name, for messages.
 * @throws {UserError} With file and line, when it is not a list of terms, or names one twice.
 */
export function parseGlossary(yaml: string, file: string): readonly Term[] {
  const document = parseDocument(yaml);
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line ?? 1;
    throw contentError({ file, line }, `the glossary is not YAML: ${error.message}`);
  }
  const result = z.array(Term).safeParse(document.toJS() ?? []);
  if (!result.success) {
    throw contentError(
      { file, line: 1 },
      `the glossary is not complete:\n${z.prettifyError(result.error)}`,
      `Each entry has ${Object.keys(Term.shape).join(', ')}.`,
    );
  }
  checkNames(result.data, file);
  return result.data;
}

function checkNames(terms: readonly Term[], file: string): void {
  const seen = new Set<string>();
  for (const name of terms.flatMap(({ term, also }) => [term, ...also])) {
    if (seen.has(name)) {
      throw contentError({ file, line: 1 }, `the glossary explains "${name}" twice.`);
    }
    seen.add(name);
  }
}

/** The anchor of a term on the glossary's page: `cluster IP` → `cluster-ip`. */
export function termId(term: string): string {
  return term
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

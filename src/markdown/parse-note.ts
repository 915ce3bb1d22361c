import { remark } from 'remark';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { readBlocks } from './blocks.ts';
import { contentError } from './place.ts';
import { safeLink } from './safe-link.ts';
import type { Block } from './tree.ts';

const parser = remark().use(remarkGfm).use(remarkDirective).use(remarkFrontmatter, ['yaml']);

const Address = z.string().transform((text, context) => {
  const address = safeLink(text);
  if (address !== undefined) return address;
  context.addIssue({ code: 'custom', message: 'A link begins with https://, http:// or mailto:.' });
  return z.NEVER;
});

/** What a note says about itself, between the two `---` at its top. In texts of places `*` is anything. */
export const NoteFields = z
  .strictObject({
    /** Id of a cluster, or several; every cluster without it. */
    cluster: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).optional(),
    /** As kubectl takes it: `Deployment`, `deploy`, `certificates.cert-manager.io`. */
    kind: z.string().min(1).optional(),
    namespace: z.string().min(1).optional(),
    name: z.string().min(1).optional(),
    labels: z.record(z.string(), z.string()).optional(),
    /** No snapshot needs to have the object. */
    optional: z.boolean().default(false),
    /** Who answers for it: a name, or an address. */
    owner: z.string().min(1).optional(),
    runbook: Address.optional(),
    links: z.array(z.strictObject({ title: z.string().min(1), href: Address })).default([]),
  })
  .refine(({ kind, name }) => name === undefined || kind !== undefined, {
    message: 'A name needs the kind of the object.',
    path: ['name'],
  });
export type NoteFields = z.infer<typeof NoteFields>;

/** A note that people wrote on objects of a cluster. */
export interface Note extends NoteFields {
  /** As given to {@link parseNote}: for messages, and told on the page. */
  readonly file: string;
  /** The line of a field, counted from 1; 1 for one that is not there. */
  readonly lineOf: (field: keyof NoteFields) => number;
  readonly blocks: readonly Block[];
}

/**
 * A note as data, once per file; the views resolve it per cluster.
 *
 * @param file - Its path below the content folder, or any that a reader understands.
 * @throws {UserError} With file and line, when the author made a mistake.
 */
export function parseNote(text: string, file: string): Note {
  const [first, ...rest] = parser.parse(text).children;
  if (first?.type !== 'yaml') {
    throw contentError(
      { file, line: 1 },
      'a note begins with front matter between two "---".',
      'Say there what it is about: kind, namespace, name.',
    );
  }
  const { fields, lineOf } = readFields(first.value, file);
  return { ...fields, file, lineOf, blocks: readBlocks(rest, file) };
}

function readFields(
  yaml: string,
  file: string,
): Pick<Note, 'lineOf'> & { readonly fields: NoteFields } {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
  // The first line of the file is the `---`.
  const [error] = document.errors;
  if (error !== undefined) {
    const line = lineCounter.linePos(error.pos[0]).line + 1;
    throw contentError({ file, line }, `the front matter is not YAML: ${error.message}`);
  }
  const lineAt = (path: readonly PropertyKey[]) => {
    const node = document.getIn(path, true);
    return isNode(node) && node.range ? lineCounter.linePos(node.range[0]).line + 1 : 1;
  };
  const result = NoteFields.safeParse(document.toJS() ?? {});
  if (!result.success) {
    const [issue] = result.error.issues;
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    throw contentError(
      { file, line: lineAt([...(issue?.path ?? []), ...unknown]) },
      `the front matter is not complete:\n${z.prettifyError(result.error)}`,
      `Known fields: ${Object.keys(NoteFields.shape).join(', ')}.`,
    );
  }
  return { fields: result.data, lineOf: (field) => lineAt([field]) };
}

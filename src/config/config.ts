import { z } from 'zod';
import { parseFile } from './parse-file.ts';

/** Name of the file, in the working folder. */
export const configFile = 'clusterbook.config.json';

/** A rule of the reader's own about what must not reach the disk; it adds to those that always hold. */
export const RedactRule = z
  .strictObject({
    /** Names the rule in the manifest's count of redactions. */
    id: z.string().regex(/^[a-z0-9-]+$/, 'must be made of a-z, 0-9 and "-"'),
    /** `Deployment`, `*.example.io`: glob over `Kind[.group]`; every kind when left out. */
    kind: z.string().optional(),
    /** `spec.*.password`: glob over the field's path, lists by index; a key may hold dots itself. */
    path: z.string().optional(),
    /** Regular expression over string values, with `path` those below it; what it matches is masked. */
    pattern: z.string().optional(),
  })
  .refine(({ path, pattern }) => path !== undefined || pattern !== undefined, {
    message: 'needs "path" or "pattern": without both it would mask everything',
  });
export type RedactRule = z.infer<typeof RedactRule>;

/** A pair of snapshots that gets a diff page. */
export const ComparePair = z.strictObject({
  /** Ids of snapshots. */
  before: z.string(),
  after: z.string(),
  /** Path of a rules file, from the folder of the configuration. */
  rules: z.string().optional(),
});
export type ComparePair = z.infer<typeof ComparePair>;

/** How far the archives of a dump may unfold before `import` refuses them; each has a bound of its own otherwise. */
export const ImportBounds = z.strictObject({
  /** MiB that all archives of a dump may unpack to. */
  maxExpandedMegabytes: z.int().positive().optional(),
  /** How many times larger than itself one archive may become. */
  maxExpansionRatio: z.int().positive().optional(),
  /** Archives in archives; `.tar.gz` counts as two. */
  maxNesting: z.int().positive().optional(),
});
export type ImportBounds = z.infer<typeof ImportBounds>;

/** `clusterbook.config.json`: what no flag says. Unknown keys are refused, so that a typo is found. */
export const Config = z.strictObject({
  $schema: z.string().optional(),
  /** Name of the site, in its masthead and titles. */
  title: z.string().min(1).default('Clusterbook'),
  /** Without it: newest against previous snapshot of each cluster. */
  compare: z.array(ComparePair).optional(),
  redact: z.array(RedactRule).default([]),
  import: ImportBounds.default({}),
  /** Let search engines list the pages. Off: an internal book is nobody else's business. */
  indexable: z.boolean().default(false),
});
export type Config = z.infer<typeof Config>;

/**
 * The configuration from its text.
 *
 * @throws {UserError} When it is not JSON, or a key is unknown or of the wrong type.
 */
export function parseConfig(text: string, file: string = configFile): Config {
  return parseFile(Config, text, file);
}

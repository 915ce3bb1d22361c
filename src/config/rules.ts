import { z } from 'zod';
import { parseFile } from './parse-file.ts';

/** A difference that is meant to be. Globs allowed; a part that is left out matches everything. */
export const Expectation = z
  .strictObject({
    kind: z.string().optional(),
    namespace: z.string().optional(),
    name: z.string().optional(),
    /** Lists by key, as `diff` writes them: `spec.template.spec.containers[name=web].image`. */
    path: z.string().optional(),
    /** Said beside the difference. */
    reason: z.string().min(1),
    /** Last day on which it is expected, `2026-12-31`. */
    until: z.iso.date().optional(),
  })
  .refine(({ kind, namespace, name, path }) => [kind, namespace, name, path].some(Boolean), {
    message: 'needs kind, namespace, name or path: without any it would expect every difference',
  });
export type Expectation = z.infer<typeof Expectation>;

/** A name in which a star stands for the same on both sides, so both have as many. */
const names = z
  .record(z.string().min(1), z.string().min(1))
  .refine((record) => Object.entries(record).every(([a, b]) => stars(b) <= stars(a)), {
    message: 'has more stars after than before: nothing says what they stand for',
  })
  .default({});

const stars = (glob: string): number => glob.split('*').length - 1;

/** A rules file: what two clusters call differently, and which differences are meant to be. */
export const Rules = z.strictObject({
  $schema: z.string().optional(),
  /** Namespace before → namespace after, globs allowed: `"shop-stg": "shop"`. */
  namespaces: names,
  /** Name of an object before → after, globs allowed: `"web-stg": "web"`. */
  names,
  /** Host name before → host name after: `"staging.shop.example.com": "shop.example.com"`. */
  hosts: names,
  /** What stands before the path of an image: `"registry.stg.example.com": "registry.example.com"`. */
  registries: names,
  /** Values that mean the same. */
  values: z.array(z.strictObject({ before: z.string(), after: z.string() })).default([]),
  expect: z.array(Expectation).default([]),
});
export type Rules = z.infer<typeof Rules>;

/** Rules that say nothing. */
export const noRules: Rules = Rules.parse({});

/**
 * A rules file from its text.
 *
 * @throws {UserError} When it is not JSON, or a key is unknown or of the wrong type.
 */
export function parseRules(text: string, file: string): Rules {
  return parseFile(Rules, text, file);
}

import { parseAllDocuments } from 'yaml';

/**
 * The value of a YAML text, a list where it holds several documents; integers as `bigint`, so that none
 * is rounded.
 *
 * @throws {Error} When it is no YAML, or its anchors unfold beyond measure.
 */
export function parseYaml(text: string): unknown {
  const documents = parseAllDocuments(text, { intAsBigInt: true, logLevel: 'silent' });
  const values = [...documents].map((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw error;
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  });
  return values.length === 1 ? values[0] : values.filter((value) => value !== null);
}

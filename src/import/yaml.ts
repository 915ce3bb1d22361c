import { type Document, LineCounter, parseAllDocuments, type Tags } from 'yaml';
import type { Format, ParsedText } from './format.ts';

/** How often anchors may be expanded: far above what people write, far below what fills a memory. */
const maxAliasCount = 1000;

const mayHoldUnsafeInteger = /\s-?\d{16}/;

/**
 * YAML, one document or many. kubectl reads YAML 1.1 with a few exceptions, and so does this: `yes` and
 * `on` are booleans, `0644` is octal, but `8080:80` is text and not a number of base 60, a time stays
 * text, and of two equal keys the later counts.
 *
 * @see https://github.com/kubernetes-sigs/yaml
 */
export const yaml: Format = {
  name: 'YAML',
  recognises: (text) => /^(?:- )?["']?(?:apiVersion|kind|items)["']?[ \t]*:/m.test(text),
  read(text) {
    const lines = new LineCounter();
    const documents = parseAllDocuments(text, {
      version: '1.1',
      customTags,
      uniqueKeys: false,
      // Their text would quote the lines around an error, which may hold a secret.
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: lines,
      intAsBigInt: mayHoldUnsafeInteger.test(text),
    });
    const parsed = gather(Array.isArray(documents) ? documents : [], lines);
    if (!mayHoldUnsafeInteger.test(text)) return parsed;
    return { ...parsed, documents: parsed.documents.map(withSafeIntegers) };
  },
};

function customTags(tags: Tags): Tags {
  return tags.filter((tag) => {
    if (typeof tag === 'string') return true;
    return !('format' in tag && tag.format === 'TIME') && !notInJson.has(tag.tag);
  });
}

const notInJson = new Set(
  ['binary', 'omap', 'pairs', 'set', 'timestamp'].map((name) => `tag:yaml.org,2002:${name}`),
);

function gather(documents: readonly Document[], lines: LineCounter): ParsedText {
  const values: unknown[] = [];
  const problems: string[] = [];
  for (const [index, document] of documents.entries()) {
    const where = documents.length > 1 ? `document ${index + 1}: ` : '';
    const [error] = document.errors;
    if (error !== undefined) {
      const { line, col } = lines.linePos(error.pos[0]);
      problems.push(
        `${where}YAML does not parse at line ${line}, column ${col}: ${words(error.code)}`,
      );
      continue;
    }
    const value = plainValue(document);
    if (typeof value === 'string') problems.push(`${where}${value}`);
    // Nothing between two `---` is no document: helm prints many.
    else if (value.json !== null) values.push(value.json);
  }
  return { documents: values, problems };
}

/** `'BAD_INDENT'` → `'bad indent'`. */
function words(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

/** The value of a document, or why it has none. */
function plainValue(document: Document): { readonly json: unknown } | string {
  try {
    return { json: document.toJS({ maxAliasCount }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return error.message.startsWith('Unresolved alias')
      ? 'YAML has an alias (*) without its anchor (&)'
      : 'YAML expands too many aliases';
  }
}

/** Integers become numbers wherever a number holds them exactly. */
function withSafeIntegers(value: unknown): unknown {
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  if (Array.isArray(value)) return value.map(withSafeIntegers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, withSafeIntegers(field)]),
  );
}

import { LineCounter, parseDocument, type Tags } from 'yaml';
import type { Format, ListHeader, Part, TextReader } from './format.ts';
import { withQuotedMasks } from './repair-masks.ts';
import { StreamedList } from './streamed-list.ts';
import { type YamlEvent, YamlSplitter } from './yaml-splitter.ts';

/** How often anchors may be expanded: far above what people write, far below what fills a memory. */
const maxAliasCount = 1000;

const mayHoldUnsafeInteger = /\s-?\d{16}/;

/**
 * YAML, one document or many, lists item by item. kubectl reads YAML 1.1 with a few exceptions, and so
 * does this: `yes` and `on` are booleans, `0644` is octal, but `8080:80` is text and not a number of base
 * 60, a time stays text, and of two equal keys the later counts.
 *
 * @see https://github.com/kubernetes-sigs/yaml
 */
export const yaml: Format = {
  recognises: (head) => /^(?:- )?["']?(?:apiVersion|kind|[iI]tems)["']?[ \t]*:/m.test(head),
  open: (head) => new YamlReader(ofHelm.test(head) ? 'helm template' : 'YAML'),
};

/** What `helm template` writes above each document. */
const ofHelm = /^# Source: \S+\/templates\/\S+$/m;

class YamlReader implements TextReader {
  readonly name: string;
  readonly #splitter = new YamlSplitter();
  #list: StreamedList | undefined;
  #itemsKey = 'items';

  constructor(name: string) {
    this.name = name;
  }

  *push(text: string): Generator<Part> {
    for (const event of this.#splitter.push(text)) yield* this.#partsOf(event);
  }

  *end(): Generator<Part> {
    for (const event of this.#splitter.end()) yield* this.#partsOf(event);
  }

  *#partsOf(event: YamlEvent): Generator<Part> {
    if (event.type !== 'tooLong') {
      yield* this.#partsOfText(event);
      return;
    }
    if (this.#list !== undefined) yield* this.#list.cut();
    this.#list = undefined;
    yield problem(`line ${event.line} begins a document of more than 32 million characters`);
  }

  *#partsOfText(event: Exclude<YamlEvent, { readonly type: 'tooLong' }>): Generator<Part> {
    const { text, line } = event;
    const parsed = parseMasked(text, line);
    if (typeof parsed === 'string') yield problem(parsed);
    const json = typeof parsed === 'string' ? undefined : parsed.json;
    const size = text.length;
    switch (event.type) {
      case 'document':
        // Nothing between two `---` is no document: helm prints many.
        if (json !== undefined && json !== null) yield { type: 'document', value: json, size };
        break;
      case 'list':
        this.#list = new StreamedList(record(json));
        this.#itemsKey = event.key;
        break;
      case 'item':
        if (json !== undefined) yield* this.#list?.item(json, size) ?? [];
        break;
      case 'listEnd':
        yield* this.#list?.end(record(json), this.#itemsKey) ?? [];
        this.#list = undefined;
    }
  }
}

function problem(text: string): Part {
  return { type: 'problem', text };
}

function record(value: unknown): ListHeader {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Like {@link parse}; where that fails, masks of other tools are no reason to lose a document. */
function parseMasked(text: string, firstLine: number): { readonly json: unknown } | string {
  const parsed = parse(text, firstLine);
  const quoted = typeof parsed === 'string' ? withQuotedMasks(text) : undefined;
  return quoted === undefined ? parsed : parse(quoted, firstLine);
}

/** The value of a document that begins on a line of the file, or why it has none. */
function parse(text: string, firstLine: number): { readonly json: unknown } | string {
  const unsafe = mayHoldUnsafeInteger.test(text);
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      version: '1.1',
      customTags,
      uniqueKeys: false,
      // Their text would quote the lines around an error, which may hold a secret.
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: lines,
      intAsBigInt: unsafe,
    });
    const [error] = document.errors;
    if (error === undefined) {
      const value = document.toJS({ maxAliasCount });
      return { json: unsafe ? withSafeIntegers(value) : value };
    }
    const { line, col } = lines.linePos(error.pos[0]);
    const where = `line ${line + firstLine - 1}, column ${col}`;
    return `YAML does not parse at ${where}: ${words(error.code)}`;
  } catch (error) {
    return `the YAML that begins on line ${firstLine} ${whyNoValue(error)}`;
  }
}

/** `'BAD_INDENT'` → `'bad indent'`. */
function words(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

function whyNoValue(error: unknown): string {
  if (error instanceof RangeError) return 'is nested too deep';
  // The library has no class of its own for what merge keys (<<) and tags cannot do.
  if (!(error instanceof ReferenceError)) return 'has no value that YAML allows';
  return error.message.startsWith('Unresolved alias')
    ? 'has an alias (*) without its anchor (&)'
    : 'expands too many aliases';
}

function customTags(tags: Tags): Tags {
  return tags.filter((tag) => {
    if (typeof tag === 'string') return true;
    return !('format' in tag && tag.format === 'TIME') && !notInJson.has(tag.tag);
  });
}

const notInJson = new Set(
  ['binary', 'omap', 'pairs', 'set', 'timestamp'].map((name) => `tag:yaml.org,2002:${name}`),
);

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

import { loadAll, YAMLException } from 'js-yaml';
import { LineCounter, parseDocument, type Tags } from 'yaml';
import { jsonLine, parseJson } from '#snapshot/json.ts';
import { withQuotedMasks } from './repair-masks.ts';
import { kubectlSchema } from './yaml-schema.ts';

/** A text's value, or why it has none; a reason quotes nothing of the text. */
export type YamlValue = { readonly json: unknown } | Unparsed;

/** `line` and `column` count from 1; without them the reason is about the whole text. */
export interface Unparsed {
  readonly reason: string;
  readonly line?: number;
  readonly column?: number;
}

/** Far deeper than any object of an API server. */
const maxDepth = 1000;

/** Aliases may make a text so many times longer; people spare themselves a few lines by them. */
const maxExpansion = 16;

const tooManyAliases: Unparsed = { reason: 'expands too many aliases' };

/**
 * The value of one document, quickly and in little memory, by a parser that makes values without a tree of nodes.
 * It refuses what YAML forbids; {@link lenientValue} may still read that. Masks of other tools are no reason to
 * lose a document.
 */
export function strictValue(text: string): YamlValue {
  const value = strictly(text);
  const quoted = 'reason' in value ? withQuotedMasks(text) : undefined;
  return quoted === undefined ? value : strictly(quoted);
}

/**
 * The value of one document, by a parser that is slow and takes a hundred times the text in memory, and knows
 * what people get away with: a bracket that closes too far to the left, a key twice, of which the later counts.
 */
export function lenientValue(text: string): YamlValue {
  const value = leniently(text);
  const quoted = 'reason' in value ? withQuotedMasks(text) : undefined;
  return quoted === undefined ? value : leniently(quoted);
}

function strictly(text: string): YamlValue {
  try {
    const [value] = loadAll(text, { schema: kubectlSchema, maxDepth });
    return plainValue(value, text);
  } catch (error) {
    if (error instanceof RangeError) return tooDeep;
    if (!(error instanceof YAMLException)) throw error;
    const { mark } = error;
    const reason = fixedWords(error.reason);
    return mark === undefined
      ? { reason }
      : { reason, line: mark.line + 1, column: mark.column + 1 };
  }
}

/** Words of the library up to where they may quote the text. */
function fixedWords(reason: string): string {
  return reason.replace(/\s*["'!<:(;].*$/s, '');
}

function leniently(text: string): YamlValue {
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
      intAsBigInt: true,
    });
    const [error] = document.errors;
    if (error === undefined) return plainValue(document.toJS({ maxAliasCount }), text);
    const { line, col } = lines.linePos(error.pos[0]);
    return { reason: error.code.toLowerCase().replaceAll('_', ' '), line, column: col };
  } catch (error) {
    return { reason: whyNoValue(error) };
  }
}

const tooDeep: Unparsed = { reason: 'is nested too deep' };

/** How often anchors may be expanded: far above what people write, far below what fills a memory. */
const maxAliasCount = 1000;

function whyNoValue(error: unknown): string {
  if (error instanceof RangeError) return tooDeep.reason;
  // The library has no class of its own for what merge keys (<<) and tags cannot do.
  if (!(error instanceof ReferenceError)) return 'has no value that YAML allows';
  return error.message.startsWith('Unresolved alias')
    ? 'has an alias (*) without its anchor (&)'
    : tooManyAliases.reason;
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

const mayHaveAlias = /(?:^|[\s[{,])\*\S/;

/**
 * The value as JSON has it: integers are numbers wherever a number holds them exactly, what was aliased is written
 * out, and no string holds on to the text it was cut from.
 */
function plainValue(value: unknown, text: string): YamlValue {
  if (value === undefined) return { json: undefined };
  if (mayHaveAlias.test(text) && isLonger(value, maxExpansion * (text.length + 1000))) {
    return tooManyAliases;
  }
  return { json: parseJson(jsonLine(value)) };
}

/** Whether the value has more characters than that, roughly; what is in it twice counts twice. */
function isLonger(value: unknown, length: number): boolean {
  let left = length;
  const take = (each: unknown): void => {
    left -= typeof each === 'string' ? each.length + 2 : 2;
    if (left < 0 || typeof each !== 'object' || each === null) return;
    for (const [key, field] of Object.entries(each)) {
      left -= key.length;
      if (left < 0) return;
      take(field);
    }
  };
  take(value);
  return left < 0;
}

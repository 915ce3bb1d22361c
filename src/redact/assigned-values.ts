import { isPlaceholder } from './harmless.ts';
import { type KeyWord, passesOn } from './key-words.ts';
import { matchAt, type Span, upTo } from './span.ts';
import { bareWord, valueAt } from './value-extents.ts';
import { yamlBlock } from './yaml-blocks.ts';

/** A text, and what is true of all of it. */
export interface Source {
  readonly text: string;
  /** Shell: a value ends with its word. In settings it ends with its line. */
  readonly isScript: boolean;
}

type Reader = (source: Source, name: Span, word: KeyWord) => readonly Span[] | undefined;

const script = /(?:^|\n)[ \t]{0,80}#!|&&|\|\||(?:^|\n)\s{0,80}(?:set -|if \[|fi\b|exec |done\b)/;

/** Looks at a text once, for all the names in it. */
export function sourceOf(text: string): Source {
  return { text, isScript: script.test(text) };
}

/** The values that belong to a secret-looking name, in the order of the text; none when the name just occurs there. */
export function spansAfter(source: Source, name: Span, word: KeyWord): readonly Span[] {
  for (const read of readers) {
    const spans = read(source, name, word);
    if (spans !== undefined) return spans.filter(({ from, to }) => to > from);
  }
  return [];
}

const longestPrefix = 200;

/** What stands before a place on its line, at most 200 characters; `undefined` when the line begins further away. */
function linePrefix(text: string, at: number): string | undefined {
  const before = text.slice(Math.max(at - longestPrefix, 0), at);
  const newline = before.lastIndexOf('\n');
  if (newline === -1 && at > longestPrefix) return undefined;
  return before.slice(newline + 1);
}

// --- ${NAME:-default}

const defaultSign = /:?[-=]|:(?![?+])/y;

const variable: Reader = ({ text }, name) => {
  if (!text.slice(Math.max(name.from - 2, 0), name.from).endsWith('${')) return undefined;
  const sign = matchAt(defaultSign, text, name.to);
  if (sign === null) return [];
  const from = name.to + sign[0].length;
  const end = text.slice(from, from + 1000).indexOf('}');
  return end === -1 ? [] : [{ from, to: from + end }];
};

// --- <password>value</password>

const restOfTag = /[^<>]{0,200}>(?:\s{0,80}<!\[CDATA\[)?/y;

const element: Reader = ({ text }, name) => {
  if (text.charAt(name.from - 1) !== '<') return undefined;
  const tag = matchAt(restOfTag, text, name.to);
  if (tag === null || tag[0].endsWith('/>')) return undefined;
  const span = upTo(text, name.to + tag[0].length, tag[0].endsWith('[') ? ']]>' : '<');
  // Without an end tag it is the placeholder of a help text: `-p<password> -h host`.
  return /^(?:\]\]>\s*)?<\//.test(text.slice(span.to, span.to + 8)) ? [span] : undefined;
};

// --- name: PASSWORD, value: …

const quote = String.raw`(?:\\{0,8}["'\x60])`;
const beforePair = new RegExp(
  String.raw`(?:^|[\s<{,(;\-]|${quote})(?:name|key|param|parameter|property|header)${quote}?[ \t]*(?:=>|[:=>])[ \t]*${quote}?$`,
  'i',
);
const afterPair = new RegExp(
  String.raw`${quote}?\s{0,80}(?:,|/?>|;|</\w{1,20}>)?\s{0,80}(?:${quote}|<)?(?:string|default)?value${quote}?[ \t]*(?:=>|[:=>])[ \t]*`,
  'iy',
);

const pair: Reader = ({ text }, name) => {
  if (!beforePair.test(text.slice(Math.max(name.from - 40, 0), name.from))) return undefined;
  const between = matchAt(afterPair, text, name.to);
  if (between === null) return undefined;
  const from = name.to + between[0].length;
  if (/>\s*$/.test(between[0])) return [upTo(text, from, '<')];
  return [valueAt(text, from, between[0].includes('\n') ? 'line' : 'flow')];
};

// --- --token value

const afterFlag = new RegExp(
  String.raw`(?:${quote}[ \t]{0,8},\s{0,80}${quote}|${quote}?\s{0,8}\n[ \t]{0,80}-[ \t]{1,8}${quote}?|[ \t]{1,8}${quote}?)(?=[^\s\-,])`,
  'y',
);
// "--token string   the token to use": help texts name the value's type.
const flagProse =
  /^(?:strings?|stringArray|is|are|the|or|and|to|for|must|can|was|has|value|file|path|flags?|options?|arguments?|parameter|from|in|if|with|when|not)$/;

const flag: Reader = ({ text }, name) => {
  if (text.charAt(name.from) !== '-') return undefined;
  const gap = matchAt(afterFlag, text, name.to);
  if (gap === null) return undefined;
  const from = name.to + gap[0].length;
  const opened = /["'`]$/.exec(gap[0])?.[0];
  const span = opened === undefined ? bareWord(text, from) : upTo(text, from, opened);
  return flagProse.test(text.slice(span.from, span.to)) ? [] : [span];
};

// --- key = value, key: value, key => value

const assignment = new RegExp(
  String.raw`(?<quote>${quote}?)\]?[ \t]{0,32}(?<sign>=>|:=|=(?![=~>])|:(?![:=]|//))(?<gap>[ \t]{0,200})(?:[&!][\w!:.-]{0,64}[ \t]{1,8})?`,
  'y',
);
const lineStart =
  /^[\s#;/*>|-]*(?:(?:export|set|env|ENV|ARG|declare -x|local|const|var|let|readonly)\s+)*["'{[$]*$/;
const flowStart = /[{,]\s*["']?$/;

const assigned: Reader = (source, name, word) => {
  const { text } = source;
  const match = matchAt(assignment, text, name.to);
  if (match === null) return undefined;
  const { quote: closed = '', sign = '', gap = '' } = match.groups ?? {};
  const from = name.to + match[0].length;
  const prefix = linePrefix(text, name.from);
  const starts = prefix !== undefined && lineStart.test(prefix);
  if (sign !== ':') return [afterEquals(source, from, starts)];
  if (text.charAt(name.from) === '/' || text.charAt(name.from - 1) === '$') return [];
  const colon = {
    text,
    name,
    word,
    from,
    prefix,
    starts,
    closed: closed !== '',
    spaced: gap !== '',
  };
  return afterColon(colon);
};

// `PGPASSWORD=$OTHER psql -h db`: behind a variable goes a command.
function afterEquals({ text, isScript }: Source, from: number, starts: boolean): Span {
  const first = bareWord(text, from);
  const isVariable = isPlaceholder(text.slice(first.from, first.to));
  return valueAt(text, from, starts && !isScript && !isVariable ? 'rest' : 'word');
}

interface Colon {
  readonly text: string;
  readonly name: Span;
  readonly word: KeyWord;
  readonly from: number;
  readonly prefix: string | undefined;
  readonly starts: boolean;
  /** The name itself is quoted. */
  readonly closed: boolean;
  readonly spaced: boolean;
}

// A colon is also punctuation: outside of a line's start, a quoted name or a flow mapping it must look like more.
function afterColon(colon: Colon): readonly Span[] {
  const { text, from, prefix = '', starts, closed, spaced } = colon;
  const enclosing = /(["'`])$/.exec(prefix)?.[1];
  if (!closed && enclosing !== undefined && spaced) return [upTo(text, from, enclosing)];
  if (flowStart.test(prefix)) return [valueAt(text, from, 'flow')];
  const ends = /[\r\n]/.test(text.charAt(from)) || from >= text.length;
  // `volume "db-password" : not found` is a message, `"password" : "…"` is not.
  const isQuoted = closed && (starts || /["'`\\]/.test(text.charAt(from)));
  if (isQuoted || (starts && (spaced || ends))) return entryOf(colon);
  const span = valueAt(text, from, 'word');
  return isTold(colon, span) ? [span] : [];
}

function entryOf({ text, name, word, from, starts }: Colon): readonly Span[] {
  const block = starts ? yamlBlock(text, name, from, (key) => passesOn(word, key)) : undefined;
  if (block !== undefined) return block;
  const span = valueAt(text, from, 'line');
  return isProse(text, span, word) ? [] : [span];
}

const sentence = /^(?:[A-Za-z]+[,.]? ){2,}[a-z]/;

function isProse(text: string, { from, to }: Span, { strength }: KeyWord): boolean {
  return strength !== 'password' && sentence.test(text.slice(from, Math.min(to, from + 200)));
}

const version = /^v?\d+(?:\.\d+)+/;

// "login with password: hunter2" tells one; "token: invalid", the scope "secret:read" and the image
// "registry/reset-password:1.2" do not.
function isTold({ text, name, word, spaced }: Colon, { from, to }: Span): boolean {
  const value = text.slice(from, to);
  if (!spaced && (version.test(value) || text.slice(name.from, name.to).includes('/')))
    return false;
  if (word.strength === 'password') {
    return !/^[a-z]+$/.test(value) || !/^[,.;]? [a-z]/.test(text.slice(to, to + 3));
  }
  const looksRandom = value.length >= 8 && /\d/.test(value) && /[A-Za-z]/.test(value);
  return spaced && word.strength === 'secret' && looksRandom;
}

// --- password value, alone on its line

const restOfLine = /[ \t]{1,40}(?![=:{])(\S{1,500})[ \t]*(?:\r?\n|$)/y;

const spaced: Reader = ({ text }, name, { strength }) => {
  const rest = matchAt(restOfLine, text, name.to);
  const prefix = linePrefix(text, name.from);
  if (rest === null || prefix === undefined || prefix.trim() !== '') return undefined;
  // "token expired" is a message; `shared_key abc` is a setting.
  const isSetting =
    strength === 'password' ||
    (strength === 'secret' && /[_.-]/.test(text.slice(name.from, name.to)));
  if (!isSetting) return undefined;
  const from = name.to + rest[0].indexOf(rest[1] ?? '');
  return [{ from, to: from + (rest[1] ?? '').length }];
};

const readers: readonly Reader[] = [variable, element, pair, assigned, flag, spaced];

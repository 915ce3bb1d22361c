import { parseJson } from '#snapshot/json.ts';
import { matchAt } from './span.ts';

/** A document in JSON: its tree, and how to write a changed tree in the same layout. */
export interface JsonText {
  readonly tree: object;
  /** A key occurs twice in one object: the tree holds the last value only, the text all. */
  readonly repeatsKeys: boolean;
  write(tree: object): string;
}

// Not yet in TypeScript's library.
const { rawJSON } = JSON as typeof JSON & { readonly rawJSON: (text: string) => unknown };
const quote = '"'.charCodeAt(0);
const backslash = '\\'.charCodeAt(0);
const colon = /\s*:/y;

/** Reads a text that is a JSON object or list; `undefined` when it is none. */
export function readJson(text: string): JsonText | undefined {
  const tree = hasBrackets(text.trim()) ? parsed(text) : undefined;
  if (typeof tree !== 'object' || tree === null) return undefined;
  return {
    tree,
    get repeatsKeys() {
      return countKeys(text) !== countKeysOf(tree);
    },
    write: (changed) => escapedLike(text, jsonText(changed, indentOf(text))) + endOf(text),
  };
}

/** A value as JSON, big integers exactly. Empty where it nests too deep to be written. */
export function jsonText(value: unknown, indent = ''): string {
  try {
    return JSON.stringify(value, exact, indent) ?? '';
  } catch {
    return '';
  }
}

function exact(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? rawJSON(value.toString()) : value;
}

function hasBrackets(text: string): boolean {
  const ends = text.charAt(0) + text.charAt(text.length - 1);
  return ends === '{}' || ends === '[]';
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

// Go writes `<` as \u003c.
function escapedLike(text: string, json: string): string {
  if (!/\\u00(?:3[ce]|26)/i.test(text)) return json;
  return json.replaceAll(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}

function endOf(text: string): string {
  return text.slice(text.trimEnd().length);
}

function indentOf(text: string): string {
  return /^\s*[{[]\r?\n([ \t]{1,10})/.exec(text)?.[1] ?? '';
}

function countKeys(text: string): number {
  let count = 0;
  for (let open = text.indexOf('"'); open !== -1; ) {
    const close = endOfString(text, open + 1);
    if (matchAt(colon, text, close + 1) !== null) count++;
    open = text.indexOf('"', close + 1);
  }
  return count;
}

function endOfString(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== quote) {
    at += text.charCodeAt(at) === backslash ? 2 : 1;
  }
  return at;
}

function countKeysOf(tree: object): number {
  let count = 0;
  const open: object[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const members: readonly unknown[] = Object.values(node);
    if (!Array.isArray(node)) count += members.length;
    for (const each of members) if (typeof each === 'object' && each !== null) open.push(each);
  }
  return count;
}

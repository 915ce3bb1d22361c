import { randomUUID } from 'node:crypto';
import { type Fields, isFields } from '#snapshot/fields.ts';
import { canonicalText } from '#snapshot/json.ts';
import { shareTree } from '#snapshot/shared-tree.ts';

/** Parses the text of an object. */
export type ParseObject = (text: string) => object;

// What the server writes, which never indents for us. No string can hold it: its quotes would be escaped.
const before = '"fieldsV1":';
const quote = 0x22;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** UTF-16 units of field sets that are remembered. */
const longestMemory = 2 * 1024 * 1024;

/**
 * A parser of objects that reads a field set of their managed fields only when it is a new one. A third of a cluster is
 * such sets, and the objects of one maker have the same: they get one tree, which is redacted and written only once, too.
 */
export function fieldSetParser(): ParseObject {
  const known = new Map<string, Fields>();
  let remembered = 0;
  // In the place of a set; nobody can have written it.
  const hole = randomUUID();
  const holeText = `"${hole}"`;
  const treeOf = (text: string): Fields => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const tree = JSON.parse(text) as Fields;
    if (remembered > longestMemory) {
      known.clear();
      remembered = 0;
    }
    remembered += text.length;
    shareTree(tree, canonicalText(tree));
    // A copy: the text is a part of a longer one, which it would keep.
    known.set(Buffer.from(text).toString(), tree);
    return tree;
  };
  // Objects of one maker often come one after the other. Only sets that are whole count.
  let previous: readonly string[] = [];
  return (text) => {
    const { rest, sets } = cut(text, holeText, previous);
    if (sets.length === 0) return JSON.parse(text) as object;
    const object = JSON.parse(rest) as Fields;
    if (!filled(object, hole, sets, treeOf)) return JSON.parse(text) as object;
    previous = sets;
    return object;
  };
}

/** The text with holes where it has field sets, which may be those of the object before. */
function cut(text: string, hole: string, previous: readonly string[]) {
  const sets: string[] = [];
  let rest = '';
  let done = 0;
  for (let at = text.indexOf(before); at !== -1; at = text.indexOf(before, done)) {
    const from = at + before.length;
    const same = previous[sets.length];
    const isSame = same !== undefined && text.slice(from, from + same.length) === same;
    const isObject = text.charCodeAt(from) === openBrace;
    const to = isSame ? from + same.length : isObject ? endOfObject(text, from) : from;
    // Not `\"fieldsV1":`, the end of a longer name.
    if (to > from && text.charCodeAt(at - 1) !== backslash) {
      rest += text.slice(done, from) + hole;
      sets.push(isSame ? same : text.slice(from, to));
    } else {
      rest += text.slice(done, to);
    }
    done = to;
  }
  return { rest: rest + text.slice(done), sets };
}

function endOfObject(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) at = endOfString(text, at + 1);
    else if (unit === openBrace) depth++;
    else if (unit === closeBrace && --depth === 0) return at + 1;
  }
  return text.length;
}

function endOfString(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) break;
    if (unit === backslash) at++;
  }
  return at;
}

/** Puts the sets where the object has holes. `false` if these are not all in its managed fields. */
function filled(
  object: Fields,
  hole: string,
  sets: readonly string[],
  treeOf: (text: string) => Fields,
): boolean {
  const metadata = object['metadata'];
  const entries = isFields(metadata) ? metadata['managedFields'] : undefined;
  if (!Array.isArray(entries)) return false;
  let count = 0;
  for (const entry of entries) {
    if (!isFields(entry) || entry['fieldsV1'] !== hole) continue;
    (entry as Record<string, unknown>)['fieldsV1'] = treeOf(sets[count++] ?? '{}');
  }
  return count === sets.length;
}

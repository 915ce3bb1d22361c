import { looksGenerated } from './harmless.ts';
import { type KeyWord, secretKeyWord } from './key-words.ts';
import type { Mark } from './marker.ts';
import { patternHint, redactPatterns } from './value-patterns.ts';

const shortestKey = 16;

/** Whether {@link redactMapKey} may change a key, or the name `f:<key>` it has in managed fields. */
export function mayBeSecretKey(name: string): boolean {
  const key = name.startsWith('f:') ? name.slice(2) : name;
  return key.length >= shortestKey && (looksGenerated(key) || patternHint.test(key));
}

/**
 * The key of a mapping, masked if it is itself a secret: `tokens: {<token>: bob}`. Its own shape says so, or the
 * name of the mapping and that it looks generated.
 *
 * @param parent What the name of the mapping says.
 */
export function redactMapKey(key: string, parent: KeyWord | undefined, mark: Mark): string {
  if (!mayBeSecretKey(key)) return key;
  if (parent?.many === true && looksGenerated(key)) return mark(parent.rule, key);
  return redactPatterns(key, mark);
}

/** The mapping under other keys, in its order; keys that became equal are told apart by a number. */
export function withKeys(
  fields: Readonly<Record<string, unknown>>,
  renamed: ReadonlyMap<string, string>,
): Readonly<Record<string, unknown>> {
  const used = new Set<string>();
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      const wanted = renamed.get(key) ?? key;
      let unique = wanted;
      for (let number = 2; used.has(unique); number++) unique = `${wanted} ${number}`;
      used.add(unique);
      return [unique, value];
    }),
  );
}

const blockStart = /^([ \t]*)(?:- )?["']?([\w.-]{1,128})["']?:[ \t]*\r?$/;
const blockKey = /^([ \t]+["']?)([^\s"':]{16,})(?=["']?:)/;

/** The same for mappings of a YAML text: every line below `tokens:` that stands deeper. */
export function redactBlockKeys(text: string, mark: Mark): string {
  let block: { readonly indent: number; readonly word: KeyWord } | undefined;
  let changed = false;
  const lines = text.split('\n').map((line) => {
    const indent = line.search(/\S/);
    if (block !== undefined && indent >= 0 && indent <= block.indent) block = undefined;
    const key = block === undefined ? null : blockKey.exec(line);
    if (block !== undefined && key !== null) {
      const [whole, before = '', name = ''] = key;
      const masked = redactMapKey(name, block.word, mark);
      changed ||= masked !== name;
      return before + masked + line.slice(whole.length);
    }
    const word = secretKeyWord(blockStart.exec(line)?.[2] ?? '');
    if (word?.many === true) block = { indent, word };
    return line;
  });
  return changed ? lines.join('\n') : text;
}

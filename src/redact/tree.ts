import { type Fields, isFields } from '#snapshot/fields.ts';
import { type KeyWord, passesOn, secretKeyWord } from './key-words.ts';
import { redactKeyed } from './keyed-value.ts';
import { redactManagedFields } from './managed-fields.ts';
import { mayBeSecretKey, redactMapKey, withKeys } from './map-keys.ts';
import type { Mark } from './marker.ts';
import { type GroupHabits, habitsOf, redactPlaces } from './places.ts';
import { redactCommand } from './statements.ts';
import { redactPatterns } from './value-patterns.ts';

/** What the walk needs to know beside the tree. */
export interface TreeContext {
  readonly mark: Mark;
  /** Redacts a text that stands at a depth of the tree. */
  readonly text: (text: string, depth: number, mark: Mark) => string;
  /** What a field's name says, remembered from name to name. */
  readonly keyOf: (name: string) => Key;
  readonly habits: GroupHabits;
}

/** What a field's name says about its value. */
export interface Key {
  readonly word: KeyWord | undefined;
  /** The name may itself be a secret: of a mapping that has secrets for keys. */
  readonly isSuspect: boolean;
  readonly role:
    | 'managed'
    | 'headers'
    | 'value'
    | 'description'
    | 'snippet'
    | 'checksum'
    | 'jwk'
    | 'attributes'
    | undefined;
}

// The API server's own objects stay below 60 levels. What lies deeper than this is masked unseen.
const deepest = 400;

const checksumOfSecret = /^checksum\/.*(?:secret|password|credential|token|auth|cert|tls)/i;

/** Reads a field's name. */
export function readKey(name: string): Key {
  return { word: secretKeyWord(name), role: roleOf(name), isSuspect: mayBeSecretKey(name) };
}

function roleOf(name: string): Key['role'] {
  if (name === 'managedFields') return 'managed';
  if (name === 'httpHeaders') return 'headers';
  if (name === 'volumeAttributes' || name === 'flexVolume') return 'attributes';
  if (name === 'description') return 'description';
  if (/^(?:string|default)?value$/i.test(name)) return 'value';
  if (/ingress\.kubernetes\.io\/(?:.*-)?snippet$/.test(name)) return 'snippet';
  if (/^(?:d|k|p|q|dp|dq|qi)$/.test(name)) return 'jwk';
  return checksumOfSecret.test(name) ? 'checksum' : undefined;
}

/**
 * A JSON value without its secrets. Unchanged parts are the same values as before; the input is never changed.
 *
 * @param word What the name says that the value stands under.
 */
export function redactTree(
  value: unknown,
  context: TreeContext,
  depth: number,
  word?: KeyWord,
): unknown {
  if (typeof value === 'string') return redactString(value, context, depth, word);
  if (typeof value !== 'object' || value === null) return redactNumber(value, context, word);
  if (depth > deepest) return context.mark('too-deep', 'too deep', 0);
  return Array.isArray(value)
    ? redactList(value, context, depth, word)
    : redactFields(value as Fields, context, depth, word);
}

function redactString(
  value: string,
  { mark, text }: TreeContext,
  depth: number,
  word: KeyWord | undefined,
): string {
  const keyed = word === undefined ? value : redactKeyed(value, word, mark);
  return keyed === value ? text(value, depth, mark) : keyed;
}

function redactNumber(value: unknown, { mark }: TreeContext, word: KeyWord | undefined): unknown {
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  return isNumber && word?.strength === 'password' ? mark(word.rule, String(value)) : value;
}

function redactFields(
  given: Fields,
  outer: TreeContext,
  depth: number,
  parent: KeyWord | undefined,
): Fields {
  const kind = given['kind'];
  const isObject = typeof kind === 'string';
  const fields = isObject ? redactPlaces(given, kind, outer.mark) : given;
  const context = isObject ? contextOf(fields, outer) : outer;
  let copy: Record<string, unknown> | undefined;
  let renamed: Map<string, string> | undefined;
  for (const key in fields) {
    const value = fields[key];
    const { word, role, isSuspect } = context.keyOf(key);
    const name = isSuspect ? redactMapKey(key, parent, context.mark) : key;
    if (name !== key) renamed = (renamed ?? new Map<string, string>()).set(key, name);
    const redacted =
      role === undefined
        ? redactTree(value, context, depth + 1, wordFor(key, word, parent, context))
        : redactRole(role, fields, value, context, depth, parent);
    if (redacted === value) continue;
    // The spread makes every key the copy's own, `__proto__` too, so that no prototype is reached.
    copy ??= { ...fields };
    copy[key] = redacted;
  }
  return renamed === undefined ? (copy ?? fields) : withKeys(copy ?? fields, renamed);
}

function contextOf(fields: Fields, outer: TreeContext): TreeContext {
  const { apiVersion } = fields;
  const habits = typeof apiVersion === 'string' ? habitsOf(apiVersion) : outer.habits;
  return habits === outer.habits ? outer : { ...outer, habits };
}

function wordFor(
  key: string,
  word: KeyWord | undefined,
  parent: KeyWord | undefined,
  { habits }: TreeContext,
): KeyWord | undefined {
  if (word !== undefined) return habits.names.has(key) ? undefined : word;
  return parent !== undefined && passesOn(parent, key) ? parent : undefined;
}

function redactRole(
  role: NonNullable<Key['role']>,
  fields: Fields,
  value: unknown,
  context: TreeContext,
  depth: number,
  parent: KeyWord | undefined,
): unknown {
  switch (role) {
    case 'managed':
      return redactManagedFields(value, context, depth);
    case 'headers':
      return redactHeaders(value, context, depth);
    case 'value':
      return redactTree(value, context, depth + 1, wordOfPair(fields, context) ?? parent);
    case 'attributes':
      return redactAttributes(value, context, depth);
    case 'description':
      return typeof value === 'string' && context.habits.documents
        ? redactPatterns(value, context.mark)
        : redactTree(value, context, depth + 1);
    case 'jwk':
      return typeof value === 'string' && typeof fields['kty'] === 'string'
        ? context.mark('private-key', value)
        : redactTree(value, context, depth + 1);
    case 'snippet':
    case 'checksum':
      return typeof value === 'string' ? context.mark(role, value) : value;
  }
}

// What a driver is given is for it alone to read: a mere `key` is one of a cipher.
function redactAttributes(value: unknown, context: TreeContext, depth: number): unknown {
  if (!isFields(value)) return redactTree(value, context, depth + 1);
  const keyOf: TreeContext['keyOf'] = (name) => {
    const { word, role, isSuspect } = context.keyOf(name);
    return {
      role,
      isSuspect,
      word: word?.strength === 'random' && word.rule === 'key' ? cipherKey : word,
    };
  };
  return redactTree(value, { ...context, keyOf }, depth + 1);
}

const cipherKey: KeyWord = { rule: 'key', strength: 'secret' };

/** What `name` says in `{ name: 'DB_PASSWORD', value: … }`: environment, headers, parameters. */
function wordOfPair(fields: Fields, { keyOf }: TreeContext): KeyWord | undefined {
  const name =
    fields['name'] ?? fields['key'] ?? fields['Name'] ?? fields['Key'] ?? fields['header'];
  return typeof name === 'string' ? keyOf(name).word : undefined;
}

const plainHeaders =
  /^(?:host|accept(?:-\w+)?|user-agent|content-type|connection|cache-control|origin|referer|upgrade|x-forwarded-(?:for|host|proto|port)|x-scheme|x-real-ip|x-probe|x-health-check|x-b3-\w+)$/i;

// Probes and hooks send headers to make their target answer: whatever is not plain HTTP is likely a credential.
function redactHeaders(headers: unknown, context: TreeContext, depth: number): unknown {
  if (!Array.isArray(headers)) return redactTree(headers, context, depth + 1);
  return mapList(headers, (header: unknown) => {
    if (!isFields(header)) return redactTree(header, context, depth + 1);
    const { name, value } = header;
    const isPlain = typeof name === 'string' && plainHeaders.test(name);
    if (typeof value !== 'string' || isPlain) return redactTree(header, context, depth + 1);
    const redacted = redactKeyed(value, headerWord, context.mark);
    return redacted === value ? header : { ...header, value: redacted };
  });
}

const headerWord: KeyWord = { rule: 'http-header', strength: 'secret' };

function redactList(
  list: readonly unknown[],
  context: TreeContext,
  depth: number,
  word: KeyWord | undefined,
): readonly unknown[] {
  const command =
    isString(list[1]) && list.every(isString) ? redactCommand(list, context.mark) : list;
  return mapList(command, (item, i) => {
    const flag = command[i - 1];
    const flagged =
      typeof flag === 'string' && typeof item === 'string'
        ? wordOfFlag(flag, item, context)
        : undefined;
    return redactTree(item, context, depth + 1, flagged ?? word);
  });
}

/** What `--token` says about the word behind it. */
function wordOfFlag(flag: string, item: string, { keyOf }: TreeContext): KeyWord | undefined {
  if (!flag.startsWith('-') || item.startsWith('-') || /[=\s]/.test(flag)) return undefined;
  return keyOf(flag).word;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function mapList(
  list: readonly unknown[],
  change: (item: unknown, index: number) => unknown,
): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const changed = change(list[i], i);
    if (changed === list[i]) continue;
    copy ??= [...list];
    copy[i] = changed;
  }
  return copy ?? list;
}

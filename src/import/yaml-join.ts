import { tooLong } from './limits.ts';
import type { Ancestor } from './yaml-outline.ts';
import { strictValue } from './yaml-value.ts';

type Fields = Record<string, unknown>;

/** Thrown where pieces of a document do not join: the cut was none, or a key is there twice. */
export class JoinError extends Error {}

/**
 * The value of a document with what its next piece adds to it; its lists and maps grow in place. Each piece begins
 * with the keys and items it stands under, so its value begins with the path to where the last one ended.
 *
 * @param maxText How long a text may become that is cut.
 * @throws {JoinError} When the document would mean something else as a whole.
 */
export function joinPiece(
  value: unknown,
  piece: unknown,
  [ancestor, ...below]: readonly Ancestor[],
  maxText: number,
): unknown {
  if (ancestor === undefined) return append(value, piece);
  const follow = (before: unknown, now: unknown) =>
    ancestor.opens === 'literal'
      ? joinText(before, now, ancestor, maxText)
      : joinPiece(before, now, below, maxText);
  if (isItem(ancestor)) {
    if (!Array.isArray(value) || !Array.isArray(piece)) throw new JoinError('a bad indentation');
    value[value.length - 1] = follow(value.at(-1), piece[0]);
    return append(value, piece.slice(1));
  }
  if (!isFields(value) || !isFields(piece)) throw new JoinError('a bad indentation');
  const key = keyOf(ancestor);
  const { [key]: now, ...others } = piece;
  setField(value, key, follow(value[key], now));
  return append(value, others);
}

function append(value: unknown, piece: unknown): unknown {
  if (value === undefined || value === null) return piece;
  if (piece === undefined || piece === null) return value;
  if (Array.isArray(value) && Array.isArray(piece)) {
    for (const item of piece) value.push(item);
    return value;
  }
  if (!isFields(value) || !isFields(piece)) throw new JoinError('a bad indentation');
  for (const key of Object.keys(piece)) {
    if (Object.hasOwn(value, key)) throw new JoinError('a key twice');
    setField(value, key, piece[key]);
  }
  return value;
}

/** The last end of line of a piece is left out (`|-`) only at the end of the whole text. */
function joinText(value: unknown, piece: unknown, { line }: Ancestor, maxText: number): string {
  if (typeof value !== 'string' || typeof piece !== 'string') {
    throw new JoinError('a bad indentation');
  }
  const text = `${value}${/\|-/.test(line) ? '\n' : ''}${piece}`;
  if (text.length > maxText) throw new JoinError(tooLong('a text'));
  return text;
}

function isItem({ line }: Ancestor): boolean {
  return /^ *-(?: |$)/.test(line);
}

/** The key of a line, as the parser reads it: `"a"` and `a` are one, `on` is `true`. */
function keyOf({ line }: Ancestor): string {
  const value = strictValue(line);
  const [key] = 'json' in value && isFields(value.json) ? Object.keys(value.json) : [];
  if (key === undefined) throw new JoinError('a bad indentation');
  return key;
}

function setField(fields: Fields, key: string, value: unknown): void {
  if (key === '__proto__') {
    const asField = { value, enumerable: true, configurable: true, writable: true };
    Object.defineProperty(fields, key, asField);
  } else fields[key] = value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { RedactRule } from '#config/config.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { marker } from './marker.ts';
import { ownRules } from './own-rules.ts';
import { habitsOf } from './places.ts';
import { remembered } from './remembered.ts';
import { type RedactTree, redactText } from './text.ts';
import { readKey, redactTree, type TreeContext } from './tree.ts';

/** What a capture may choose about redaction; that it happens is no choice. */
export interface RedactorOptions {
  /**
   * Keyed digest (HMAC) of a value, as lower-case hex of 8 to 64 digits, so that a diff can tell "differs".
   * Left out by default: a plain hash of a short secret can be guessed.
   */
  readonly digest?: ((value: string) => string) | undefined;
  /** Rules of the reader's own, from the configuration; they add to the built-in ones. */
  readonly ownRules?: readonly RedactRule[] | undefined;
}

/** Takes secrets out of objects, one after the other, and counts what it took. */
export interface Redactor {
  /** The object without its secret values. The input is never changed; untouched parts are shared with it. */
  redact(object: KubeObject): KubeObject;
  /** Values taken out so far, by rule id: the manifest's `redactions`. */
  counts(): Readonly<Record<string, number>>;
}

// Documents in documents in documents: each counts as so many levels of the tree it stands in.
const levelsOfDocument = 50;

/**
 * A redactor for one capture. Redacting what is redacted already changes nothing.
 *
 * @throws {UserError} When the pattern of an own rule is no regular expression.
 */
export function redactor(options: RedactorOptions = {}): Redactor {
  const { mark, counts } = marker(options.digest);
  const context: TreeContext = {
    mark,
    habits: habitsOf(''),
    keyOf: remembered(readKey),
    text: (text, depth, marking) => redactText(text, marking, depth, redactDocument),
  };
  const redactDocument: RedactTree = (tree, marking, depth) =>
    redactTree(tree, { ...context, mark: marking }, depth + levelsOfDocument) as object;
  const redactOwn = ownRules(options.ownRules ?? [], mark);
  return {
    redact: (object) => redactOwn(redactTree(object, context, 0) as KubeObject),
    counts: () => Object.fromEntries([...counts].sort()),
  };
}

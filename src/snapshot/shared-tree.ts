/** A tree that many objects hold, with what has been found out about it once. */
const texts = new WeakMap<object, string>();

/**
 * Marks a tree as one that many objects hold, so that `canonicalLine` writes it from its text. Nobody may change it from
 * now on.
 *
 * @param text The tree in canonical JSON.
 */
export function shareTree(tree: object, text: string): void {
  texts.set(tree, text);
}

/** The canonical JSON of a tree that is shared; `undefined` of any other value. */
export function sharedText(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null ? texts.get(value) : undefined;
}

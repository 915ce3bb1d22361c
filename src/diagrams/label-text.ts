import type { DiagramNode } from './diagram.ts';

/**
 * Text from an object as one printable line: control characters, bidirectional overrides and halves of
 * surrogate pairs gone, white space folded, and no longer than a label can be.
 *
 * Bidirectional overrides could make a name read as another one; control characters are not even
 * allowed in XML as numeric references.
 */
export function labelText(raw: string): string {
  if (isPlain(raw)) return raw;
  return raw
    .slice(0, longestLabel)
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(unprintable, '\ufffd')
    .trim();
}

/** Whether nothing has to be done to it, as to nearly every label: signs of ASCII, and single spaces between. */
function isPlain(raw: string): boolean {
  if (raw.length > longestLabel || /[^\x20-\x7e]/.test(raw)) return false;
  return !raw.includes('  ') && !raw.startsWith(' ') && !raw.endsWith(' ');
}

// A name has at most 253 characters, and a label is a kind, a namespace, a name and a state together. What
// is much longer overflows Mermaid's stack.
const longestLabel = 1000;

const unprintable =
  /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;

/**
 * An address that may stand in a link: a path, an anchor, or http(s). Everything else, `javascript:`
 * above all, is undefined.
 */
export function linkTarget(href: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  return /^(?:https?:\/\/|\/(?!\/)|\.{1,2}\/|#|[\w~-][\w~.-]*(?:[/#]|$))/.test(href)
    ? href
    : undefined;
}

/** A node in words: `Deployment coredns`, `12 Pods`, `+12 more`. */
export function nodeName({ kind, label, count }: DiagramNode): string {
  return labelText(count === undefined ? `${kind} ${label}` : label);
}

/** A node in words, with the trouble it is in: `Deployment web (0/2 ready)`. */
export function nodeWithTrouble(node: DiagramNode): string {
  const trouble = troubleOf(node);
  return trouble === undefined ? nodeName(node) : `${nodeName(node)} (${labelText(trouble)})`;
}

/** The word of a state that needs a look; all others are told by their sign alone. */
export function troubleOf({ status }: DiagramNode): string | undefined {
  return status?.state === 'bad' || status?.state === 'warn' ? status.word : undefined;
}

import { nameHints, redactAssignments } from './assignments.ts';
import { decodeBase64, decodedLength } from './base64.ts';
import { readJson } from './json-text.ts';
import { redactManifests } from './manifest-text.ts';
import { redactBlockKeys } from './map-keys.ts';
import type { Mark } from './marker.ts';
import { remembered } from './remembered.ts';
import { redactStatements } from './statements.ts';
import { redactUrls } from './urls.ts';
import { patternHint, redactPatterns } from './value-patterns.ts';

/**
 * Redacts the tree of a document that was found in a text at a depth of another tree. Returns the same tree where nothing
 * changed.
 */
export type RedactTree = (tree: object, mark: Mark, depth: number) => object;

const shortestSecret = 6;
const shortestToken = 20;
const shortestBase64 = 40;
const base64 = /^[A-Za-z0-9+/\r\n]+={0,2}\s*$/;
// Times and uids, the most frequent strings of all.
const plain = /^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
// No token that `value-patterns.ts` knows does without one of these; names and images mostly do.
const tokenChar = /[A-Z_$~{]/;
const separator = /[\s=:>]/;
// Words of names, of programs that take passwords, and of headers.
const hint = new RegExp(
  `${nameHints.source}|curl |wget |mysql|maria|mongo|-cli\\b|ldap|sqlcmd|restic |login|basic `,
  'i',
);

/**
 * A text without the secrets in it, whatever it is: JSON documents are read and their tree is redacted, everything else is
 * masked in place, so that layout stays. Most texts hold no hint of a secret and come back at once.
 */
export function redactText(
  text: string,
  mark: Mark,
  depth: number,
  redactTree: RedactTree,
): string {
  if (text.length < shortestSecret) return text;
  if (!mayHoldSecret(text)) {
    return text.length < shortestBase64 ? text : redactBase64(text, mark, depth, redactTree);
  }
  const json = readJson(text);
  if (json === undefined) return redactBase64(redactPlainText(text, mark), mark, depth, redactTree);
  const tree = redactTree(json.tree, mark, depth);
  return tree === json.tree && !json.repeatsKeys ? text : json.write(tree);
}

function mayHoldSecret(text: string): boolean {
  return text.length < longText ? holdsHint(text) : longTextHoldsHint(text);
}

// Many a long text occurs often: the certificate of the cluster stands in every namespace.
const longText = 256;
const longTextHoldsHint = remembered(holdsHint, { most: 200, longest: 16_000 });

// The cheap questions first: this is asked of every string of a cluster.
function holdsHint(text: string): boolean {
  if ((text.length === 20 || text.length === 36) && plain.test(text)) return false;
  if (text.length >= shortestToken && tokenChar.test(text) && patternHint.test(text)) return true;
  if (!separator.test(text)) return false;
  return (
    hint.test(text) ||
    (text.includes('@') &&
      (text.includes('://') || text.includes('jdbc:') || /@(?:tcp|unix)\(/.test(text)))
  );
}

function redactPlainText(text: string, mark: Mark): string {
  let result = redactManifests(text, mark);
  result = redactBlockKeys(result, mark);
  result = redactAssignments(result, mark);
  result = redactStatements(result, mark);
  result = redactUrls(result, mark);
  return redactPatterns(result, mark);
}

// Base64 as a whole (as in `binaryData`): readable text inside is looked through, and any find masks all of it.
function redactBase64(text: string, mark: Mark, depth: number, redactTree: RedactTree): string {
  if (!base64.test(text)) return text;
  const decoded = decodeBase64(text);
  if (decoded === undefined || decoded === text) return text;
  const uncounted: Mark = (_rule, value) => `‹${value.length}›`;
  return redactText(decoded, uncounted, depth, redactTree) === decoded
    ? text
    : mark('encoded-secret', text, decodedLength(text));
}

/** A mask, perhaps with the port or path that followed the address in its place. */
const maskAsValue = /([:-] +)(\*\*\*[A-Z]+\*\*\*(?:[:/][\w.:/-]*)?)(?=[ \t\r]*$)/gm;

/**
 * Quotes the masks of support bundles where they stand for a value of YAML: `ip: ***HIDDEN***` begins like an
 * alias, and one of them would cost the whole document. Undefined where there is none.
 */
export function withQuotedMasks(text: string): string | undefined {
  const quoted = text.replace(maskAsValue, "$1'$2'");
  return quoted === text ? undefined : quoted;
}

/**
 * Quotes the masks of support bundles where they stand for a value of YAML: `ip: ***HIDDEN***` begins like an
 * alias, and one of them would cost the whole document. Undefined where there is none.
 */
export function withQuotedMasks(text: string): string | undefined {
  const quoted = text.replace(/([:-] +)(\*\*\*[A-Z]+\*\*\*[^\n'#]*?)(?=[ \t\r]*$)/gm, "$1'$2'");
  return quoted === text ? undefined : quoted;
}

// What a YAML 1.1 reader (kubectl's) or a 1.2 one would take for something else than a string.
const words = new Set(
  [
    ['', '~', 'null', 'Null', 'NULL', '<<', '='],
    ['y', 'Y', 'yes', 'Yes', 'YES', 'n', 'N', 'no', 'No', 'NO'],
    ['true', 'True', 'TRUE', 'false', 'False', 'FALSE'],
    ['on', 'On', 'ON', 'off', 'Off', 'OFF'],
    ['.nan', '.NaN', '.NAN', '.inf', '.Inf', '.INF', '+.inf', '-.inf', '+.Inf', '-.Inf'],
    ['+.INF', '-.INF'],
  ].flat(),
);
const number =
  /^[-+]?(0[xX][0-9a-fA-F_]+|0[oO]?[0-7_]+|0[bB][01_]+|(\.[0-9]+|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?)$/;
/** `12:30:45` is a number to YAML 1.1. */
const sexagesimal = /^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$/;
const timestamp = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt\s].*)?$/;

// Characters that open something else at the start of a plain scalar, and sequences that end it.
const openers = /^[#,[\]{}&*!|>'"%@`]|^[-?:](\s|$)|^(---|\.\.\.)/;
const breakers = /:(\s|$)|\s#|^\s|\s$/;
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand in the open
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;

/** Whether a string can stand in a `|` block and come back the same. */
export function fitsBlock(text: string): boolean {
  // A block that begins with a break or a space would need an indentation indicator.
  return text.includes('\n') && !/^[\n ]/.test(text) && !unprintable.test(text);
}

/** One-line YAML of a string, in the style kubectl would choose: plain, `"…"` or `'…'`. */
export function yamlString(text: string): string {
  if (words.has(text) || number.test(text) || sexagesimal.test(text) || timestamp.test(text)) {
    return JSON.stringify(text);
  }
  if (text.includes('\n') || text.includes('\t') || unprintable.test(text))
    return doubleQuoted(text);
  if (openers.test(text) || breakers.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return text;
}

/** JSON's escapes are YAML's too; it only leaves open some characters that YAML does not. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

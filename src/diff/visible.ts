// What a terminal obeys or lets run backwards: controls, marks of direction, breaks and width zero.
const obeyed = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Names and values may hold control characters; on one line of output each is seen as `\x1b`, `\u202e`. */
export function visible(line: string): string {
  return line.replace(obeyed, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`;
  });
}

/** The same in JSON, where an escape stands for the character; line feeds are its layout and stay. */
export function visibleJson(json: string): string {
  return json.replace(obeyed, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

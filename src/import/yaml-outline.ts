/** What a line opens: everything that is indented more belongs to it. */
interface Opener {
  readonly indent: number;
  /**
   * `key` and `item`: other lines of YAML follow. `literal`: lines of one text follow. `scalar`: a text that can
   * not be told from YAML without parsing. `closed`: anything else.
   */
  readonly opens: 'key' | 'item' | 'literal' | 'scalar' | 'closed';
  /** The line again, so that what follows can be read behind it. */
  readonly line: string;
}

/** An opener under which a text can be cut, so that both pieces are YAML by themselves. */
export interface Ancestor extends Opener {
  readonly opens: 'key' | 'item' | 'literal';
}

// A key without a hash, so that no comment is taken for one.
const keyStart =
  /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:][^\s#])[^#]*?):(?= |$)/;
/** Longer keys are not looked for. */
const maxKeyLength = 1024;
const nothing = /^ *(?:#.*)?$/;
const literal = /^\|[-+]? *(?:#.*)?$/;

/**
 * Follows the lines of one document of YAML in block style and knows where it can be cut: before a key or an item
 * all of whose ancestors stand on lines of their own. What it takes for a cut is a guess by the look of the
 * lines; the pieces are parsed, and one that is none does not parse.
 */
export class YamlOutline {
  readonly #open: Opener[] = [];
  #begun = false;
  /** Whether the document is in brackets, or otherwise not in block style from its first line on. */
  isFlow = false;
  /** Of the literal text at hand: how far its lines are indented, and whether the last one was blank. */
  #textIndent = -1;
  #blank = true;

  /** Whether the lines since the last cut are a text, whatever they look like. */
  get inText(): boolean {
    const { opens } = this.#open.at(-1) ?? {};
    return opens === 'scalar' || opens === 'literal';
  }

  /** What the next line stands under, if the document can be cut before it. */
  next(line: string): readonly Ancestor[] | undefined {
    const indent = line.search(/[^ ]/);
    if (indent === -1) {
      this.#blank = true;
      return undefined;
    }
    const afterBlank = this.#blank;
    this.#blank = false;
    const top = this.#open.at(-1);
    if (top?.opens === 'literal' && indent > top.indent) {
      if (this.#textIndent === -1) {
        this.#textIndent = indent;
        return undefined;
      }
      return indent === this.#textIndent && !afterBlank ? this.#ancestors() : undefined;
    }
    return line[indent] === '#' ? undefined : this.#nextContent(line, indent);
  }

  #nextContent(line: string, indent: number): readonly Ancestor[] | undefined {
    if (!this.#begun) {
      this.#begun = true;
      // A document that stands on the line of its mark, or in brackets, is not in block style.
      this.isFlow = /^\s*[[{]/.test(line) || /^---\s+[^#\s]/.test(line);
      if (line.startsWith('---') && !this.isFlow) {
        this.#begun = false;
        return undefined;
      }
    }
    if (this.isFlow) return undefined;
    const isItem = /^-(?: |$)/.test(line.slice(indent, indent + 2));
    while (this.#ends(indent, isItem)) this.#open.pop();
    const content = line.slice(indent);
    const ancestors = this.#ancestors();
    // More of a text, or of something in brackets.
    if (ancestors === undefined) return undefined;
    this.#push(content, indent);
    return isItem || isKey(content) ? ancestors : undefined;
  }

  /** Items of a key may stand as far to the left as the key itself. */
  #ends(indent: number, isItem: boolean): boolean {
    const top = this.#open.at(-1);
    if (top === undefined || top.indent < indent) return false;
    return top.indent > indent || !(isItem && top.opens === 'key');
  }

  #ancestors(): readonly Ancestor[] | undefined {
    const all = this.#open.filter(
      (opener): opener is Ancestor => opener.opens !== 'closed' && opener.opens !== 'scalar',
    );
    return all.length === this.#open.length ? all : undefined;
  }

  #push(given: string, from: number): void {
    let content = given;
    let indent = from;
    for (let dash = /^-( +|$)/.exec(content); dash !== null; dash = /^-( +|$)/.exec(content)) {
      const rest = content.slice(dash[0].length);
      if (literal.test(rest)) {
        this.#openAt(indent, 'literal', content);
        return;
      }
      const isPlain = nothing.test(rest) || /^-(?: |$)/.test(rest) || isKey(rest);
      this.#openAt(indent, isPlain ? 'item' : opensText(rest), '-');
      if (!isPlain || nothing.test(rest)) return;
      indent += dash[0].length;
      content = rest;
    }
    this.#pushKey(content, indent);
  }

  #pushKey(content: string, indent: number): void {
    const key = keyStart.exec(content.slice(0, maxKeyLength))?.[0];
    if (key === undefined) {
      this.#openAt(indent, 'closed', '');
      return;
    }
    const value = content.slice(key.length).trimStart();
    if (nothing.test(value)) this.#openAt(indent, 'key', key);
    else if (literal.test(value)) this.#openAt(indent, 'literal', `${key} ${value}`);
    else this.#openAt(indent, opensText(value), '');
  }

  #openAt(indent: number, opens: Opener['opens'], content: string): void {
    this.#open.push({ indent, opens, line: `${' '.repeat(indent)}${content}` });
    this.#textIndent = -1;
    this.#blank = true;
  }
}

function isKey(content: string): boolean {
  // A merge looks at all keys beside it.
  return keyStart.test(content.slice(0, maxKeyLength)) && !content.startsWith('<<:');
}

function opensText(value: string): 'scalar' | 'closed' {
  return /^[[{&!*?]/.test(value) ? 'closed' : 'scalar';
}

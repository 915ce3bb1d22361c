import { parseJson } from '#snapshot/json.ts';
import { isTooHeavy, weightOf } from './document-weight.ts';
import { documentLimits, tooHeavy, tooLong } from './limits.ts';
import { JoinError, joinPiece } from './yaml-join.ts';
import { type Ancestor, YamlOutline } from './yaml-outline.ts';
import { lenientValue, strictValue, type Unparsed, type YamlValue } from './yaml-value.ts';

/** What became of a document. */
export interface YamlRead {
  /** `undefined` when it holds nothing, or could not be read. */
  readonly json: unknown;
  /** Why it could not be read, and where. */
  readonly problem: string | undefined;
  /** UTF-16 units. */
  readonly size: number;
}

/** How much of a document is held as text, in UTF-16 units. */
export interface YamlSizes {
  /** What is parsed at once, where a document can be cut. A parser takes twenty times as much memory. */
  readonly piece: number;
  /** What is parsed as a whole when its pieces cannot be, at a hundred times its memory. */
  readonly whole: number;
  /** What cannot be cut, such as a list in brackets. */
  readonly uncut: number;
  /** What cannot be cut and is one string. */
  readonly text: number;
  /** The whole document. */
  readonly length: number;
}

const usual: YamlSizes = { piece: 2 ** 17, whole: 2 ** 20, uncut: 2 ** 21, ...documentLimits };

/**
 * Reads one document from its lines. What a YAML parser makes of a text is many times as large as the text, so a
 * long document is cut into pieces, each piece is parsed with the keys above it, and the values are joined.
 */
export class YamlDocument {
  readonly #firstLine: number;
  readonly #sizes: YamlSizes;
  readonly #outline = new YamlOutline();
  /** Lines that were not looked at yet, and their length. */
  #lines: string[] = [];
  #length = 0;
  /** Text of the piece at hand, its length, where it begins and what it stands under. */
  #uncut: string[] = [];
  #uncutLength = 0;
  #uncutFrom: number;
  #ancestors: readonly Ancestor[] = [];
  /** All of the text, while it is short enough to be parsed as a whole. */
  #whole: string[] | undefined = [];
  #problem: string | undefined;
  /** The value so far, and what it weighs. */
  #json: unknown;
  #weight = 0;
  #count = 0;
  #size = 0;

  /** @param firstLine Where in its file it begins. */
  constructor(firstLine: number, sizes: YamlSizes = usual) {
    this.#firstLine = firstLine;
    this.#uncutFrom = firstLine;
    this.#sizes = sizes;
  }

  add(line: string): void {
    this.#count++;
    this.#size += line.length + 1;
    if (this.#isLost) return;
    if (this.#size > this.#sizes.length) {
      this.refuse();
      return;
    }
    this.#lines.push(line);
    this.#length += line.length + 1;
    if (this.#length >= this.#sizes.piece) this.#cut();
  }

  /** It is too long, or a line of it. */
  refuse(): void {
    this.#lose(`line ${this.#firstLine} begins ${tooLong('a document')}`);
  }

  /** To be called once. */
  end(): YamlRead {
    const size = this.#size;
    if (!this.#isLost) this.#endPiece(this.#lines.splice(0));
    if (this.#problem === undefined) return { json: this.#json, problem: undefined, size };
    if (this.#whole === undefined) return { json: undefined, problem: this.#problem, size };
    const value = lenientValue(this.#whole.join(''));
    return 'json' in value
      ? { json: value.json, problem: undefined, size }
      : { json: undefined, problem: inWords(value, this.#firstLine, 0), size };
  }

  get #isLost(): boolean {
    return this.#problem !== undefined && this.#whole === undefined;
  }

  #lose(problem: string): void {
    this.#problem ??= problem;
    this.#whole = undefined;
    this.#lines = [];
    this.#uncut = [];
  }

  /** Parses what stands before the last line at which a cut is possible. */
  #cut(): void {
    const lines = this.#lines.splice(0);
    this.#length = 0;
    let cut: { readonly at: number; readonly ancestors: readonly Ancestor[] } | undefined;
    for (const [at, line] of lines.entries()) {
      const ancestors = this.#outline.next(line);
      if (ancestors !== undefined && this.#uncutLength + at > 0) cut = { at, ancestors };
    }
    if (cut !== undefined) {
      this.#endPiece(lines.splice(0, cut.at));
      this.#ancestors = cut.ancestors;
      this.#uncutFrom = this.#firstLine + this.#count - lines.length;
    }
    this.#hold(lines);
  }

  #hold(lines: readonly string[]): void {
    const text = textOf(lines);
    this.#uncut.push(text);
    this.#uncutLength += text.length;
    const { inText, isFlow } = this.#outline;
    if (isFlow) return;
    if (inText && this.#uncutLength > this.#sizes.text) {
      this.#lose(`line ${this.#uncutFrom} begins ${tooLong('a text')}`);
    } else if (!inText && this.#uncutLength > this.#sizes.uncut) {
      this.#lose(
        `line ${this.#uncutFrom} begins more YAML in one piece than is read at once: ${wayOut}`,
      );
    }
  }

  #endPiece(lines: readonly string[]): void {
    const text = [...this.#uncut.splice(0), textOf(lines)].join('');
    this.#uncutLength = 0;
    if (this.#size > this.#sizes.whole) this.#whole = undefined;
    this.#whole?.push(text);
    if (this.#problem === undefined) this.#problem = this.#take(text);
  }

  /** Why the piece was not taken, if so. */
  #take(text: string): string | undefined {
    const value = this.#valueOf(text);
    const [from, above] = [this.#uncutFrom, this.#ancestors.length];
    if ('reason' in value) return inWords(value, from, above);
    try {
      this.#json = joinPiece(this.#json, value.json, this.#ancestors, this.#sizes.text);
      this.#weight += weightOf(value.json);
      if (isTooHeavy(this.#weight, this.#size)) {
        this.#lose(`line ${this.#firstLine} begins ${tooHeavy}`);
      }
      return this.#problem;
    } catch (error) {
      if (error instanceof JoinError)
        return inWords({ reason: `has ${error.message}` }, from, above);
      throw error;
    }
  }

  #valueOf(text: string): YamlValue {
    if (text.length > this.#sizes.uncut && this.#outline.isFlow) return jsonIn(text);
    return strictValue(`${textOf(this.#ancestors.map(({ line }) => line))}${text}`);
  }
}

const wayOut = 'write the object as JSON';

/** JSON is YAML in brackets, and its parser needs less memory. */
function jsonIn(text: string): YamlValue {
  try {
    return { json: parseJson(text.replace(/^---/, '')) };
  } catch (error) {
    if (error instanceof SyntaxError)
      return { reason: `is long, in brackets and no JSON: ${wayOut}` };
    throw error;
  }
}

/** @param above Lines that were put before the text. */
function inWords({ reason, line, column }: Unparsed, firstLine: number, above: number): string {
  if (line === undefined) return `the YAML that begins on line ${firstLine} ${reason}`;
  const inFile = Math.max(firstLine, firstLine + line - 1 - above);
  return `YAML does not parse at line ${inFile}, column ${column}: ${reason}`;
}

function textOf(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

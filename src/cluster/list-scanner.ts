/** One item of a list, as text. */
export interface ItemText {
  readonly text: string;
  /** Whether a number in it has so many digits that it may exceed 2^53. */
  readonly longNumber: boolean;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const space = 0x20;
const zero = 0x30;
const nine = 0x39;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** What a byte outside of strings is: a mark, a digit, or neither. */
const neither = 0;
const digit = 1;
const mark = 2;
const sorts = new Uint8Array(256);
sorts.fill(digit, zero, nine + 1);
for (const byte of [quote, openBrace, closeBrace, openBracket, closeBracket]) sorts[byte] = mark;

// 2^53 has sixteen digits.
const longDigits = 16;

// So many bytes of an item, and the items of a list begin alike: `{"metadata":{"name":`, `{"apiVersion":"cert-`.
const beginning = 20;

const itemsField = /[{,]\s*"items"\s*:\s*\[$/;

/**
 * Cuts the body of a list into its items as the bytes come, so that memory holds one object and never a
 * page: a page of large ConfigMaps alone can have hundreds of megabytes. Wherever `items` stands: the API
 * server writes it last in its own lists, and between other fields in those of custom resources.
 */
export class ListScanner<Item> {
  /** The list without its items, as far as it has come. */
  #envelope = '';
  /** The beginning of an item, or of the envelope, in earlier chunks. */
  #pending: Buffer[] = [];
  /** Where in this chunk goes on what is being read: an item, the envelope, or what parts two items. */
  #start = 0;
  /** Brackets and braces that are open. */
  #depth = 0;
  #inItems = false;
  #inString = false;
  /** Whether the last chunk ended in a backslash inside a string. */
  #escaped = false;
  #digits = 0;
  #longNumber = false;
  readonly #parse: (item: ItemText) => Item;
  /** What stands between two items, and how the second begins; `undefined` before the first. */
  #border: Buffer | undefined;
  /** Whether the border has misled. */
  #misled = false;
  /** Whether there is no more border in this chunk. */
  #lastInChunk = false;

  /** @param parse Throws a `SyntaxError` where the text is no whole JSON. */
  constructor(parse: (item: ItemText) => Item) {
    this.#parse = parse;
  }

  /**
   * The items that end in these bytes. The more of them there are, the less it costs.
   *
   * @throws {SyntaxError} When an item is no object.
   */
  push(chunk: Buffer): Item[] {
    const items: Item[] = [];
    let at = this.#escaped ? 1 : 0;
    this.#start = 0;
    this.#lastInChunk = this.#misled;
    for (;;) {
      at = this.#inString ? endOfString(chunk, at) : this.#nextMark(chunk, at);
      if (at >= chunk.length) break;
      if (chunk[at] === quote) this.#inString = !this.#inString;
      else if (this.#leap(chunk, at, items)) at = this.#start - 1;
      else this.#bracket(chunk, at, items);
      at++;
    }
    this.#escaped = at > chunk.length;
    this.#keepFrom(chunk);
    return items;
  }

  /**
   * The list without its items, as text.
   *
   * @throws {SyntaxError} When the list is cut short.
   */
  end(): string {
    if (this.#depth > 0 || this.#inString) throw new SyntaxError('the list is cut short');
    return this.#envelope + this.#taken(Buffer.alloc(0), 0);
  }

  /** The next bracket, brace or quote; on the way there the digits are counted. */
  #nextMark(chunk: Buffer, from: number): number {
    let digits = this.#digits;
    let at = from;
    for (; at < chunk.length; at++) {
      const sort = sorts[chunk[at] ?? 0];
      if (sort === mark) break;
      if (sort === neither) digits = 0;
      else if (++digits >= longDigits) this.#longNumber = true;
    }
    this.#digits = at < chunk.length ? 0 : digits;
    return at;
  }

  /**
   * Takes an item that ends where the next one seems to begin: if what stands before is JSON it is the item, for no
   * part of an object is one. That spares looking at each of its bytes.
   */
  #leap(chunk: Buffer, at: number, items: Item[]): boolean {
    const isItem = this.#inItems && this.#depth === 2 && chunk[at] === openBrace;
    if (!isItem || this.#lastInChunk) return false;
    this.#border ??= Buffer.concat([between, chunk.subarray(at, at + beginning)]);
    const end = chunk.indexOf(this.#border, at) + 1;
    this.#lastInChunk = end === 0;
    if (end === 0) return false;
    this.#passGap(chunk, at);
    const text = chunk.toString('utf8', at, end);
    if (mayHoldLongNumber(text)) return false;
    try {
      items.push(this.#parse({ text, longNumber: false }));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#misled = true;
      this.#lastInChunk = true;
      return false;
    }
    this.#start = end;
    return true;
  }

  #bracket(chunk: Buffer, at: number, items: Item[]): void {
    const byte = chunk[at] ?? 0;
    if (byte === openBrace || byte === openBracket) this.#open(chunk, at, byte);
    else this.#close(chunk, at, items);
  }

  #open(chunk: Buffer, at: number, byte: number): void {
    if (this.#inItems && this.#depth === 2) {
      if (byte !== openBrace) throw new SyntaxError(noObject);
      this.#passGap(chunk, at);
      this.#longNumber = false;
    }
    this.#depth++;
    if (byte !== openBracket || this.#depth !== 2 || this.#inItems) return;
    this.#envelope += this.#taken(chunk, at + 1);
    this.#inItems = itemsField.test(this.#envelope);
  }

  #close(chunk: Buffer, at: number, items: Item[]): void {
    this.#depth--;
    if (!this.#inItems) return;
    if (this.#depth === 2) {
      const longNumber = this.#longNumber;
      items.push(this.#parse({ text: this.#taken(chunk, at + 1), longNumber }));
    } else if (this.#depth === 1) {
      this.#passGap(chunk, at);
      this.#inItems = false;
    }
  }

  /** Passes over what parts two items. */
  #passGap(chunk: Buffer, at: number): void {
    for (let i = this.#start; i < at; i++) {
      const byte = chunk[i] ?? 0;
      if (byte > space && byte !== comma) throw new SyntaxError(noObject);
    }
    this.#start = at;
  }

  #taken(chunk: Buffer, end: number): string {
    const text =
      this.#pending.length === 0
        ? chunk.toString('utf8', this.#start, end)
        : Buffer.concat([...this.#pending, chunk.subarray(this.#start, end)]).toString();
    this.#pending = [];
    this.#start = end;
    return text;
  }

  #keepFrom(chunk: Buffer): void {
    if (this.#inItems && this.#depth === 2) this.#passGap(chunk, chunk.length);
    else if (this.#start < chunk.length) this.#pending.push(chunk.subarray(this.#start));
  }
}

/** Whether there are so many digits in a row. Of such a row every sixteenth place has one. */
function mayHoldLongNumber(text: string): boolean {
  for (let at = longDigits - 1; at < text.length; at += longDigits) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let from = at;
    let to = at + 1;
    while (isDigit(text.charCodeAt(from - 1))) from--;
    while (isDigit(text.charCodeAt(to))) to++;
    if (to - from >= longDigits) return true;
  }
  return false;
}

function isDigit(unit: number): boolean {
  return unit >= zero && unit <= nine;
}

const between = Buffer.from('},');

const noObject = 'an item of the list is no object';

/** The quote that ends a string; past the end of the chunk when it ends in the middle of an escape. */
function endOfString(chunk: Buffer, from: number): number {
  let at = from;
  while (at < chunk.length) {
    const byte = chunk[at];
    if (byte === quote) return at;
    at += byte === backslash ? 2 : 1;
  }
  return at;
}

import { isTooHeavy, Scale } from './document-weight.ts';
import type { JsonEvent, Why } from './json-event.ts';
import { isScalar, isScalarPart, mark } from './json-marks.ts';
import { documentLimits } from './limits.ts';

type State =
  | 'between'
  | 'value'
  | 'valueOrEnd'
  | 'key'
  | 'keyOrEnd'
  | 'colon'
  | 'after'
  | 'scalar'
  | 'string'
  | 'escape';

/** Deeper than any object of an API server; what redaction cannot follow it cuts off, so recursion ends in time. */
const maxDepth = 5000;

const itemsKey = /^[iI]tems$/;

/**
 * Finds the JSON in a text that comes in pieces: documents one after the other with anything between
 * them, and in a list each of its items, so that a list of any length passes through. What is no JSON is
 * noticed at its first wrong character; the search goes on there, so the time is linear in any text.
 */
export class JsonScanner {
  #state: State = 'between';
  /** For each open bracket whether it is one of an object. */
  readonly #open: boolean[] = [];
  readonly #scale = new Scale();
  #textLength = 0;
  /** Depth at which items of a list stand; 0 outside of lists. */
  #itemDepth = 0;
  /** The list's text up to its items. */
  #header: string | undefined;
  #key = '';
  #inKey = false;
  #keyFrom = 0;
  /** Whether a string or number was there already; before that, a bracket in prose is no JSON at all. */
  #begun = false;
  #line = 1;
  #startLine = 1;
  /** Where what is being kept begins in the piece at hand; -1 when nothing is. */
  #from = -1;
  #kept: string[] = [];
  #length = 0;
  #events: JsonEvent[] = [];

  *push(text: string): Generator<JsonEvent> {
    let at = 0;
    while (at < text.length) {
      at = this.#step(text, at);
      if (this.#events.length > 0) yield* this.#events.splice(0);
    }
    if (this.#from >= 0) {
      this.#keep(text.slice(this.#from));
      this.#from = 0;
    }
    if (this.#inKey) {
      this.#key += text.slice(this.#keyFrom);
      this.#keyFrom = 0;
    }
    if (this.#length > documentLimits.length) this.#fail(true, 'too long');
    yield* this.#events.splice(0);
  }

  *end(): Generator<JsonEvent> {
    if (this.#open.length > 0) this.#fail(true, 'not valid');
    yield* this.#events.splice(0);
  }

  #step(text: string, at: number): number {
    switch (this.#state) {
      case 'between':
        return this.#between(text, at);
      case 'string':
        return this.#string(text, at);
      case 'escape':
        this.#state = 'string';
        return at + 1;
      case 'scalar':
        return this.#scalar(text, at);
      default:
        return this.#structure(text, at);
    }
  }

  /** The next bracket begins a document. */
  #between(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === mark.newline) this.#line++;
      if (code !== mark.openBrace && code !== mark.openBracket) continue;
      this.#startLine = this.#line;
      this.#begun = false;
      this.#scale.clear();
      this.#header = undefined;
      this.#from = at;
      this.#enter(code === mark.openBrace);
      if (code === mark.openBracket) this.#beginItems();
      return at + 1;
    }
    return text.length;
  }

  #structure(text: string, from: number): number {
    let at = from;
    let code = text.charCodeAt(at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
      if (code === mark.newline) this.#line++;
      code = text.charCodeAt(++at);
    }
    if (at >= text.length) return at;
    if (this.#accept(text, at, code)) return at + 1;
    // Not JSON: perhaps this very character begins some.
    this.#fail(this.#begun, 'not valid');
    return at;
  }

  /** Whether a character may stand here; goes on to what must follow it. */
  #accept(text: string, at: number, code: number): boolean {
    const state = this.#state;
    if (state === 'colon') {
      this.#state = 'value';
      return code === mark.colon;
    }
    if (code === mark.closeBrace || code === mark.closeBracket) return this.#close(text, at, code);
    if (state === 'after') {
      this.#state = this.#open.at(-1) ? 'key' : 'value';
      return code === mark.comma;
    }
    if (state === 'key' || state === 'keyOrEnd') {
      this.#beginString(at, true);
      return code === mark.quote;
    }
    return this.#beginValue(text, at, code);
  }

  #beginValue(text: string, at: number, code: number): boolean {
    if (this.#open.length === this.#itemDepth) {
      this.#startLine = this.#line;
      this.#from = at;
      this.#scale.clear();
    }
    this.#scale.addValue();
    if (code === mark.quote) this.#beginString(at, false);
    else if (code === mark.openBrace) return this.#enter(true);
    else if (code === mark.openBracket) return this.#enterArray(text, at);
    else if (isScalar(code)) this.#state = 'scalar';
    else return false;
    return true;
  }

  #enter(object: boolean): boolean {
    this.#open.push(object);
    this.#scale.open();
    this.#state = object ? 'keyOrEnd' : 'valueOrEnd';
    return this.#open.length <= maxDepth;
  }

  #enterArray(text: string, at: number): boolean {
    const ofList = this.#open.length === 1 && this.#open[0] && itemsKey.test(this.#key);
    if (ofList && this.#itemDepth === 0) {
      this.#header = this.#take(text, at + 1);
      this.#events.push({ type: 'list', text: this.#header, key: this.#key });
      this.#enter(false);
      this.#beginItems();
      return true;
    }
    return this.#enter(false);
  }

  #beginItems(): void {
    this.#itemDepth = this.#open.length;
    this.#from = -1;
  }

  #close(text: string, at: number, code: number): boolean {
    const empty = this.#state === 'keyOrEnd' || this.#state === 'valueOrEnd';
    if (!empty && this.#state !== 'after') return false;
    if (this.#open.at(-1) !== (code === mark.closeBrace)) return false;
    this.#scale.close(this.#open.pop() === true);
    if (this.#itemDepth > this.#open.length) this.#endItems(at);
    else this.#endValue(text, at + 1);
    return true;
  }

  #endItems(at: number): void {
    this.#itemDepth = 0;
    if (this.#open.length === 0) {
      this.#events.push({ type: 'arrayEnd' });
      this.#state = 'between';
      return;
    }
    // The rest of the list joins what stood before its items.
    this.#keep(this.#header ?? '');
    this.#from = at;
    this.#state = 'after';
  }

  /** @param end Index after the value's last character. */
  #endValue(text: string, end: number): void {
    const depth = this.#open.length;
    this.#begun = true;
    this.#state = depth === 0 ? 'between' : 'after';
    if (depth === 0 && this.#header !== undefined) {
      this.#events.push({ type: 'listEnd', text: this.#take(text, end) });
    } else if (depth === this.#itemDepth) {
      const type = depth === 0 ? 'document' : 'item';
      const line = this.#startLine;
      const value = this.#take(text, end);
      const isHeavy = isTooHeavy(this.#scale.weight, value.length);
      this.#events.push(
        isHeavy ? { type: 'broken', line, why: 'heavy' } : { type, text: value, line },
      );
    }
  }

  #beginString(at: number, isKey: boolean): void {
    this.#state = 'string';
    this.#textLength = 0;
    this.#inKey = isKey;
    if (isKey) {
      this.#key = '';
      this.#keyFrom = at + 1;
    }
  }

  #string(text: string, from: number): number {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === mark.quote) {
        this.#endString(text, at);
        return at + 1;
      }
      if (code === mark.backslash) {
        this.#textLength += at - from;
        this.#state = 'escape';
        return at + 1;
      }
      if (code < 0x20) {
        // A string ends on its line.
        this.#fail(this.#begun, 'not valid');
        return at;
      }
    }
    this.#textLength += text.length - from;
    if (this.#textLength > documentLimits.text) this.#fail(true, 'long text');
    return text.length;
  }

  #endString(text: string, at: number): void {
    if (!this.#inKey) {
      this.#endValue(text, at + 1);
      return;
    }
    if (this.#open.length === 1) this.#key += text.slice(this.#keyFrom, at);
    this.#begun = true;
    this.#inKey = false;
    this.#state = 'colon';
  }

  #scalar(text: string, from: number): number {
    let at = from;
    while (at < text.length && isScalarPart(text.charCodeAt(at))) at++;
    if (at < text.length) this.#endValue(text, at);
    return at;
  }

  #fail(tell: boolean, why: Why): void {
    if (tell) this.#events.push({ type: 'broken', line: this.#startLine, why });
    this.#open.length = 0;
    this.#scale.reset();
    this.#itemDepth = 0;
    this.#from = -1;
    this.#kept = [];
    this.#length = 0;
    this.#state = 'between';
  }

  #keep(text: string): void {
    this.#kept.push(text);
    this.#length += text.length;
  }

  /** What was kept, up to `end` in the piece at hand. */
  #take(text: string, end: number): string {
    const piece = text.slice(this.#from, end);
    const taken = this.#kept.length === 0 ? piece : `${this.#kept.join('')}${piece}`;
    this.#from = -1;
    this.#kept = [];
    this.#length = 0;
    return taken;
  }
}

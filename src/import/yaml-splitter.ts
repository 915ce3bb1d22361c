import { documentLimits } from './limits.ts';
import { YamlDocument, type YamlRead } from './yaml-document.ts';

/** What a splitter comes upon. */
export type YamlEvent =
  | ({ readonly type: 'document' | 'item' } & YamlRead)
  /** A list begins, with what stands before its items. */
  | ({ readonly type: 'list'; readonly key: string } & YamlRead)
  /** A list ends, with what stands behind its items. */
  | ({ readonly type: 'listEnd' } & YamlRead);

const separator = /^(?:---|\.\.\.)(?:\s|$)/;
const itemsLine = /^(["']?)([iI]tems)\1[ \t]*:[ \t]*(?:#.*)?$/;
const firstItem = /^( *)-(?:[ \t]|$)/;
const notContent = /^\s*(?:#.*)?$/;
// Directives are left out: the version is settled, and nobody tags a dump.
const noDocument = /^\s*(?:#.*|---\s*(?:#.*)?|%.*)?$/;

/**
 * Cuts YAML into its documents, and a list into its items, by the look of its lines: `---` at a line's
 * beginning separates documents whatever stands around it, and nothing inside an item of a block sequence
 * is indented less than the item. So a list is parsed item by item, which bounds the memory.
 */
export class YamlSplitter {
  /** A line whose end did not come yet, and its length. */
  #rest: string[] = [];
  #restLength = 0;
  #line = 0;
  #state: 'document' | 'beforeItems' | 'items' | 'afterItems' = 'document';
  /** What stands outside of items, and whether that is more than comments. */
  #document: YamlDocument | undefined;
  #hasContent = false;
  /** The line of the items and what follows without content: of the document, unless a list begins. */
  #waiting: string[] = [];
  #key = '';
  #indent = 0;
  #item: YamlDocument | undefined;

  *push(text: string): Generator<YamlEvent> {
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      yield* this.#endLine(text.slice(from, end));
      from = end + 1;
    }
    this.#hold(from === 0 ? text : text.slice(from));
  }

  *end(): Generator<YamlEvent> {
    if (this.#restLength > 0) yield* this.#endLine('');
    yield* this.#endDocument();
  }

  #hold(piece: string): void {
    this.#restLength += piece.length;
    // Of a line that is too long its beginning still says where it belongs.
    if (this.#restLength <= documentLimits.length || this.#rest.length === 0)
      this.#rest.push(piece);
  }

  *#endLine(piece: string): Generator<YamlEvent> {
    this.#hold(piece);
    const isTooLong = this.#restLength > documentLimits.length;
    const text = isTooLong ? (this.#rest[0] ?? '').slice(0, 1000) : this.#rest.join('');
    this.#rest = [];
    this.#restLength = 0;
    this.#line++;
    yield* this.#take(text.endsWith('\r') ? text.slice(0, -1) : text);
    if (isTooLong) (this.#item ?? this.#document)?.refuse();
  }

  *#take(line: string): Generator<YamlEvent> {
    if (separator.test(line)) {
      yield* this.#endDocument();
      if (line.startsWith('---')) this.#addToDocument(line);
    } else if (this.#state === 'beforeItems') yield* this.#beginItems(line);
    else if (this.#state === 'items') yield* this.#nextItem(line);
    else {
      const key = this.#state === 'document' ? itemsLine.exec(line)?.[2] : undefined;
      if (key === undefined) this.#addToDocument(line);
      else {
        this.#document ??= new YamlDocument(this.#line);
        this.#hasContent = true;
        this.#key = key;
        this.#state = 'beforeItems';
        this.#waiting.push(line);
      }
    }
  }

  /** The first line with content after `items:` says whether a block sequence begins. */
  *#beginItems(line: string): Generator<YamlEvent> {
    const dash = firstItem.exec(line);
    if (dash === null) {
      this.#waiting.push(line);
      if (!notContent.test(line)) this.#endWait();
      return;
    }
    this.#waiting = [];
    yield { type: 'list', key: this.#key, ...this.#endRead() };
    this.#document = undefined;
    this.#state = 'items';
    this.#indent = dash[1]?.length ?? 0;
    this.#beginItem(line);
  }

  /** It was no list, or an empty one. */
  #endWait(): void {
    for (const line of this.#waiting.splice(0)) this.#document?.add(line);
    this.#state = 'document';
  }

  *#nextItem(line: string): Generator<YamlEvent> {
    const indent = line.search(/[^ ]/);
    if (indent === -1 || indent > this.#indent || notContent.test(line)) {
      this.#item?.add(line);
      return;
    }
    yield* this.#endItem();
    if (indent === this.#indent && firstItem.test(line)) this.#beginItem(line);
    else {
      this.#state = 'afterItems';
      this.#addToDocument(line);
    }
  }

  /** The dash becomes a blank, and columns stay what they are. */
  #beginItem(line: string): void {
    this.#item = new YamlDocument(this.#line);
    this.#item.add(`${line.slice(0, this.#indent)} ${line.slice(this.#indent + 1)}`);
  }

  *#endItem(): Generator<YamlEvent> {
    if (this.#item !== undefined) yield { type: 'item', ...this.#item.end() };
    this.#item = undefined;
  }

  #addToDocument(line: string): void {
    this.#document ??= new YamlDocument(this.#line);
    this.#document.add(line);
    this.#hasContent ||= !noDocument.test(line);
  }

  *#endDocument(): Generator<YamlEvent> {
    if (this.#state === 'beforeItems') this.#endWait();
    if (this.#state === 'document') {
      if (this.#hasContent) yield { type: 'document', ...this.#endRead() };
    } else {
      yield* this.#endItem();
      yield { type: 'listEnd', ...this.#endRead() };
    }
    this.#document = undefined;
    this.#hasContent = false;
    this.#state = 'document';
  }

  #endRead(): YamlRead {
    return this.#document?.end() ?? { json: undefined, problem: undefined, size: 0 };
  }
}

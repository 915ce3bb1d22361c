/** What a splitter comes upon; each text can be parsed by itself. */
export type YamlEvent =
  | { readonly type: 'document' | 'item'; readonly text: string; readonly line: number }
  /** A list begins; `text` is what stands before its items. */
  | { readonly type: 'list'; readonly text: string; readonly key: string; readonly line: number }
  /** A list ends; `text` is the list without its items. */
  | { readonly type: 'listEnd'; readonly text: string; readonly line: number }
  | { readonly type: 'tooLong'; readonly line: number };

/**
 * UTF-16 units of one document. What a YAML parser makes of a text is fifty times as large, and no object
 * of an API server has more than some millions.
 */
const maxLength = 2 ** 25;

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
  #rest = '';
  #line = 0;
  /** Lines of the document outside of items. */
  #lines: string[] = [];
  #linesFrom = 1;
  #state: 'document' | 'beforeItems' | 'items' | 'afterItems' = 'document';
  #key = '';
  #indent = 0;
  #item: string[] = [];
  #itemFrom = 1;
  #length = 0;

  *push(text: string): Generator<YamlEvent> {
    const all = this.#rest + text;
    let from = 0;
    for (let end = all.indexOf('\n'); end !== -1; end = all.indexOf('\n', from)) {
      yield* this.#take(all.slice(from, end));
      from = end + 1;
    }
    this.#rest = all.slice(from);
    if (this.#rest.length > maxLength) yield* this.#giveUp();
  }

  *end(): Generator<YamlEvent> {
    if (this.#rest !== '') yield* this.#take(this.#rest);
    yield* this.#endDocument();
  }

  *#take(given: string): Generator<YamlEvent> {
    this.#line++;
    const line = given.endsWith('\r') ? given.slice(0, -1) : given;
    if (separator.test(line)) {
      yield* this.#endDocument();
      this.#linesFrom = this.#line;
      if (line.startsWith('---')) this.#lines.push(line);
      return;
    }
    this.#length += line.length;
    if (this.#length > maxLength) yield* this.#giveUp();
    else yield* this.#place(line);
  }

  *#place(line: string): Generator<YamlEvent> {
    if (this.#state === 'beforeItems') yield* this.#beginItems(line);
    else if (this.#state === 'items') yield* this.#nextItem(line);
    else {
      const key = this.#state === 'document' ? itemsLine.exec(line)?.[2] : undefined;
      if (key !== undefined) {
        this.#key = key;
        this.#state = 'beforeItems';
      }
      this.#lines.push(line);
    }
  }

  /** The first line with content after `items:` says whether a block sequence begins. */
  *#beginItems(line: string): Generator<YamlEvent> {
    const dash = firstItem.exec(line);
    if (dash === null) {
      if (!notContent.test(line)) this.#state = 'document';
      this.#lines.push(line);
      return;
    }
    while (!itemsLine.test(this.#lines.at(-1) ?? 'items:')) this.#lines.pop();
    this.#lines.pop();
    yield { type: 'list', text: this.#text(), key: this.#key, line: this.#linesFrom };
    this.#state = 'items';
    this.#indent = dash[1]?.length ?? 0;
    this.#beginItem(line);
  }

  *#nextItem(line: string): Generator<YamlEvent> {
    const indent = line.search(/[^ ]/);
    if (indent === -1 || indent > this.#indent || notContent.test(line)) {
      this.#item.push(line);
      return;
    }
    yield* this.#endItem();
    if (indent === this.#indent && firstItem.test(line)) this.#beginItem(line);
    else {
      this.#state = 'afterItems';
      this.#lines.push(line);
    }
  }

  /** The dash becomes a blank, and columns stay what they are. */
  #beginItem(line: string): void {
    const { length } = ' '.repeat(this.#indent);
    this.#item.push(`${line.slice(0, length)} ${line.slice(length + 1)}`);
    this.#itemFrom = this.#line;
  }

  *#endItem(): Generator<YamlEvent> {
    yield { type: 'item', text: `${this.#item.join('\n')}\n`, line: this.#itemFrom };
    this.#item = [];
    this.#length = 0;
  }

  *#endDocument(): Generator<YamlEvent> {
    const inList = this.#state === 'items' || this.#state === 'afterItems';
    if (this.#state === 'items') yield* this.#endItem();
    const line = this.#linesFrom;
    if (inList) yield { type: 'listEnd', text: this.#text(), line };
    else if (!this.#lines.every((each) => noDocument.test(each))) {
      yield { type: 'document', text: this.#text(), line };
    }
    this.#reset();
  }

  *#giveUp(): Generator<YamlEvent> {
    yield { type: 'tooLong', line: this.#linesFrom };
    this.#reset();
  }

  #reset(): void {
    this.#lines = [];
    this.#item = [];
    this.#rest = '';
    this.#length = 0;
    this.#linesFrom = this.#line + 1;
    this.#state = 'document';
  }

  #text(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

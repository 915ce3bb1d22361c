import { parseJson } from '#snapshot/json.ts';
import { LogFilter } from './cluster-info-dump.ts';
import type { Format, ListHeader, Part, TextReader } from './format.ts';
import type { JsonEvent, Why } from './json-event.ts';
import { JsonScanner } from './json-scanner.ts';
import { tooHeavy, tooLong } from './limits.ts';
import { StreamedList } from './streamed-list.ts';

/**
 * One JSON document, JSON Lines, or JSON documents one after the other with anything between them, as
 * `kubectl cluster-info dump` prints. Items of lists are handed on one by one.
 */
export const json: Format = {
  // A brace alone can begin YAML too (`{kind: Pod}`); in JSON a quote or a bracket must follow.
  recognises: (head) => /^\s*(\{\s*["}]|\[\s*[{\]])/.test(head) || hasJsonLine.test(head),
  open: () => new JsonReader(),
};

/** Text comes first: JSON begins on a line of its own. */
const hasJsonLine = /^(\{\s*"|\[\s*\{\s*")/m;

class JsonReader implements TextReader {
  readonly #logs = new LogFilter();
  readonly #scanner = new JsonScanner();
  #list: StreamedList | undefined;
  #itemsKey = 'items';

  get name(): string {
    return this.#logs.found ? 'cluster-info dump' : 'JSON';
  }

  *push(text: string): Generator<Part> {
    for (const piece of this.#logs.push(text)) {
      for (const event of this.#scanner.push(piece)) yield* this.#partsOf(event);
    }
  }

  *end(): Generator<Part> {
    for (const event of this.#scanner.push(this.#logs.end())) yield* this.#partsOf(event);
    for (const event of this.#scanner.end()) yield* this.#partsOf(event);
  }

  *#partsOf(event: JsonEvent): Generator<Part> {
    switch (event.type) {
      case 'broken':
        if (this.#list !== undefined) yield* this.#list.cut();
        this.#list = undefined;
        yield broken(event.line, event.why);
        break;
      case 'list':
        this.#list = new StreamedList(record(tryParse(`${event.text}]}`)));
        this.#itemsKey = event.key;
        break;
      case 'listEnd':
        yield* this.#endList(record(tryParse(event.text)));
        break;
      case 'arrayEnd':
        yield { type: 'list', header: undefined };
        break;
      default:
        yield* this.#valueIn(event);
    }
  }

  *#valueIn({ type, text, line }: JsonEvent & { readonly text: string; readonly line: number }) {
    const value = tryParse(text);
    if (value === undefined) yield broken(line, 'not valid');
    else if (type === 'document') yield { type, value, size: text.length } as const;
    else if (this.#list !== undefined) yield* this.#list.item(value, text.length);
    else yield { type: 'item', value, list: undefined, size: text.length } as const;
  }

  *#endList(header: ListHeader): Generator<Part> {
    const { [this.#itemsKey]: _, ...fields } = header;
    yield* this.#list?.end(fields, this.#itemsKey) ?? [];
    this.#list = undefined;
  }
}

function broken(line: number, why: Why): Part {
  return { type: 'problem', text: `line ${line} begins ${whatIsBroken[why]}` };
}

const whatIsBroken = {
  'not valid': 'JSON that is not valid or not whole',
  'too long': tooLong('a document'),
  'long text': `a document with ${tooLong('a text')}`,
  heavy: tooHeavy,
} as const satisfies Record<Why, string>;

function record(value: unknown): ListHeader {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** `undefined` when the text is not JSON. */
function tryParse(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

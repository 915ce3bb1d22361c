import type { Format, ListHeader, Part, TextReader } from './format.ts';
import { StreamedList } from './streamed-list.ts';
import { type YamlEvent, YamlSplitter } from './yaml-splitter.ts';

/**
 * YAML, one document or many, lists item by item. kubectl reads YAML 1.1 with a few exceptions, and so
 * does this: `yes` and `on` are booleans, `0644` is octal, but `8080:80` is text and not a number of base
 * 60, a time stays text, and of two equal keys the later counts.
 *
 * @see https://github.com/kubernetes-sigs/yaml
 */
export const yaml: Format = {
  recognises: (head) => /^(?:- )?["']?(?:apiVersion|kind|[iI]tems)["']?[ \t]*:/m.test(head),
  open: (head) => new YamlReader(ofHelm.test(head) ? 'helm template' : 'YAML'),
};

/** What `helm template` writes above each document. */
const ofHelm = /^# Source: \S+\/templates\/\S+$/m;

class YamlReader implements TextReader {
  readonly name: string;
  readonly #splitter = new YamlSplitter();
  #list: StreamedList | undefined;
  /** What stands before the items of the list. */
  #header: ListHeader = {};
  #itemsKey = 'items';

  constructor(name: string) {
    this.name = name;
  }

  *push(text: string): Generator<Part> {
    for (const event of this.#splitter.push(text)) yield* this.#partsOf(event);
  }

  *end(): Generator<Part> {
    for (const event of this.#splitter.end()) yield* this.#partsOf(event);
  }

  *#partsOf(event: YamlEvent): Generator<Part> {
    const { json, problem, size } = event;
    if (problem !== undefined) yield { type: 'problem', text: problem };
    switch (event.type) {
      case 'document':
        // Nothing between two `---` is no document: helm prints many.
        if (json !== undefined && json !== null) yield { type: 'document', value: json, size };
        break;
      case 'list':
        this.#header = record(json);
        this.#list = new StreamedList(this.#header);
        this.#itemsKey = event.key;
        break;
      case 'item':
        if (json !== undefined) yield* this.#list?.item(json, size) ?? [];
        break;
      case 'listEnd':
        yield* this.#list?.end({ ...this.#header, ...record(json) }, this.#itemsKey) ?? [];
        this.#list = undefined;
    }
  }
}

function record(value: unknown): ListHeader {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

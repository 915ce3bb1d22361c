import type { Reference } from '#kinds/reference.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { Column } from './column.ts';
import type { Edge, Entry } from './model.ts';
import { type Path, Paths } from './paths.ts';
import { type Saying, Sayings } from './sayings.ts';

const none = -1;

/**
 * The edges of a model, in columns of numbers: a large one has a million, and an object for each would take half
 * of its memory and of the time to build it.
 */
export class EdgeTable {
  readonly #entries: readonly Entry[];
  readonly #paths = new Paths();
  readonly #sayings = new Sayings();
  /** By place of an object: number of the first edge it writes; at the next place, of the first that it does not. */
  readonly #first: Int32Array;
  /** By place of an object: number of the last edge that leads to it. */
  readonly #last: Int32Array;
  // By number of an edge: places of its ends, what it says, the name in its path, and the edge before it that
  // leads to the same object.
  readonly #from = new Column();
  readonly #to = new Column();
  readonly #said = new Column();
  readonly #name = new Column();
  readonly #previous = new Column();
  #count = 0;
  #writer = none;
  #path: Path | undefined;
  #saying: Saying | undefined;
  #mayRepeat = false;

  /** @param entries All objects, each at its {@link Entry.place}. */
  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
    this.#first = new Int32Array(entries.length + 1);
    this.#last = new Int32Array(entries.length).fill(none);
  }

  /** Begins with an object, whose references follow. Each has its turn once, in the order of their places. */
  begin({ place }: Entry): void {
    this.#paths.tidy();
    this.#writer = place;
    this.#first[place] = this.#count;
    this.#first[place + 1] = this.#count;
  }

  /** Begins with a reference of the object, whose targets follow. */
  tell(reference: Reference): void {
    const path = this.#paths.of(reference.path);
    this.#path = path;
    this.#saying = this.#sayings.of(reference, path.template);
    this.#mayRepeat = path.lastTeller === this.#writer;
    path.lastTeller = this.#writer;
  }

  /**
   * Adds an edge to a target of the reference, unless the object has said the same of it at the same path: in a
   * list whose key is not unique, one thing is said twice.
   */
  add({ place: to }: Entry): void {
    const path = this.#path;
    const saying = this.#saying;
    if (path === undefined || saying === undefined) return;
    if (this.#mayRepeat && this.#isRepeat(to, saying, path)) return;
    this.#from.add(this.#writer);
    this.#to.add(to);
    this.#said.add(saying.number);
    this.#name.add(path.name);
    this.#previous.add(numberAt(this.#last, to));
    this.#last[to] = this.#count++;
    this.#first[this.#writer + 1] = this.#count;
  }

  /** The edges that an object writes, in its order. */
  from({ place }: Entry): readonly Edge[] {
    const edges: Edge[] = [];
    const end = numberAt(this.#first, place + 1);
    for (let edge = numberAt(this.#first, place); edge < end; edge++) edges.push(this.#read(edge));
    return edges;
  }

  /** The edges that lead to an object, in the order of the objects that write them. */
  to({ place }: Entry): readonly Edge[] {
    const edges: Edge[] = [];
    for (let edge = numberAt(this.#last, place); edge !== none; edge = this.#previous.at(edge)) {
      edges.push(this.#read(edge));
    }
    return edges.reverse();
  }

  /** What an object's edges of one relation lead to, in its order. */
  targets({ place }: Entry, relation: Edge['relation']): readonly Entry[] {
    const targets: Entry[] = [];
    const end = numberAt(this.#first, place + 1);
    for (let edge = numberAt(this.#first, place); edge < end; edge++) {
      if (this.#sayingAt(edge).relation !== relation) continue;
      targets.push(this.#entryAt(this.#to.at(edge)));
    }
    return targets;
  }

  #read(edge: number): Edge {
    const { relation, template, detail, optional } = this.#sayingAt(edge);
    const path = template.with(this.#nameIn(edge));
    const from = this.#idAt(this.#from.at(edge));
    return { from, to: this.#idAt(this.#to.at(edge)), relation, path, detail, optional };
  }

  #isRepeat(to: number, { relation, template }: Saying, path: Path): boolean {
    const first = numberAt(this.#first, this.#writer);
    const name = this.#paths.nameAt(path.name);
    for (let edge = numberAt(this.#last, to); edge >= first; edge = this.#previous.at(edge)) {
      const other = this.#sayingAt(edge);
      const says = other.template === template && other.relation === relation;
      if (says && this.#nameIn(edge) === name) return true;
    }
    return false;
  }

  #sayingAt(edge: number): Saying {
    return this.#sayings.at(this.#said.at(edge));
  }

  #nameIn(edge: number): string {
    return this.#paths.nameAt(this.#name.at(edge));
  }

  #entryAt(place: number): Entry {
    return this.#entries[place] as Entry;
  }

  #idAt(place: number): ObjectId {
    return this.#entryAt(place).id;
  }
}

function numberAt(column: Int32Array, index: number): number {
  return column[index] as number;
}

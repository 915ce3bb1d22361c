import type { Reference } from '#kinds/reference.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import type { Edge, Entry } from './model.ts';
import { type Saying, Sayings } from './sayings.ts';

const none = -1;
const fewEdges = 1024;

/**
 * The edges of a model, in columns of numbers: a large one has a million, and an object for each would take half
 * of its memory and of the time to build it.
 */
export class EdgeTable {
  readonly #entries: readonly Entry[];
  readonly #sayings = new Sayings();
  /** By place of an object: number of the first edge it writes; at the next place, of the first that it does not. */
  readonly #first: Int32Array;
  /** By place of an object: number of the last edge that leads to it. */
  readonly #last: Int32Array;
  // By number of an edge: places of its ends, what it says, and the edge before it that leads to the same object.
  #from = new Int32Array(fewEdges);
  #to = new Int32Array(fewEdges);
  #said = new Int32Array(fewEdges);
  #previous = new Int32Array(fewEdges);
  #count = 0;
  #writer = none;
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
    this.#writer = place;
    this.#first[place] = this.#count;
    this.#first[place + 1] = this.#count;
  }

  /** Begins with a reference of the object, whose targets follow. */
  tell(reference: Reference): void {
    const saying = this.#sayings.of(reference);
    this.#saying = saying;
    this.#mayRepeat = saying.first.lastTeller === this.#writer;
    saying.first.lastTeller = this.#writer;
  }

  /**
   * Adds an edge to a target of the reference, unless the object has said the same of it at the same path: in a
   * list whose key is not unique, one thing is said twice.
   */
  add({ place: to }: Entry): void {
    const saying = this.#saying;
    if (saying === undefined || (this.#mayRepeat && this.#isRepeat(to, saying))) return;
    const edge = this.#count++;
    if (edge === this.#to.length) this.#grow();
    this.#from[edge] = this.#writer;
    this.#to[edge] = to;
    this.#said[edge] = saying.number;
    this.#previous[edge] = numberAt(this.#last, to);
    this.#last[to] = edge;
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
    for (let edge = numberAt(this.#last, place); edge !== none; ) {
      edges.push(this.#read(edge));
      edge = numberAt(this.#previous, edge);
    }
    return edges.reverse();
  }

  /** What an object's edges of one relation lead to, in its order. */
  targets({ place }: Entry, relation: Edge['relation']): readonly Entry[] {
    const targets: Entry[] = [];
    const end = numberAt(this.#first, place + 1);
    for (let edge = numberAt(this.#first, place); edge < end; edge++) {
      if (this.#sayings.at(numberAt(this.#said, edge)).relation !== relation) continue;
      targets.push(this.#entryAt(numberAt(this.#to, edge)));
    }
    return targets;
  }

  #read(edge: number): Edge {
    const { relation, path, detail, optional } = this.#sayings.at(numberAt(this.#said, edge));
    const from = this.#idAt(numberAt(this.#from, edge));
    return { from, to: this.#idAt(numberAt(this.#to, edge)), relation, path, detail, optional };
  }

  #isRepeat(to: number, { relation, path }: Saying): boolean {
    const first = numberAt(this.#first, this.#writer);
    for (let edge = numberAt(this.#last, to); edge >= first; ) {
      const other = this.#sayings.at(numberAt(this.#said, edge));
      if (other.path === path && other.relation === relation) return true;
      edge = numberAt(this.#previous, edge);
    }
    return false;
  }

  #entryAt(place: number): Entry {
    return this.#entries[place] as Entry;
  }

  #idAt(place: number): ObjectId {
    return this.#entryAt(place).id;
  }

  #grow(): void {
    this.#from = doubled(this.#from);
    this.#to = doubled(this.#to);
    this.#said = doubled(this.#said);
    this.#previous = doubled(this.#previous);
  }
}

function numberAt(column: Int32Array, index: number): number {
  return column[index] as number;
}

function doubled(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(column.length * 2);
  longer.set(column);
  return longer;
}

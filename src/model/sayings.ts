import type { Reference, Relation } from '#kinds/reference.ts';
import type { Edge } from './model.ts';

/** What an edge says, its ends aside. */
export class Saying implements Omit<Edge, 'from' | 'to'> {
  readonly number: number;
  readonly relation: Relation;
  readonly path: string;
  readonly detail: string | undefined;
  readonly optional: boolean | undefined;
  /** The first that was said at this path; most often there is no other. */
  readonly first: Saying;
  /** Of the first: place of the object that had something to say at this path last. */
  lastTeller = -1;
  /** What was said next at this path. */
  next: Saying | undefined;

  constructor(
    number: number,
    { relation, path, detail, optional }: Reference,
    first: Saying | undefined,
  ) {
    this.number = number;
    this.relation = relation;
    this.path = path;
    this.detail = detail;
    this.optional = optional;
    this.first = first ?? this;
  }

  isOf({ relation, detail, optional }: Reference): boolean {
    return this.relation === relation && this.detail === detail && this.optional === optional;
  }
}

/** What the edges of a model say: ten thousand Pods mount `spec.volumes[name=config]`, and it is kept once. */
export class Sayings {
  readonly #byNumber: Saying[] = [];
  readonly #firsts = new Map<string, Saying>();

  /** What a reference says of its targets: one and the same for all references that say it. */
  of(reference: Reference): Saying {
    const first = this.#firsts.get(reference.path);
    let last = first;
    for (let saying = first; saying !== undefined; saying = saying.next) {
      if (saying.isOf(reference)) return saying;
      last = saying;
    }
    const saying = new Saying(this.#byNumber.length, reference, first);
    if (last === undefined) this.#firsts.set(reference.path, saying);
    else last.next = saying;
    this.#byNumber.push(saying);
    return saying;
  }

  at(number: number): Saying {
    return this.#byNumber[number] as Saying;
  }
}

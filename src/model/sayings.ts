import type { Reference, Relation } from '#kinds/reference.ts';
import type { Edge } from './model.ts';
import type { Template } from './paths.ts';

/** What an edge says, its ends and the name in its path aside. */
export interface Saying extends Omit<Edge, 'from' | 'to' | 'path'> {
  readonly number: number;
  readonly relation: Relation;
  readonly template: Template;
  /** Another of the same template and detail: a relation or `optional` is other, of which there are few. */
  readonly next: Saying | undefined;
}

type ByDetail = Map<string | undefined, Saying>;

/** What the edges of a model say: ten thousand Pods mount a volume at `/etc/config`, and it is kept once. */
export class Sayings {
  readonly #byNumber: Saying[] = [];
  readonly #byTemplate = new Map<Template, ByDetail>();

  /** What a reference says of its targets: one and the same for all references that say it. */
  of({ relation, detail, optional }: Reference, template: Template): Saying {
    const byDetail = this.#byTemplate.get(template) ?? new Map<string | undefined, Saying>();
    if (byDetail.size === 0) this.#byTemplate.set(template, byDetail);
    const next = byDetail.get(detail);
    for (let known = next; known !== undefined; known = known.next) {
      if (known.relation === relation && known.optional === optional) return known;
    }
    const saying = { number: this.#byNumber.length, relation, template, detail, optional, next };
    this.#byNumber.push(saying);
    byDetail.set(detail, saying);
    return saying;
  }

  at(number: number): Saying {
    return this.#byNumber[number] as Saying;
  }
}

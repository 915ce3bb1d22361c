/** What paths have in common that differ in a name: `spec.volumes[name=` and `].configMap.name`. */
export class Template {
  readonly #before: string;
  readonly #after: string;

  constructor(before: string, after: string) {
    this.#before = before;
    this.#after = after;
  }

  /** The path with this name. */
  with(name: string): string {
    return this.#before + name + this.#after;
  }
}

/** A path in two parts; paths are equal whose template and text of the name are. */
export interface Path {
  readonly template: Template;
  /** Number of the name, which {@link Paths.nameAt} tells; one name may have several. */
  readonly name: number;
  /** Place of the object that had something to say at this path last. */
  lastTeller: number;
}

/** Most of all edges share a few hundred paths. */
const mostKnown = 4096;
const nameStart = '[name=';

/**
 * The paths of a model's edges. Each Pod has some of its own, as the volume of its token has a random name:
 * `spec.volumes[name=kube-api-access-x7k2p].projected…`. What is kept are templates and names; a path is put
 * together again when somebody reads the edge.
 */
export class Paths {
  /** The paths of late, by their text. */
  readonly #known = new Map<string, Path>();
  /** By what stands before the name, then by what stands after it. */
  readonly #templates = new Map<string, Map<string, Template>>();
  readonly #names: string[] = [''];

  /** Forgets the paths of late if they are many: not between two of one object, whose repeats they tell. */
  tidy(): void {
    if (this.#known.size > mostKnown) this.#known.clear();
  }

  of(path: string): Path {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const parts = this.#split(path);
    this.#known.set(path, parts);
    return parts;
  }

  nameAt(name: number): string {
    return this.#names[name] as string;
  }

  #split(path: string): Path {
    const start = path.lastIndexOf(nameStart) + nameStart.length;
    const end = start < nameStart.length ? -1 : path.indexOf(']', start);
    if (end === -1) return { template: this.#template(path, ''), name: 0, lastTeller: -1 };
    const template = this.#template(path.slice(0, start), path.slice(end));
    return { template, name: this.#numberOf(path.slice(start, end)), lastTeller: -1 };
  }

  #template(before: string, after: string): Template {
    const byAfter = this.#templates.get(before) ?? new Map<string, Template>();
    if (byAfter.size === 0) this.#templates.set(before, byAfter);
    const template = byAfter.get(after) ?? new Template(before, after);
    byAfter.set(after, template);
    return template;
  }

  /** The sources of a volume follow each other, and with them the paths that have its name. */
  #numberOf(name: string): number {
    const last = this.#names.length - 1;
    return this.#names[last] === name ? last : this.#names.push(name) - 1;
  }
}

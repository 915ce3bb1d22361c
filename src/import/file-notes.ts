import type { DumpFile } from './dump-file.ts';
import type { Finding } from './findings.ts';
import type { Layout, PathHint } from './layout.ts';
import type { Placed } from './layouts.ts';
import { treeOf } from './object-trees.ts';

/** Faults that are told one by one; a file that has more is broken all through. */
const maxTexts = 20;

/** Equal faults of one file, counted. */
class Counted {
  readonly #counts = new Map<string, number>();

  add(given: string): void {
    const isNew = !this.#counts.has(given);
    const text = isNew && this.#counts.size >= maxTexts ? 'has further parts like these' : given;
    this.#counts.set(text, (this.#counts.get(text) ?? 0) + 1);
  }

  get entries(): Iterable<readonly [text: string, count: number]> {
    return this.#counts;
  }
}

/** What was found in one file, before it is known whether it holds anything of Kubernetes. */
export class FileNotes {
  readonly file: DumpFile;
  readonly unreadable = new Counted();
  readonly remarks = new Counted();
  readonly #placed: Placed | undefined;
  readonly #shapes = new Set<string>();
  readonly #trees = new Set<string | undefined>();
  #objects = 0;
  #lists = 0;

  constructor(file: DumpFile, placed: Placed | undefined) {
    this.file = file;
    this.#placed = placed;
  }

  /** Where the findings of this file are from. */
  get origin(): { readonly hint: PathHint | undefined; readonly path: string } {
    const place = this.#placed?.place;
    const hint = place !== undefined && 'hint' in place ? place.hint : undefined;
    return { hint, path: this.file.path };
  }

  get objects(): number {
    return this.#objects;
  }

  get holdsObjects(): boolean {
    return this.#objects + this.#lists > 0;
  }

  /** Why nobody expects objects in this file; `undefined` where one would. */
  get noObjects(): string | undefined {
    const place = this.#placed?.place;
    return place !== undefined && 'noObjects' in place ? place.noObjects : undefined;
  }

  add(finding: Finding): void {
    if (finding.type === 'unreadable') this.unreadable.add(finding.reason);
    else if (finding.type === 'remark') this.remarks.add(finding.text);
    else if (finding.type === 'shape') this.#shapes.add(finding.shape);
    else if (finding.type === 'list') this.#lists++;
    else if (finding.type === 'object') {
      const { kind, metadata } = finding.object;
      this.#objects++;
      this.#trees.add(treeOf(this.file.path, { kind, name: metadata.name }));
    }
  }

  get layout(): Layout | undefined {
    return this.#placed?.layout;
  }

  /**
   * What the file is by itself.
   *
   * @param format Name of the format of its text.
   */
  formats(format: string): readonly string[] {
    const [tree] = this.#trees;
    if (this.#objects === 1 && tree !== undefined) return [tree];
    return [...this.#shapes].map((shape) => `${shape} (${format})`);
  }
}

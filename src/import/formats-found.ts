import type { Layout } from './layout.ts';

/** The formats of a dump, gathered file by file. */
export class FormatsFound {
  readonly #formats = new Set<string>();
  readonly #layouts = new Map<Layout, { marked: boolean; readonly formats: Set<string> }>();

  /**
   * @param layout The layout that knows the file's path.
   * @param formats What the file is by itself.
   */
  add(path: string, layout: Layout | undefined, formats: readonly string[]): void {
    if (layout === undefined) {
      for (const format of formats) this.#formats.add(format);
      return;
    }
    const found = this.#layouts.get(layout) ?? { marked: false, formats: new Set() };
    found.marked ||= layout.mark === undefined || layout.mark.test(path);
    for (const format of formats) found.formats.add(format);
    this.#layouts.set(layout, found);
  }

  /** Sorted. A layout that was not seen for certain is no more than what its files are. */
  list(): string[] {
    const ofLayouts = [...this.#layouts].flatMap(([layout, { marked, formats }]) =>
      marked ? [layout.name] : [...formats],
    );
    return [...new Set([...this.#formats, ...ofLayouts])].sort();
  }
}

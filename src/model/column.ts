const bits = 14;
const pageLength = 1 << bits;

/**
 * A list of whole numbers that only grows, in pages: one long array that doubles would copy millions of
 * numbers, and hold up to three times their memory until the halves that it left are collected.
 */
export class Column {
  readonly #pages: Int32Array[] = [];
  #length = 0;

  add(number: number): void {
    const at = this.#length++;
    if ((at & (pageLength - 1)) === 0) this.#pages.push(new Int32Array(pageLength));
    (this.#pages[at >> bits] as Int32Array)[at & (pageLength - 1)] = number;
  }

  /** @param index Of a number that was added. */
  at(index: number): number {
    return (this.#pages[index >> bits] as Int32Array)[index & (pageLength - 1)] as number;
  }
}

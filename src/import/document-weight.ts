/**
 * Bytes of memory, roughly, that values take while a document is read, redacted and written, as measured: an
 * empty object of two characters takes as much as a long text.
 */
const weights = { container: 130, scalar: 32, key: 250 } as const;

/** Objects with more keys are hash tables, and each key takes as much as a small object. */
const maxKeysOfShape = 100;

/** Below this no document is too heavy; above it the text must be long as well. */
const freeWeight = 140e6;

/** Whether a document is too heavy to be held, so that memory stays below 250 MB and four times its text. */
export function isTooHeavy(weight: number, length: number): boolean {
  return weight > freeWeight + 2 * length;
}

/** What the values of a document weigh. */
export function weightOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return weights.scalar;
  let weight: number = weights.container;
  let fields = 0;
  for (const key in value) {
    weight += weightOf((value as Record<string, unknown>)[key]);
    fields++;
  }
  const isMap = !Array.isArray(value) && fields > maxKeysOfShape;
  return isMap ? weight + fields * weights.key : weight;
}

/** Weighs a document while its brackets and values go by. */
export class Scale {
  #weight = 0;
  /** For each open bracket the values in it so far. */
  readonly #fields: number[] = [];

  get weight(): number {
    return this.#weight;
  }

  addValue(): void {
    this.#weight += weights.scalar;
    const last = this.#fields.length - 1;
    if (last >= 0) this.#fields[last] = (this.#fields[last] ?? 0) + 1;
  }

  open(): void {
    this.#weight += weights.container;
    this.#fields.push(0);
  }

  close(isObject: boolean): void {
    const fields = this.#fields.pop() ?? 0;
    if (isObject && fields > maxKeysOfShape) this.#weight += fields * weights.key;
  }

  /** Another document begins inside of the brackets that are open. */
  clear(): void {
    this.#weight = 0;
  }

  /** Nothing is open any more. */
  reset(): void {
    this.#weight = 0;
    this.#fields.length = 0;
  }
}

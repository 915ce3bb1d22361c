import type { ListHeader, Part } from './format.ts';

/** An item whose list must end before it can be named. */
interface HeldItem {
  readonly value: unknown;
  readonly size: number;
}

/**
 * A list whose items are handed on while it is still being read. Most lists say what they hold before
 * their items, or each item says it; where keys were sorted (`apiVersion`, `items`, `kind`) and items are
 * bare, they wait for the list's end: such a list is one document, and is held as one.
 */
export class StreamedList {
  readonly #early: ListHeader;
  readonly #held: HeldItem[] = [];

  /** @param early Fields that stand before the items. */
  constructor(early: ListHeader) {
    this.#early = early;
  }

  *item(value: unknown, size: number): Generator<Part> {
    if (isNamed(this.#early)) yield { type: 'item', value, list: this.#early, size };
    else if (isNamed(value)) yield { type: 'item', value, list: undefined, size };
    else this.#held.push({ value, size });
  }

  /** @param header All fields but the items, which go by the name of `itemsKey`. */
  *end(header: ListHeader, itemsKey: string): Generator<Part> {
    const items = this.#held.map(({ value }) => value);
    if (hasName(header)) {
      // A custom resource may be called …List and have items.
      const size = this.#held.reduce((sum, held) => sum + held.size, 0);
      yield { type: 'document', value: { ...header, [itemsKey]: items }, size };
      return;
    }
    for (const held of this.#held) yield { type: 'item', list: header, ...held };
    yield { type: 'list', header };
  }

  /** The text ended inside the list: what is there is kept, and nobody says that it is all. */
  *cut(): Generator<Part> {
    for (const held of this.#held) yield { type: 'item', list: this.#early, ...held };
  }
}

function isNamed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, apiVersion } = value as ListHeader;
  return typeof kind === 'string' && typeof apiVersion === 'string';
}

function hasName({ metadata }: ListHeader): boolean {
  return typeof metadata === 'object' && metadata !== null && 'name' in metadata;
}

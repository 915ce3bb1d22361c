import { canonicalLine } from '#snapshot/json.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';

/**
 * The objects of a resource in the order an API server lists them: by the bytes of `namespace/name`.
 * They are made one by one when they are asked for, so a list may be longer than memory holds.
 */
export interface Listing {
  readonly length: number;
  /** `shop/web`; `/worker-1` of an object of no namespace. */
  place(at: number): string;
  /** JSON of an item as the list holds it: without what it is, if the server's own types describe it. */
  item(at: number): string;
}

/** `shop/web`; `/worker-1` of an object of no namespace. */
export function placeOf({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

/** A listing of objects in memory, which are in order. */
export function recordedListing(objects: readonly KubeObject[], builtin: boolean): Listing {
  const object = (at: number) =>
    objects[at] ?? { apiVersion: '', kind: '', metadata: { name: '' } };
  return {
    length: objects.length,
    place: (at) => placeOf(object(at)),
    item: (at) => canonicalLine(builtin ? itemOf(object(at)) : object(at)),
  };
}

function itemOf({ apiVersion: _, kind: __, ...item }: KubeObject): object {
  return item;
}

/** One listing after the other. */
export function joined(first: Listing, then: Listing): Listing {
  return {
    length: first.length + then.length,
    place: (at) => (at < first.length ? first.place(at) : then.place(at - first.length)),
    item: (at) => (at < first.length ? first.item(at) : then.item(at - first.length)),
  };
}

/** Position of the first object from a place on. */
export function firstFrom({ length, place }: Listing, wanted: string): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

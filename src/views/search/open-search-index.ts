import { frontDecoded, recencyDecoded } from './column-codes.ts';
import { objectAddress, type Placed } from './object-address.ts';
import type { DetailType, SearchDetails, SearchIndex } from './search-index.ts';

/** Details of one type, ready to be searched. */
export interface OpenDetails {
  readonly type: DetailType;
  readonly texts: readonly string[];
  /** In lower case. */
  readonly lower: readonly string[];
  readonly sets: readonly (readonly number[])[];
}

/** An index whose columns can be read at any place. */
export interface OpenIndex extends Omit<SearchIndex, 'details' | 'names' | 'setOf' | 'folded'> {
  readonly names: readonly string[];
  /** In lower case. */
  readonly lower: readonly string[];
  /** Place in `namespaces`; -1 for objects of the cluster. */
  readonly namespaceOf: Int32Array;
  /** Place of the object on whose page this one is shown: its own, for most. */
  readonly homeOf: Int32Array;
  readonly setOf: Int32Array;
  readonly details: readonly OpenDetails[];
}

/** Reads an index as it was loaded. */
export function openSearchIndex(index: SearchIndex): OpenIndex {
  const names = frontDecoded(index.names);
  const setOf = recencyDecoded();
  return {
    ...index,
    names,
    lower: names.map((name) => name.toLowerCase()),
    namespaceOf: runsRead(index.namespaceRuns, names.length),
    homeOf: homesRead(index.folded, names.length),
    setOf: Int32Array.from(index.setOf, setOf),
    details: [
      openDetails('image', index.details.image),
      openDetails('host', index.details.host),
      openDetails('key', index.details.key),
      openDetails('label', index.details.label),
      openDetails('about', index.details.about),
    ],
  };
}

function openDetails(type: DetailType, { texts: coded, sets }: SearchDetails): OpenDetails {
  const texts = frontDecoded(coded);
  const place = recencyDecoded();
  return {
    type,
    texts,
    lower: texts.map((text) => text.toLowerCase()),
    sets: sets.map((set) => set.map(place)),
  };
}

function runsRead(runs: readonly number[], length: number): Int32Array {
  const numbers = new Int32Array(length);
  let start = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const end = start + (runs[at + 1] ?? 0);
    numbers.fill(runs[at] ?? -1, start, end);
    start = end;
  }
  return numbers;
}

function homesRead(folded: readonly number[], length: number): Int32Array {
  const homes = new Int32Array(length);
  let home = 0;
  for (const count of folded) {
    const end = home + count + 1;
    homes.fill(home, home, end);
    home = end;
  }
  return homes;
}

/** The namespace of an object; none for objects of the cluster. */
export function namespaceAt(index: OpenIndex, place: number): string | undefined {
  return index.namespaces[index.namespaceOf[place] ?? -1]?.[0];
}

/** The address of an object: its page, or its anchor on the page of what made it. */
export function hrefAt(index: OpenIndex, place: number): string {
  const unusual = index.hrefs[place];
  if (unusual !== undefined) return unusual;
  const home = index.homeOf[place] ?? place;
  if (home === place) return objectAddress(index.root, placedAt(index, place));
  return objectAddress(index.root, placedAt(index, place), placedAt(index, home), place - home - 1);
}

function placedAt(index: OpenIndex, place: number): Placed {
  const { kind = '', resource = '' } = index.kinds[index.kindOf[place] ?? -1] ?? {};
  const name = index.names[place] ?? '';
  return { kind, resource, namespace: namespaceAt(index, place), name };
}

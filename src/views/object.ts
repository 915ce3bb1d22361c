import type { Entry, Model } from '#model/model.ts';
import type { Links } from './links.ts';

/** What a page of an object shows, as plain data. */
export interface ObjectView {
  readonly kind: string;
  readonly name: string;
  readonly category: Entry['kind']['category'];
  readonly glyph: string;
}

/** What an object's page is made from. */
export interface ObjectViewInput {
  readonly model: Model;
  readonly links: Links;
  /** The object the page is about. */
  readonly entry: Entry;
  /** Counts from 1; later pages show the next of many folded objects (`folded.ts`). */
  readonly page: number;
}

/** A page of an object. */
export function objectView({ entry }: ObjectViewInput): ObjectView {
  const { object, kind } = entry;
  return {
    kind: object.kind,
    name: object.metadata.name,
    category: kind.category,
    glyph: kind.glyph,
  };
}

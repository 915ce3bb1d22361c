import type { Category } from '#kinds/kind.ts';
import type { ObjectId } from '#snapshot/object-id.ts';

/** The address of an object's page (or of its anchor on its owner's page), base included. */
export type HrefFor = (id: ObjectId) => string;

/** A link to an object: glyph and name, one link. */
export interface Ref {
  readonly id: ObjectId;
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly kind: string;
  readonly glyph: string;
  readonly category: Category;
  /** Absent when the object is not in the snapshot. */
  readonly href?: string | undefined;
  /** The dump does not hold it: other objects name it. */
  readonly inferred?: true | undefined;
}

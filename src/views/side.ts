import type { Model } from '#model/model.ts';
import type { Links } from './links.ts';

/** One side of a comparison: where its objects are documented. */
export interface Side {
  readonly model: Model;
  readonly links: Links;
}

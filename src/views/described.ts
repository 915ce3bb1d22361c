import type { Entry, Model } from '#model/model.ts';
import { describeObject } from './describe/describe.ts';
import { type PageDescription, pageDescription } from './describe/page/details.ts';
import { detailsMarkup, type HrefOf } from './describe/page/details-markup.ts';
import type { HrefFor } from './ref.ts';

/** What a page shows of a description besides its short values. */
export interface DescribedView {
  /** The command that prints it all. */
  readonly command: string;
  /** A list of terms, escaped. */
  readonly markup: string;
}

const nothing: PageDescription = { values: [], details: [] };

/** The description of an object as its page shows it; of one that is only named, nothing is known. */
export function describedOf(model: Model, entry: Entry): PageDescription {
  if (entry.inferred !== undefined) return nothing;
  return pageDescription(entry, describeObject(model, entry));
}

/** Details as the page lays them out; nothing when there are none. */
export function describedView(
  model: Model,
  { details }: PageDescription,
  command: string,
  hrefFor: HrefFor,
): DescribedView | undefined {
  if (details.length === 0) return undefined;
  return { command, markup: detailsMarkup(details, hrefIn(model, hrefFor)) };
}

/** Addresses of the objects that the snapshot holds. */
export function hrefIn(model: Model, hrefFor: HrefFor): HrefOf {
  return (id) => (model.get(id) === undefined ? undefined : hrefFor(id));
}

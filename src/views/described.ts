import { kindOf } from '#kinds/index.ts';
import type { Entry, Model } from '#model/model.ts';
import { groupKindOf } from '#snapshot/object-id.ts';
import { describeObject, hasDescriber } from './describe/describe.ts';
import type { Description } from './describe/description.ts';
import { beyond, saidBy } from './describe/page/beyond.ts';
import { type PageDescription, pageDescription } from './describe/page/details.ts';
import { detailsMarkup, type HrefOf } from './describe/page/details-markup.ts';
import { shown } from './describe/page/shown.ts';
import { metadataItems } from './describe/parts/metadata.ts';
import type { HrefFor } from './ref.ts';

/** What a page shows of a description besides its short values. */
export interface DescribedView {
  /** The command that prints it all. */
  readonly command: string;
  /** A list of terms, escaped. */
  readonly markup: string;
}

/** Folded objects of one page beyond which each has its row only. */
const maxFolded = 20;

/** Kinds whose objects say more of themselves than their row and their owner do. */
const telling = new Set(['Pod', 'Job', 'ReplicaSet']);

const nothing: PageDescription = { values: [], details: [] };

/** The description of an object as its page shows it; of one that is only named, nothing is known. */
export function describedOf(model: Model, entry: Entry): PageDescription {
  if (entry.inferred !== undefined) return nothing;
  if (!hasDescriber(entry) && kindOf(groupKindOf(entry.object)) !== undefined) {
    // The facts of a kind that is known say what its fields mean.
    return { values: [], details: shown(metadataItems(entry.object)) };
  }
  return pageDescription(entry, homeDescription(model, entry));
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

// A page asks for the description of its object, and for that again at each table of what it made.
let last: { readonly entry: Entry; readonly description: Description } | undefined;

function homeDescription(model: Model, entry: Entry): Description {
  if (last?.entry !== entry) last = { entry, description: describeObject(model, entry) };
  return last.description;
}

/** What objects of one kind, folded into the page of `home`, say beyond what it says of them all. */
export function foldedViews(
  model: Model,
  home: Entry,
  folded: readonly Entry[],
  hrefFor: HrefFor,
): readonly DescribedView[] {
  const [first] = folded;
  if (first === undefined || !telling.has(first.object.kind) || folded.length > maxFolded)
    return [];
  const said = saidBy(homeDescription(model, home));
  return folded.flatMap((entry) => {
    const { kind, metadata } = entry.object;
    const items = beyond(describeObject(model, entry), said);
    if (items.length === 0) return [];
    const command = `kubectl describe ${kind.toLowerCase()} ${metadata.name}`;
    return [{ command, markup: detailsMarkup(items, hrefIn(model, hrefFor)) }];
  });
}

/** Addresses of the objects that the snapshot holds. */
function hrefIn(model: Model, hrefFor: HrefFor): HrefOf {
  return (id) => (model.get(id) === undefined ? undefined : hrefFor(id));
}

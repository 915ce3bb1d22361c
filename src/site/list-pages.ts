import type { Entry } from '#model/model.ts';
import { oncePerModel } from '#model/per-model.ts';
import { kindPageCount } from '#views/kind-page.ts';
import type { BookCluster } from './book.ts';
import { resourceKeyOf, segment } from './routes.ts';

/** One page of the list of a kind. */
export interface KindPage {
  /** `deployments.apps` */
  readonly resource: string;
  /** The same as a path segment. */
  readonly segment: string;
  /** All objects of the kind, not only those of this page. */
  readonly entries: readonly [Entry, ...Entry[]];
  /** Counts from 1. */
  readonly page: number;
}

const keysOf = oncePerModel(({ entries }) => new Set(entries.map(resourceKeyOf)));

/** Whether a snapshot has objects of a kind, and so a page of it. */
export function hasKind({ model }: BookCluster, resource: string): boolean {
  return keysOf(model).has(resource);
}

/** Every page of every kind that has objects. */
export function kindPagesOf({ model }: BookCluster): readonly KindPage[] {
  const kinds = Map.groupBy(model.entries, resourceKeyOf);
  return [...kinds].flatMap(([resource, [first, ...rest]]) => {
    if (first === undefined) return [];
    const entries: KindPage['entries'] = [first, ...rest];
    return Array.from({ length: kindPageCount(entries) }, (_, i) => ({
      resource,
      segment: segment(resource),
      entries,
      page: i + 1,
    }));
  });
}

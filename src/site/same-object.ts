import type { ObjectId } from '#snapshot/object-id.ts';
import type { Book, BookCluster } from './book.ts';

/** The pages of the object with the same id in the book's other snapshots. */
export function sameObjectElsewhere(
  { clusters }: Book,
  cluster: BookCluster,
  id: ObjectId,
): readonly { readonly label: string; readonly href: string }[] {
  return clusters
    .filter((other) => other !== cluster && other.model.get(id) !== undefined)
    .map((other) => ({ label: other.id, href: other.links.object(id) }));
}

import type { Book, BookCluster } from './book.ts';

/** A chapter of the walkthrough, as the navigation shows it. */
export interface ChapterLink {
  /** Last segment of its address: `etcd`. */
  readonly slug: string;
  /** Counts from 1 over the chapters of this cluster. */
  readonly number: number;
  readonly title: string;
  /** `Control plane`; chapters of a group stand together. */
  readonly group: string;
}

/** The chapters that apply to a cluster, in reading order. */
export async function chaptersOf(
  _book: Book,
  _cluster: BookCluster,
): Promise<readonly ChapterLink[]> {
  return [];
}

import type { Chapter } from '#markdown/tree.ts';
import type { Cluster } from './cluster.ts';
import { holds } from './scope.ts';

/** A chapter in the table of contents of one cluster. */
export interface ListedChapter {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  /** The title where room is scarce. */
  readonly short: string;
  readonly part: string;
  /** What it is about, or why this snapshot cannot show it. */
  readonly summary: string;
  /** Whether the snapshot can show what the chapter is about. Its page exists either way and says so. */
  readonly applies: boolean;
}

/** The chapters in reading order, each with whether it applies to the cluster. */
export function chapterList(
  chapters: readonly Chapter[],
  cluster: Cluster,
): readonly ListedChapter[] {
  return chapters
    .toSorted((a, b) => a.front.number - b.front.number)
    .map(({ file, slug, front }) => {
      const { number, title, short = title, part, summary, when, otherwise } = front;
      const scope = { cluster, file, chapters, nextNote: () => 0 };
      const applies = when === undefined || holds(scope, when, 1);
      return {
        slug,
        number,
        title,
        short,
        part,
        summary: applies ? summary : (otherwise ?? summary),
        applies,
      };
    });
}

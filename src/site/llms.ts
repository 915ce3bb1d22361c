import { hubCard } from '#views/hub.ts';
import { clusterLlms } from '#views/llms/cluster-llms.ts';
import { type LlmsLink, llmsText } from '#views/llms/llms-text.ts';
import { count } from '#views/words.ts';
import { addressIn } from './address-in.ts';
import type { Book, BookCluster } from './book.ts';
import { chaptersOf } from './chapters.ts';
import { printable } from './printable.ts';

/** The `llms.txt` of a cluster. */
export async function clusterLlmsFile(book: Book, cluster: BookCluster): Promise<string> {
  const { id, links, model } = cluster;
  const { routes } = book;
  const llms = clusterLlms(model, {
    id,
    links,
    chapters: await chaptersOf(book, cluster),
    chapterHref: (slug) => routes.chapterMarkdown(id, slug),
    searchHref: routes.searchIndex(id),
    address: addressIn(book),
  });
  return printable(llmsText(llms));
}

/** The `llms.txt` of the whole site. */
export function siteLlmsFile(book: Book): string {
  const { title, clusters, pairs, routes } = book;
  const address = addressIn(book);
  const newest = clusters.filter(({ isNewest }) => isNewest);
  const older = clusters.filter(({ isNewest }) => !isNewest);
  const clusterLink = ({ id, model }: BookCluster): LlmsLink => {
    const { sentence, size } = hubCard(model);
    return { name: id, href: address(routes.llms(id)), about: `${sentence} ${size}.` };
  };
  const text = llmsText({
    title,
    summary:
      `${count(newest.length, 'Kubernetes cluster')}, each explained from a snapshot of its objects: ` +
      'how it works chapter by chapter, what every object is for, what is broken.',
    remarks: [
      'Start with the file of a cluster: it leads to its walkthrough as Markdown, to its findings, ' +
        'namespaces and kinds.',
    ],
    sections: [
      { title: 'Clusters', links: newest.map(clusterLink) },
      { title: 'Older snapshots', links: older.map(clusterLink) },
      {
        title: 'Comparisons',
        links: pairs.map(({ before, after }) => ({
          name: `${before.id} → ${after.id}`,
          href: address(`${routes.diff(before.id, after.id)}index.md`),
          about: 'what really differs',
        })),
      },
      {
        title: 'Optional',
        links: [
          {
            name: 'Matrix',
            href: address(`${routes.matrix()}index.json`),
            about: 'versions, components and images of all clusters side by side, as JSON',
          },
          { name: 'Glossary', href: address(routes.glossary()), about: 'the words of this book' },
        ],
      },
    ],
  });
  return printable(text);
}

import { kinds } from '#kinds/index.ts';
import type { Category } from '#kinds/kind.ts';
import type { Entry, Model } from '#model/model.ts';
import { problemsOf } from '#model/problems/problems.ts';
import { compareCodePoints } from '#snapshot/json.ts';
import { groupKindKey, parseObjectId } from '#snapshot/object-id.ts';
import { clusterIdOf } from '#snapshot/snapshot-id.ts';
import type { ListedChapter } from '#views/chapters/chapter-list.ts';
import { categoryNames, pluralKind } from '#views/kind-name.ts';
import { inferredFrom } from '#views/namespaces.ts';
import type { Book, BookCluster } from './book.ts';
import { chaptersOf } from './chapters.ts';
import { resourceKeyOf } from './routes.ts';

/** Namespaces listed in the sidebar; a longer list leads to its own page. */
const maxNamespaces = 40;

interface NavLink {
  readonly href: string;
  readonly label: string;
  /** Objects behind the link. */
  readonly count?: number;
  /** The dump does not hold it: other objects name it. */
  readonly inferred?: boolean;
}

interface NavChapter extends NavLink {
  readonly number: number;
}

/** Links under one heading that opens and closes. */
interface NavGroup<Link extends NavLink = NavLink> {
  readonly label: string;
  readonly links: readonly Link[];
}

/** The sidebar of a cluster. Never a list of objects: it is part of every page. */
export interface Navigation {
  readonly chapters: readonly NavGroup<NavChapter>[];
  /** The cluster as a whole: its home, its nodes, its findings. */
  readonly overview: readonly NavLink[];
  readonly namespaces: readonly NavLink[];
  /** How many namespaces there are; more than are listed when the list was cut. */
  readonly namespaceCount: number;
  readonly kinds: readonly NavGroup[];
  readonly comparisons: readonly NavLink[];
}

/** The sidebar of a cluster; kinds without objects are left out. */
export async function navigationOf(book: Book, cluster: BookCluster): Promise<Navigation> {
  return {
    chapters: chapterGroups(book, cluster, await chaptersOf(book, cluster)),
    overview: overview(book, cluster),
    namespaces: namespaceLinks(book, cluster).slice(0, maxNamespaces),
    namespaceCount: cluster.model.namespaces.length,
    kinds: kindGroups(book, cluster),
    comparisons: comparisons(book, cluster),
  };
}

function overview({ routes }: Book, { id, model }: BookCluster): readonly NavLink[] {
  return [
    { href: routes.cluster(id), label: 'Overview' },
    {
      href: routes.nodes(id),
      label: 'Nodes',
      count: model.ofKind({ group: '', kind: 'Node' }).length,
    },
    { href: routes.findings(id), label: 'Findings', count: problemsOf(model).all.length },
  ];
}

function chapterGroups(
  { routes }: Book,
  { id }: BookCluster,
  chapters: readonly ListedChapter[],
): readonly NavGroup<NavChapter>[] {
  const groups = Map.groupBy(chapters, ({ part }) => part);
  return [...groups].map(([label, members]) => ({
    label,
    links: members.map(({ slug, number, short }) => ({
      href: routes.chapter(id, slug),
      label: short,
      number,
    })),
  }));
}

/** All namespaces of a cluster, with the number of objects in each. */
function namespaceLinks({ routes }: Book, { id, model }: BookCluster): readonly NavLink[] {
  return model.namespaces.map((namespace) => ({
    href: routes.namespace(id, namespace),
    label: namespace,
    count: model.inNamespace(namespace).length,
    inferred: inferredFrom(model, namespace) !== undefined,
  }));
}

function kindGroups({ routes }: Book, { id, model }: BookCluster): readonly NavGroup[] {
  return kindsByCategory(model).map(({ category, kinds: members }) => ({
    label: categoryNames[category],
    links: members.map(({ resource, label, count }) => ({
      href: routes.kind(id, resource),
      label,
      count,
    })),
  }));
}

/** One kind that the snapshot has objects of. */
interface KindCount {
  /** `deployments.apps`, as in the kind's address. */
  readonly resource: string;
  readonly group: string;
  readonly kind: string;
  /** `Deployments` */
  readonly label: string;
  readonly glyph: string;
  readonly category: Category;
  readonly count: number;
}

const siteOrder = new Map(kinds.map((kind, i) => [groupKindKey(kind), i]));

/** Kinds without a file of their own come last, by name. */
function compareKinds(a: KindCount, b: KindCount): number {
  const place = (kind: KindCount) => siteOrder.get(groupKindKey(kind)) ?? siteOrder.size;
  return place(a) - place(b) || compareCodePoints(a.resource, b.resource);
}

/** The kinds that have objects, by category, in the order of the registry. */
function kindsByCategory(
  model: Model,
): readonly { readonly category: Category; readonly kinds: readonly KindCount[] }[] {
  const counts = [...Map.groupBy(model.entries, kindKey).values()]
    .flatMap(countOf)
    .sort(compareKinds);
  const byCategory = Map.groupBy(counts, ({ category }) => category);
  const categories = Object.keys(categoryNames) as Category[];
  return categories.flatMap((category) => {
    const members = byCategory.get(category);
    return members === undefined ? [] : [{ category, kinds: members }];
  });
}

function kindKey({ id }: Entry): string {
  return groupKindKey(parseObjectId(id));
}

function countOf(entries: readonly Entry[]): readonly KindCount[] {
  const [entry] = entries;
  if (entry === undefined) return [];
  const { group, kind } = parseObjectId(entry.id);
  return [
    {
      resource: resourceKeyOf(entry),
      group,
      kind,
      label: pluralKind(kind, entry.resource.plural),
      glyph: entry.kind.glyph,
      category: entry.kind.category,
      count: entries.length,
    },
  ];
}

function comparisons(book: Book, cluster: BookCluster): readonly NavLink[] {
  const { routes, pairs, clusters } = book;
  const isOf = ({ id }: BookCluster) => clusterIdOf(id) === clusterIdOf(cluster.id);
  const kept = clusters.filter(isOf);
  const newest = clusters.filter(({ isNewest }) => isNewest).length;
  return [
    ...(kept.length > 1 && kept.some(({ isNewest }) => isNewest)
      ? [{ href: routes.timeline(clusterIdOf(cluster.id)), label: 'What changed when' }]
      : []),
    ...(newest > 1 ? [{ href: routes.matrix(), label: 'All clusters side by side' }] : []),
    ...pairs
      .filter(({ before, after }) => before === cluster || after === cluster)
      .map(({ before, after }) => ({
        href: routes.diff(before.id, after.id),
        label: `${before.id} and ${after.id}`,
      })),
  ];
}

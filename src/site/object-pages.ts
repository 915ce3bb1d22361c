import type { Entry } from '#model/model.ts';
import { pageCount } from '#views/folded.ts';
import { pluralKind } from '#views/kind-name.ts';
import type { Book, BookCluster } from './book.ts';
import { addressOf, type ObjectAddress, resourceKeyOf } from './routes.ts';

/** What the frame of an object's page says; the same for a page rendered alone and in a batch. */
interface ObjectFrame {
  readonly title: string;
  readonly description: string;
  readonly crumbs: readonly { readonly label: string; readonly href: string }[];
  /** Addresses in the sidebar that hold the page. */
  readonly within: readonly string[];
}

/** One page of an object. */
export interface ObjectPageRef {
  readonly entry: Entry;
  /** Counts from 1. */
  readonly page: number;
  readonly address: ObjectAddress;
  /** Of the page, base included. */
  readonly path: string;
  readonly frame: ObjectFrame;
}

/** Every page of every object that has one of its own, in the model's order. */
export function objectPagesOf(book: Book, cluster: BookCluster): readonly ObjectPageRef[] {
  const { model } = cluster;
  return model.entries
    .filter(({ id }) => model.home(id) === id)
    .flatMap((entry) => {
      const pages = Array.from({ length: pageCount(model, entry.id) }, (_, i) => i + 1);
      return pages.map((page) => objectPage(book, cluster, entry, page));
    });
}

function objectPage(
  { routes }: Book,
  cluster: BookCluster,
  entry: Entry,
  page: number,
): ObjectPageRef {
  const address = { ...addressOf(entry), page };
  return {
    entry,
    page,
    address,
    path: routes.object(cluster.id, address),
    frame: objectFrame(cluster, entry, page),
  };
}

function objectFrame({ id, links, model }: BookCluster, entry: Entry, page: number): ObjectFrame {
  const { kind, metadata } = entry.object;
  const { name, namespace } = metadata;
  const scope =
    namespace === undefined ? [] : [{ label: namespace, href: links.namespace(namespace) }];
  const listOf = (of: Entry) => ({
    label: pluralKind(of.object.kind, of.resource.plural),
    href: links.kind(resourceKeyOf(of)),
  });
  // A path leads from the outside in; an owner outside the namespace is no step on it.
  const owners = model
    .ownerChain(entry.id)
    .filter(({ object }) => object.metadata.namespace === namespace)
    .reverse();
  const path = owners.map((owner) => ({
    label: owner.object.metadata.name,
    href: links.object(owner.id),
  }));
  const part = page > 1 ? `, page ${page}` : '';
  return {
    title: [`${kind} ${name}${part}`, ...scope.map(({ label }) => label), id].join(' · '),
    description:
      namespace === undefined ? `${kind} ${name} of ${id}` : `${kind} ${name} in ${namespace}`,
    crumbs: [{ label: id, href: links.cluster() }, ...scope, listOf(owners[0] ?? entry), ...path],
    within: [...scope, listOf(entry)].map(({ href }) => href),
  };
}

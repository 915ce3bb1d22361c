import { createHash } from 'node:crypto';
import type { Entry, Model } from '#model/model.ts';
import { unnoted } from '#model/reads.ts';
import { resourceKey } from '#snapshot/manifest.ts';
import { currentGroup, groupKindOf, type ObjectId } from '#snapshot/object-id.ts';
import { anchorOf, foldedPage } from '#views/folded.ts';
import type { Links } from '#views/links.ts';
import type { HrefFor } from '#views/ref.ts';
import { safeName } from '#views/safe-name.ts';

/** Longest path segment every file system takes (255 bytes), with room for a suffix. */
const maxSegment = 200;
const digestLength = 16;
const keptId = /^([a-z0-9][a-z0-9.-]*)(@\d{4}-\d{2}-\d{2}T\d{4}Z)$/;

/**
 * A name as one path segment (DESIGN §4). A longer one than 200 bytes is cut and ends in `~` and 16
 * hex digits of the name's SHA-256; the page itself shows the real name.
 */
export function segment(name: string): string {
  // A host takes a folder of this name for the folder's own page; its JSON lies under the other.
  if (name === 'index.html' || name === 'index.json') return name.replace('.', '~2e');
  const safe = safeName(name);
  if (safe.length <= maxSegment) return safe;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, digestLength);
  // An escape is never cut in two: `~3` would not be one.
  const head = safe.slice(0, maxSegment - digestLength - 1).replace(/~.?$/, '');
  return `${head}~${digest}`;
}

/** A snapshot's id as a path segment: the `@`, `T` and `Z` of a kept one stay. */
function idSegment(id: string): string {
  return keptId.test(id) ? id : segment(id);
}

/** What the address of an object's page is made of. */
export interface ObjectAddress {
  /** `deployments.apps` */
  readonly resource: string;
  readonly namespace?: string | undefined;
  readonly name: string;
  /** Later pages of an object with many folded ones; 1 is the first. */
  readonly page?: number;
}

/** Every address of the site, base included, ending in `/` unless it is a file. */
export interface Routes {
  hub(): string;
  cluster(id: string): string;
  /** Contents of the walkthrough. */
  walkthrough(id: string): string;
  chapter(id: string, slug: string): string;
  /** The chapter as Markdown, beside its page. */
  chapterMarkdown(id: string, slug: string): string;
  /** All namespaces of a cluster. */
  namespaces(id: string): string;
  namespace(id: string, namespace: string, page?: number): string;
  /** All nodes of a cluster at a glance. */
  nodes(id: string): string;
  /** All kinds of a cluster. */
  kinds(id: string): string;
  /** `resource` as kubectl writes it: `deployments.apps`. */
  kind(id: string, resource: string, page?: number): string;
  /** All findings of a cluster. */
  findings(id: string): string;
  /** Findings of one code: `missing-reference`. */
  finding(id: string, code: string, page?: number): string;
  object(id: string, address: ObjectAddress): string;
  /** The redacted object as JSON. */
  objectJson(id: string, address: ObjectAddress): string;
  diff(before: string, after: string): string;
  /** The words of the walkthrough. */
  glossary(): string;
  /** All clusters side by side. */
  matrix(): string;
  /** What changed when, in the kept snapshots of a cluster. */
  timeline(id: string): string;
  /** Search of a cluster, or of all of them. */
  search(id?: string): string;
  /** The index of a cluster, or the list of all indexes. */
  searchIndex(id?: string): string;
  /** What an assistant should read of a cluster, or of all of them. */
  llms(id?: string): string;
  /** A file at the root of the site: `robots.txt`. */
  file(path: string): string;
}

/** @param base Path below which the site is served: `/` or `/books/prod`. */
export function createRoutes(base: string): Routes {
  const root = base.endsWith('/') ? base : `${base}/`;
  const at = (...segments: readonly string[]) => `${root}${segments.join('/')}/`;
  const paged = (page: number | undefined) => (page === undefined || page <= 1 ? [] : [`${page}`]);
  const object = (id: string, { resource, namespace, name, page }: ObjectAddress) =>
    at(
      idSegment(id),
      'objects',
      segment(resource),
      ...(namespace ? [segment(namespace)] : []),
      segment(name),
      ...paged(page),
    );
  const chapter = (id: string, slug: string) => at(idSegment(id), 'walkthrough', segment(slug));
  const search = (id?: string) => at(...(id === undefined ? [] : [idSegment(id)]), 'search');
  return {
    hub: () => root,
    cluster: (id) => at(idSegment(id)),
    walkthrough: (id) => at(idSegment(id), 'walkthrough'),
    chapter,
    chapterMarkdown: (id, slug) => `${chapter(id, slug)}index.md`,
    namespaces: (id) => at(idSegment(id), 'namespaces'),
    namespace: (id, namespace, page) =>
      at(idSegment(id), 'namespaces', segment(namespace), ...paged(page)),
    nodes: (id) => at(idSegment(id), 'nodes'),
    kinds: (id) => at(idSegment(id), 'kinds'),
    kind: (id, resource, page) => at(idSegment(id), 'kinds', segment(resource), ...paged(page)),
    findings: (id) => at(idSegment(id), 'findings'),
    finding: (id, code, page) => at(idSegment(id), 'findings', segment(code), ...paged(page)),
    object,
    // Beside its first page; the others are parts of that.
    objectJson: (id, address) => `${object(id, { ...address, page: 1 })}index.json`,
    diff: (before, after) => at('diff', `${idSegment(before)}...${idSegment(after)}`),
    glossary: () => at('glossary'),
    matrix: () => at('matrix'),
    timeline: (id) => at(idSegment(id), 'timeline'),
    search,
    searchIndex: (id) => `${search(id)}index.json`,
    llms: (id) => `${id === undefined ? root : at(idSegment(id))}llms.txt`,
    file: (path) => `${root}${path}`,
  };
}

/**
 * `deployments.apps`: the resource in an object's address, and of the page of its kind. In today's
 * group, so that an address stays when a cluster moves on from `extensions`.
 */
export function resourceKeyOf({
  object,
  resource: { plural },
}: Pick<Entry, 'object' | 'resource'>): string {
  return resourceKey({ plural, group: groupKindOf(object).group });
}

/** What the address of an object's own page is made of. */
export function addressOf(entry: Entry): ObjectAddress {
  const { namespace, name } = entry.object.metadata;
  return { resource: resourceKeyOf(entry), namespace, name };
}

/** The addresses of one cluster, for views. */
export function createLinks(routes: Routes, clusterId: string, model: Model): Links {
  // Kinds have one page, also where an old server has them in a group of its time.
  const today = new Map(
    model.snapshot.manifest.resources.map(({ plural, group, kind }) => [
      resourceKey({ plural, group }),
      resourceKey({ plural, group: currentGroup(group, kind) }),
    ]),
  );
  return {
    cluster: () => routes.cluster(clusterId),
    walkthrough: () => routes.walkthrough(clusterId),
    chapter: (slug) => routes.chapter(clusterId, slug),
    namespaces: () => routes.namespaces(clusterId),
    namespace: (namespace, page) => routes.namespace(clusterId, namespace, page),
    nodes: () => routes.nodes(clusterId),
    kinds: () => routes.kinds(clusterId),
    kind: (resource, page) => routes.kind(clusterId, today.get(resource) ?? resource, page),
    findings: () => routes.findings(clusterId),
    finding: (code, page) => routes.finding(clusterId, code, page),
    object: createHrefFor(routes, clusterId, model),
  };
}

/**
 * The address of any object of a cluster: its page, or for a folded one its anchor on the page of its
 * home. An id that the model does not hold leads to the cluster itself.
 */
function createHrefFor(routes: Routes, clusterId: string, model: Model): HrefFor {
  const addressIn = (id: ObjectId) => {
    const entry = model.get(id);
    const home = entry && model.get(model.home(id));
    if (entry === undefined || home === undefined) return routes.cluster(clusterId);
    if (home.id === id) return routes.object(clusterId, addressOf(entry));
    const page = foldedPage(model, id);
    return `${routes.object(clusterId, { ...addressOf(home), page })}#${anchorOf(entry, home)}`;
  };
  // A link to an object stands on the pages of all that relate to it, and depends on its home alone.
  const known = new Map<ObjectId, string>();
  return (id) => {
    model.home(id);
    foldedPage(model, id);
    const href = known.get(id) ?? unnoted(() => addressIn(id));
    known.set(id, href);
    return href;
  };
}

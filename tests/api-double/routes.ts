import { resourceKey } from '#snapshot/manifest.ts';
import { type DoubleCluster, type DoubleResource, listingOf } from './cluster.ts';
import {
  aggregated,
  aggregatedType,
  type DeadGroup,
  groupList,
  resourceList,
} from './discovery.ts';
import { listAnswer, versionOfToken } from './list.ts';
import { firstFrom } from './listing.ts';
import { forbidden, notFound, type StatusAnswer, status } from './status.ts';

/** A request as far as the routes look at it. */
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly accept: string;
}

/** A list this user may not read. */
export interface Forbidden {
  /** `configmaps`, `deployments.apps` */
  readonly resource: string;
  /** Only in these namespaces, and over all of them; left out: nowhere. */
  readonly namespaces?: readonly string[];
}

interface RouteOptions {
  readonly forbidden?: readonly Forbidden[];
  readonly deadGroups?: readonly DeadGroup[];
  readonly aggregatedDiscovery?: boolean;
}

const resourcePath =
  /^\/(?:api|apis\/(?<group>[^/]+))\/(?<version>v[^/]+)(?:\/namespaces\/(?<namespace>[^/]+))?\/(?<plural>[^/]+)$/;
const versionPath = /^\/(?:api|apis\/(?<group>[^/]+))\/(?<version>v[^/]+)$/;

/** What an API server answers to a request it lets through; `history` is its cluster, the newest first. */
export function answer(
  history: readonly [DoubleCluster, ...DoubleCluster[]],
  { deadGroups = [], aggregatedDiscovery = true, forbidden: forbids = [] }: RouteOptions,
  { method, url, accept }: Asked,
): StatusAnswer {
  const [cluster] = history;
  const { pathname, searchParams } = new URL(url, 'http://double');
  if (method !== 'GET') return status(405, 'MethodNotAllowed', 'the double is read-only');
  if (pathname === '/version') {
    return ok({ major: '1', gitVersion: cluster.version, platform: 'linux/amd64' });
  }
  if (pathname === '/api' || pathname === '/apis') {
    const type = aggregatedDiscovery ? aggregatedType(accept) : undefined;
    const core = pathname === '/api';
    if (type !== undefined) {
      return { ...ok(aggregated(cluster, core, deadGroups)), headers: { 'content-type': type } };
    }
    return ok(core ? { kind: 'APIVersions', versions: ['v1'] } : groupList(cluster, deadGroups));
  }
  if (deadGroups.some(({ group }) => pathname.startsWith(`/apis/${group}/`))) {
    return status(
      503,
      'ServiceUnavailable',
      'the server is currently unable to handle the request',
    );
  }
  return read(history, forbids, { pathname, query: searchParams, accept });
}

function read(
  history: readonly [DoubleCluster, ...DoubleCluster[]],
  forbids: readonly Forbidden[],
  { pathname, query, accept }: { pathname: string; query: URLSearchParams; accept: string },
): StatusAnswer {
  const [cluster] = history;
  const versioned = versionPath.exec(pathname)?.groups;
  if (versioned !== undefined) {
    const { group = '', version = '' } = versioned;
    const list = resourceList(cluster, group, version);
    return list === undefined ? notFound : ok(list);
  }
  const namespaceOnly = /^\/api\/v1\/namespaces\/([^/]+)$/.exec(pathname)?.[1];
  if (namespaceOnly !== undefined) return namespaceNamed(cluster, namespaceOnly);
  const { group = '', namespace, plural = '' } = resourcePath.exec(pathname)?.groups ?? {};
  const key = resourceKey({ plural, group });
  if (forbids.some((each) => each.resource === key && refuses(each, namespace))) {
    return forbidden(plural, group, namespace);
  }
  const resource = resourceAt(history, key, versionOfToken(query.get('continue')));
  if (resource === undefined) return notFound;
  return listAnswer(resource, { namespace, query, accept });
}

function refuses({ namespaces }: Forbidden, namespace: string | undefined): boolean {
  return namespace === undefined || namespaces === undefined || namespaces.includes(namespace);
}

/** A resource as it was in a version, or as it is. */
function resourceAt(
  history: readonly [DoubleCluster, ...DoubleCluster[]],
  key: string,
  version: string | undefined,
): DoubleResource | undefined {
  const [now, ...before] = history.flatMap(({ resources }) =>
    resources.filter(({ type }) => resourceKey(type) === key),
  );
  return before.find(({ resourceVersion }) => resourceVersion === version) ?? now;
}

function namespaceNamed({ resources }: DoubleCluster, name: string): StatusAnswer {
  const namespaces = resources.find(({ type }) => resourceKey(type) === 'namespaces');
  if (namespaces === undefined) return notFound;
  const listing = listingOf(namespaces);
  const at = firstFrom(listing, `/${name}`);
  if (at === listing.length || listing.place(at) !== `/${name}`) return notFound;
  return ok({ apiVersion: 'v1', kind: 'Namespace', ...JSON.parse(listing.item(at)) });
}

function ok(body: object): StatusAnswer {
  return { code: 200, body };
}

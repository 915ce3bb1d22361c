import { resourceKey } from '#snapshot/manifest.ts';
import { type DoubleCluster, listingOf } from './cluster.ts';
import {
  aggregated,
  aggregatedType,
  type DeadGroup,
  groupList,
  resourceList,
} from './discovery.ts';
import { listAnswer } from './list.ts';
import { firstFrom } from './listing.ts';
import { notFound, type StatusAnswer, status } from './status.ts';

/** A request as far as the routes look at it. */
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly accept: string;
}

interface RouteOptions {
  readonly deadGroups?: readonly DeadGroup[];
  readonly aggregatedDiscovery?: boolean;
}

const resourcePath =
  /^\/(?:api|apis\/(?<group>[^/]+))\/(?<version>v[^/]+)(?:\/namespaces\/(?<namespace>[^/]+))?\/(?<plural>[^/]+)$/;
const versionPath = /^\/(?:api|apis\/(?<group>[^/]+))\/(?<version>v[^/]+)$/;

/** What an API server of the cluster answers to a request it lets through. */
export function answer(
  cluster: DoubleCluster,
  { deadGroups = [], aggregatedDiscovery = true }: RouteOptions,
  { method, url, accept }: Asked,
): StatusAnswer {
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
  return read(cluster, pathname, searchParams, accept);
}

function read(
  cluster: DoubleCluster,
  pathname: string,
  query: URLSearchParams,
  accept: string,
): StatusAnswer {
  const versioned = versionPath.exec(pathname)?.groups;
  if (versioned !== undefined) {
    const { group = '', version = '' } = versioned;
    const list = resourceList(cluster, group, version);
    return list === undefined ? notFound : ok(list);
  }
  const { group = '', namespace, plural = '' } = resourcePath.exec(pathname)?.groups ?? {};
  const namespaceOnly = /^\/api\/v1\/namespaces\/([^/]+)$/.exec(pathname)?.[1];
  if (namespaceOnly !== undefined) return namespaceNamed(cluster, namespaceOnly);
  const key = resourceKey({ plural, group });
  const resource = cluster.resources.find(({ type }) => resourceKey(type) === key);
  if (resource === undefined) return notFound;
  return listAnswer(resource, { namespace, query, accept });
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

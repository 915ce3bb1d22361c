import type { KubeObject } from '#snapshot/kube-object.ts';
import { type DoubleResource, isBuiltin } from './cluster.ts';
import { type StatusAnswer, status } from './status.ts';

const metadataForm = /application\/json;as=PartialObjectMetadataList;v=v1;g=meta\.k8s\.io/;

/** One request for a list. */
export interface ListRequest {
  readonly namespace: string | undefined;
  readonly query: URLSearchParams;
  readonly accept: string;
}

/** A page of a list, or why there is none. */
export function listAnswer(
  resource: DoubleResource,
  { namespace, query, accept }: ListRequest,
): StatusAnswer {
  const { type, resourceVersion } = resource;
  const selector = query.get('labelSelector') ?? '';
  if (selector.includes('!!')) {
    const message = "unable to parse requirement: found '!', expected: identifier";
    return status(400, 'BadRequest', message);
  }
  const all = resource.objects.filter(
    ({ metadata }) =>
      (namespace === undefined || metadata.namespace === namespace) &&
      matchesLabels(metadata.labels ?? {}, selector),
  );
  const start = startOf(query.get('continue'));
  const limit = Number(query.get('limit') ?? 0) || all.length;
  const page = all.slice(start, start + limit);
  const left = all.length - start - page.length;
  const metadataOnly = metadataForm.test(accept);
  const apiVersion = type.group === '' ? type.version : `${type.group}/${type.version}`;
  const more = left > 0 ? { continue: tokenFor(start + limit), remainingItemCount: left } : {};
  return {
    code: 200,
    body: {
      kind: metadataOnly ? 'PartialObjectMetadataList' : `${type.kind}List`,
      apiVersion: metadataOnly ? 'meta.k8s.io/v1' : apiVersion,
      metadata: { resourceVersion, ...more },
      items: page.map((object) => (metadataOnly ? partialOf(object) : itemOf(object, resource))),
    },
  };
}

/** A token as opaque as a real one. */
export function tokenFor(start: number): string {
  return Buffer.from(JSON.stringify({ v: 'meta.k8s.io/v1', start })).toString('base64url');
}

function startOf(token: string | null): number {
  if (token === null) return 0;
  return JSON.parse(Buffer.from(token, 'base64url').toString()).start;
}

/** Equality is enough: `app=web,tier=front`. */
function matchesLabels(labels: Readonly<Record<string, string>>, selector: string): boolean {
  return selector
    .split(',')
    .filter((term) => term !== '')
    .every((term) => {
      const [key = '', value] = term.split('=');
      return labels[key] === value;
    });
}

function itemOf({ apiVersion, kind, ...item }: KubeObject, { type }: DoubleResource): object {
  return isBuiltin(type) ? item : { apiVersion, kind, ...item };
}

function partialOf({ metadata }: KubeObject): object {
  return { kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata };
}

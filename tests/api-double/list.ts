import type { ResourceType } from '#snapshot/manifest.ts';
import { type DoubleResource, listingOf } from './cluster.ts';
import { firstFrom, type Listing } from './listing.ts';
import { type StatusAnswer, status } from './status.ts';

const metadataForm = /application\/json;as=PartialObjectMetadataList;v=v1;g=meta\.k8s\.io/;

/** One request for a list. */
export interface ListRequest {
  readonly namespace: string | undefined;
  readonly query: URLSearchParams;
  readonly accept: string;
}

/** A page of a list, or why there is none. */
export function listAnswer(resource: DoubleResource, request: ListRequest): StatusAnswer {
  const selector = request.query.get('labelSelector') ?? '';
  if (selector.includes('!!')) {
    const message = "unable to parse requirement: found '!', expected: identifier";
    return status(400, 'BadRequest', message);
  }
  const { type, resourceVersion } = resource;
  const listing = listingOf(resource);
  const { positions, rest } = pageOf(listing, request, selector);
  const last = positions.at(-1);
  const continueToken =
    rest === 0 || last === undefined ? undefined : tokenAfter(listing.place(last), resourceVersion);
  const metadata = {
    resourceVersion,
    ...(continueToken === undefined ? {} : { continue: continueToken, remainingItemCount: rest }),
  };
  const metadataOnly = metadataForm.test(request.accept);
  const items = positions.map((at) =>
    metadataOnly ? partialOf(listing.item(at)) : listing.item(at),
  );
  const what = JSON.stringify({ ...whatIs(type, metadataOnly), metadata });
  return { code: 200, body: `${what.slice(0, -1)},"items":[${items.join(',')}]}` };
}

/** Where a page's items stand, and how many come after it. */
function pageOf(listing: Listing, { namespace, query }: ListRequest, selector: string) {
  // No name goes on with a character before `/`, so the objects of a namespace stand together.
  const from = namespace === undefined ? 0 : firstFrom(listing, `${namespace}/`);
  const to = namespace === undefined ? listing.length : firstFrom(listing, `${namespace}0`);
  const start = Math.max(from, firstFrom(listing, startOf(query.get('continue'))));
  const limit = Number(query.get('limit') ?? 0) || listing.length;
  if (selector === '') {
    const end = Math.min(to, start + limit);
    return { positions: numbers(start, end), rest: to - Math.max(start, end) };
  }
  const matching = numbers(start, to).filter((at) => matchesLabels(listing.item(at), selector));
  const positions = matching.slice(0, limit);
  return { positions, rest: matching.length - positions.length };
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

/** A token as opaque as a real one: the next page begins behind a place. `-1` is the list as it is now. */
export function tokenAfter(place: string, version: string): string {
  const token = { v: 'meta.k8s.io/v1', rv: version, start: `${place}\0` };
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** The token that goes on where an expired one would have, in the list as it is now. */
export function replacementFor(url: string): string {
  const start = startOf(new URL(url, 'http://double').searchParams.get('continue'));
  return tokenAfter(start.replace(/\0$/, ''), '-1');
}

/** Version of the list a token goes on in; `undefined` in the newest. */
export function versionOfToken(token: string | null): string | undefined {
  const version = token === null ? undefined : decoded(token).rv;
  return version === '-1' ? undefined : version;
}

function startOf(token: string | null): string {
  return token === null ? '' : decoded(token).start;
}

function decoded(token: string): { readonly rv: string; readonly start: string } {
  return JSON.parse(Buffer.from(token, 'base64url').toString());
}

/** Equality is enough: `app=web,tier=front`. */
function matchesLabels(item: string, selector: string): boolean {
  const { metadata } = JSON.parse(item);
  return selector
    .split(',')
    .filter((term) => term !== '')
    .every((term) => {
      const [key = '', value] = term.split('=');
      return metadata.labels?.[key] === value;
    });
}

function whatIs({ group, version, kind }: ResourceType, metadataOnly: boolean): object {
  if (metadataOnly) return { kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1' };
  return { kind: `${kind}List`, apiVersion: group === '' ? version : `${group}/${version}` };
}

function partialOf(item: string): string {
  const { metadata } = JSON.parse(item);
  return JSON.stringify({
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
  });
}

import { z } from 'zod';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { isKubeObject } from '#snapshot/kube-object.ts';
import type { ResourceType } from '#snapshot/manifest.ts';
import type { UserError } from '#user-error.ts';
import type { Refusal } from './answer.ts';
import type { ApiClient } from './api-client.ts';
import { listPath } from './paths.ts';

/** What is asked of a list. */
export interface ListOptions {
  readonly namespace?: string | undefined;
  readonly pageSize: number;
  /** Label selector. */
  readonly selector?: string | undefined;
  /** Ask for nothing but metadata, so that the rest never leaves the server. */
  readonly metadataOnly?: boolean | undefined;
}

/** Takes the pages of a list as they come. */
export interface PageTaker {
  add(objects: readonly KubeObject[]): Promise<void>;
  /** What came so far is void: the list begins anew. */
  restart(): Promise<void>;
}

/** How a list ended. */
export type ListEnd =
  | {
      readonly type: 'whole';
      readonly resourceVersion: string | undefined;
      /** Whether the list changed while it was read. */
      readonly inconsistent: boolean;
      /** Items without a name, which were dropped. */
      readonly nameless: number;
    }
  | {
      readonly type: 'cut';
      readonly by: Refusal | { readonly type: 'broken'; readonly error: UserError };
      /** Objects taken before. */
      readonly taken: number;
    };

const List = z.looseObject({
  metadata: z
    .looseObject({ resourceVersion: z.string().nullish(), continue: z.string().nullish() })
    .nullish(),
  items: z.array(z.unknown()).nullish(),
});

const metadataList = 'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io';

/** How far a list has been read. */
interface Position {
  /** Where to go on; `undefined` at the start, and in a list that is read in one piece. */
  readonly continueToken: string | undefined;
  /** `undefined`: all at once. */
  readonly limit: number | undefined;
  readonly resourceVersion: string | undefined;
  readonly inconsistent: boolean;
  readonly taken: number;
  readonly nameless: number;
  readonly done: boolean;
}

function startOf(limit: number | undefined): Position {
  return {
    continueToken: undefined,
    limit,
    resourceVersion: undefined,
    inconsistent: false,
    taken: 0,
    nameless: 0,
    done: false,
  };
}

/** Reads a list page by page, in the server's order. */
export async function readPages(
  client: ApiClient,
  type: ResourceType,
  options: ListOptions,
  taker: PageTaker,
): Promise<ListEnd> {
  const accept = options.metadataOnly ? metadataList : undefined;
  const path = listPath(type, options.namespace);
  let position = startOf(options.pageSize);
  while (!position.done) {
    const answer = await client.get(path, { query: queryOf(options, position), accept });
    const list = answer.type === 'ok' ? List.safeParse(answer.json).data : undefined;
    if (list !== undefined) {
      const objects = (list.items ?? []).map((item) => withType(item, type, options));
      position = await after(position, list, objects, taker);
    } else if (answer.type === 'refused' && answer.status === 410 && position.limit) {
      position = await afterExpiry(position, answer, taker);
    } else {
      return { type: 'cut', by: answer.type === 'ok' ? noList : answer, taken: position.taken };
    }
  }
  const { resourceVersion, inconsistent, nameless } = position;
  return { type: 'whole', resourceVersion, inconsistent, nameless };
}

const noList: Refusal = { type: 'refused', status: 200, message: 'the answer is no list' };

function queryOf({ selector }: ListOptions, position: Position): Record<string, string> {
  const { limit, continueToken } = position;
  return {
    ...(limit === undefined ? {} : { limit: String(limit) }),
    ...(selector === undefined ? {} : { labelSelector: selector }),
    ...(continueToken === undefined ? {} : { continue: continueToken }),
  };
}

/** An item says what it is only if it is a custom resource; a list of metadata says so of none. */
function withType(item: unknown, type: ResourceType, { metadataOnly }: ListOptions): unknown {
  if (typeof item !== 'object' || item === null) return item;
  const { group, version, kind } = type;
  const apiVersion = group === '' ? version : `${group}/${version}`;
  return metadataOnly ? { ...item, apiVersion, kind } : { apiVersion, kind, ...item };
}

async function after(
  position: Position,
  { metadata }: z.infer<typeof List>,
  items: readonly unknown[],
  taker: PageTaker,
): Promise<Position> {
  const objects = items.filter(isKubeObject);
  await taker.add(objects);
  const continueToken = metadata?.continue || undefined;
  return {
    ...position,
    continueToken,
    done: continueToken === undefined,
    resourceVersion: position.resourceVersion ?? (metadata?.resourceVersion || undefined),
    taken: position.taken + objects.length,
    nameless: position.nameless + items.length - objects.length,
  };
}

/**
 * A continue token lives about five minutes. The server then offers one that goes on in the list as it
 * is now; one that offers none is asked for the whole list, which client-go does, too.
 */
async function afterExpiry(
  position: Position,
  { continueToken }: Refusal,
  taker: PageTaker,
): Promise<Position> {
  if (continueToken !== undefined) return { ...position, continueToken, inconsistent: true };
  await taker.restart();
  return startOf(undefined);
}

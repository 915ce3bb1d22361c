import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ResourceType } from '#snapshot/manifest.ts';
import type { Answer, Refusal } from './answer.ts';
import type { ApiClient } from './api-client.ts';
import { type Page, pageReader } from './list-body.ts';
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

/** Takes the objects of a list as they come. */
export interface ListTaker {
  add(objects: readonly KubeObject[]): Promise<void>;
  /** The page is whole: what came so far stays. */
  commit(): Promise<void>;
  /** The page broke off: what came since the last whole one is void. */
  rollback(): Promise<void>;
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
      readonly by: Exclude<Answer, { type: 'ok' }>;
      /** Objects taken before. */
      readonly taken: number;
    };

const metadataList = 'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io';

/** How far a list has been read. */
interface Position {
  /** Where to go on; `undefined` at the start, and in a list that is read in one piece. */
  readonly continueToken: string | undefined;
  /** `undefined`: all at once. */
  readonly limit: number | undefined;
  readonly resourceVersion: string | undefined;
  readonly inconsistent: boolean;
  /** How often in a row the place to go on was not known any more. */
  readonly expiries: number;
  readonly taken: number;
  readonly nameless: number;
  readonly done: boolean;
}

const start: Position = {
  continueToken: undefined,
  limit: undefined,
  resourceVersion: undefined,
  inconsistent: false,
  expiries: 0,
  taken: 0,
  nameless: 0,
  done: false,
};

/** Reads a list page by page, in the server's order. */
export async function readPages(
  client: ApiClient,
  type: ResourceType,
  options: ListOptions,
  taker: ListTaker,
): Promise<ListEnd> {
  let position: Position = { ...start, limit: options.pageSize };
  while (!position.done) {
    const answer = await readPage(client, type, { options, position, taker });
    if (answer.type === 'ok' && answer.value !== undefined) {
      await taker.commit();
      position = after(position, answer.value);
      continue;
    }
    await taker.rollback();
    const next = answer.type === 'ok' ? undefined : await another(position, answer, taker);
    if (next === undefined) {
      return { type: 'cut', by: answer.type === 'ok' ? noList : answer, taken: position.taken };
    }
    position = next;
  }
  const { resourceVersion, inconsistent, nameless } = position;
  return { type: 'whole', resourceVersion, inconsistent, nameless };
}

const noList: Refusal = { type: 'refused', status: 200, message: 'the answer is no list' };

interface Reading {
  readonly options: ListOptions;
  readonly position: Position;
  readonly taker: ListTaker;
}

function readPage(
  client: ApiClient,
  type: ResourceType,
  { options, position, taker }: Reading,
): Promise<Answer<Page | undefined>> {
  const { metadataOnly = false } = options;
  const path = listPath(type, options.namespace);
  const request = {
    query: queryOf(options, position),
    accept: metadataOnly ? metadataList : undefined,
  };
  return client.read(path, request, async () => {
    // An earlier try may have broken off in the middle.
    await taker.rollback();
    return pageReader({ type, metadataOnly }, (objects) => taker.add(objects));
  });
}

function queryOf({ selector }: ListOptions, position: Position): Record<string, string> {
  const { limit, continueToken } = position;
  return {
    ...(limit === undefined ? {} : { limit: String(limit) }),
    ...(selector === undefined ? {} : { labelSelector: selector }),
    ...(continueToken === undefined ? {} : { continue: continueToken }),
  };
}

function after(position: Position, page: Page): Position {
  return {
    ...position,
    continueToken: page.continueToken,
    done: page.continueToken === undefined,
    resourceVersion: position.resourceVersion ?? page.resourceVersion,
    expiries: 0,
    taken: position.taken + page.objects,
    nameless: position.nameless + page.nameless,
  };
}

/** Where to go on when a page could not be had; `undefined` when there is no hope. */
async function another(
  position: Position,
  answer: Exclude<Answer, { type: 'ok' }>,
  taker: ListTaker,
): Promise<Position | undefined> {
  if (answer.type === 'refused' && answer.status === 410) {
    return afterExpiry(position, answer, taker);
  }
  return isLate(answer) ? withSmallerPages(position) : undefined;
}

// A server that knows no place to go on for so many times will not know one later.
const mostExpiries = 3;

/**
 * A continue token lives about five minutes. The server then offers one that goes on in the list as it
 * is now; one that offers none is asked for the whole list, which client-go does, too.
 */
async function afterExpiry(
  position: Position,
  { continueToken }: Refusal,
  taker: ListTaker,
): Promise<Position | undefined> {
  const { limit, expiries } = position;
  if (limit === undefined || expiries >= mostExpiries) return undefined;
  if (continueToken !== undefined) {
    return { ...position, continueToken, inconsistent: true, expiries: expiries + 1 };
  }
  await taker.restart();
  return start;
}

const smallPage = 50;

function isLate(answer: Exclude<Answer, { type: 'ok' }>): boolean {
  return answer.type === 'broken' ? answer.timedOut === true : answer.status === 504;
}

/** A page that did not come in time may have been too large for the time. */
function withSmallerPages(position: Position): Position | undefined {
  const { limit } = position;
  return limit === undefined || limit <= smallPage ? undefined : { ...position, limit: smallPage };
}

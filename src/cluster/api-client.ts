import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, isJson, refusalOf } from './answer.ts';
import { type BodyReader, jsonReader } from './body.ts';
import { brokenConnection } from './broken-connection.ts';
import { Connection, LostConnection, type Response } from './connection.ts';
import { credentialsOf } from './credentials.ts';
import type { KubeconfigEntry } from './kubeconfig.ts';
import { waitBefore } from './retry.ts';

/** Reads from one API server. There is no other verb than GET. */
export interface ApiClient {
  /** Address of the server, for messages. */
  readonly address: string;
  /**
   * One answer, after as many tries as it takes.
   *
   * @throws {UserError} When the server does not accept the credentials.
   * @throws The signal's reason, when it is aborted.
   */
  get(path: string, options?: GetOptions): Promise<Answer>;
  /**
   * The same for an answer that is read as it comes. Each try opens a reader of its own, so that one that
   * breaks off in the middle can be forgotten; what a reader throws is thrown.
   */
  read<Value>(
    path: string,
    options: GetOptions,
    open: () => Promise<BodyReader<Value>>,
  ): Promise<Answer<Value>>;
  /** Closes its connections. */
  close(): Promise<void>;
}

/** The part of a client that reads small answers. */
export type JsonClient = Pick<ApiClient, 'address' | 'get'>;

/** What a request may add to its path. */
export interface GetOptions {
  readonly query?: Readonly<Record<string, string>> | undefined;
  /** Other than plain JSON. */
  readonly accept?: string | undefined;
}

/** How a client behaves. */
export interface ClientOptions {
  /** Milliseconds until a request counts as lost. */
  readonly requestTimeout: number;
  /** Connections open at the same time, at most. Default: as many as there are requests. */
  readonly connections?: number | undefined;
  readonly signal: AbortSignal;
  /** Waits for milliseconds; a test passes one that does not. */
  readonly sleep?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
  /** Numbers between 0 and 1 by chance. */
  readonly random?: (() => number) | undefined;
}

/** A client for one context of a kubeconfig. */
export async function openApiClient(
  entry: KubeconfigEntry,
  options: ClientOptions,
): Promise<ApiClient> {
  const credentials = await credentialsOf(entry, options.signal);
  const connection = new Connection(entry, options, credentials);
  const client = new Client(connection, options);
  return {
    address: entry.address,
    get: (path, given = {}) => client.read(path, given, async () => jsonReader()),
    read: (path, given, open) => client.read(path, given, open),
    close: () => connection.close(),
  };
}

class Client {
  readonly #connection: Connection;
  readonly #options: ClientOptions;
  /** Whether the server has ever answered: then a refused connection is a restart and not a wrong address. */
  #met = false;

  constructor(connection: Connection, options: ClientOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  async read<Value>(
    path: string,
    options: GetOptions,
    open: () => Promise<BodyReader<Value>>,
  ): Promise<Answer<Value>> {
    const { signal, sleep = waitFor, random = Math.random } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const { answer, transient } = await this.#try(path, options, open);
      const wait = waitBefore({ answer, attempt, transient, random: random() });
      if (wait === undefined) return answer;
      await sleep(wait * 1000, signal);
    }
  }

  async #try<Value>(
    path: string,
    options: GetOptions,
    open: () => Promise<BodyReader<Value>>,
  ): Promise<{ readonly answer: Answer<Value>; readonly transient: boolean }> {
    const { requestTimeout, signal } = this.#options;
    try {
      const response = await this.#connection.get(path, options);
      this.#met = true;
      return { answer: await answerOf(response, open), transient: false };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof LostConnection || error instanceof SyntaxError)) throw error;
      const broken = brokenConnection(this.#connection.address, error, requestTimeout);
      const { timedOut, transient } = broken;
      const answer = { type: 'broken', error: broken.error, timedOut } as const;
      return { answer, transient: transient && this.#met };
    }
  }
}

async function answerOf<Value>(
  { status, contentType, retryAfter, body }: Response,
  open: () => Promise<BodyReader<Value>>,
): Promise<Answer<Value>> {
  if (!isJson(status, contentType)) {
    return refusalOf({ status, contentType, retryAfter, text: await beginningOf(body) });
  }
  const reader = await open();
  for await (const chunk of body) await reader.push(chunk);
  return { type: 'ok', value: await reader.end() };
}

// The longest message of an API server is far shorter.
const longestRefusal = 100_000;

async function beginningOf(body: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const chunk of body) {
    text += chunk.toString();
    if (text.length > longestRefusal) break;
  }
  return text;
}

async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
}

import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Dispatcher, request } from 'undici';
import { UserError } from '#user-error.ts';
import { type Answer, answerOf, type HttpResponse } from './answer.ts';
import { brokenConnection } from './broken-connection.ts';
import { type Credentials, credentialsOf } from './credentials.ts';
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
  /** Closes its connections. */
  close(): Promise<void>;
}

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
  readonly signal: AbortSignal;
  /** Waits for milliseconds; a test passes one that does not. */
  readonly sleep?: ((ms: number, signal: AbortSignal) => Promise<void>) | undefined;
}

const unzip = promisify(gunzip);

// An API server indents its JSON for a User-Agent that looks like curl.
const userAgent = 'clusterbook';

/** A client for one context of a kubeconfig. */
export async function openApiClient(
  entry: KubeconfigEntry,
  options: ClientOptions,
): Promise<ApiClient> {
  const connection = new Connection(entry, options, await credentialsOf(entry));
  return {
    address: entry.address,
    get: (path, given) => connection.get(path, given),
    close: () => connection.close(),
  };
}

class Connection {
  readonly #entry: KubeconfigEntry;
  readonly #options: ClientOptions;
  readonly #dispatchers = new Set<Dispatcher>();
  #credentials: Promise<Credentials>;
  /** Whether the server has ever answered: then a refused connection is a restart and not a wrong address. */
  #met = false;

  constructor(entry: KubeconfigEntry, options: ClientOptions, credentials: Credentials) {
    this.#entry = entry;
    this.#options = options;
    this.#credentials = Promise.resolve(credentials);
  }

  async get(path: string, options: GetOptions = {}): Promise<Answer> {
    const { signal, sleep = waitFor } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const { answer, transient } = await this.#try(path, options);
      const wait = waitBefore({ answer, attempt, transient });
      if (wait === undefined) return answer;
      await sleep(wait * 1000, signal);
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#dispatchers].map((dispatcher) => dispatcher.destroy()));
  }

  async #try(path: string, options: GetOptions): Promise<{ answer: Answer; transient: boolean }> {
    const { requestTimeout, signal } = this.#options;
    try {
      const answer = answerOf(await this.#accepted(path, options));
      this.#met = true;
      return { answer, transient: false };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof UserError) throw error;
      const broken = brokenConnection(this.#entry.address, error, requestTimeout);
      const answer: Answer = { type: 'broken', error: broken.error };
      return { answer, transient: broken.transient && this.#met };
    }
  }

  /** A response to accepted credentials. They may have expired since: then new ones are asked for, once. */
  async #accepted(path: string, options: GetOptions): Promise<HttpResponse> {
    const credentials = this.#credentials;
    const response = await this.#send(path, options, await credentials);
    if (response.status !== 401) return response;
    // Of several requests that are refused at once, the first asks for all.
    if (this.#credentials === credentials) this.#credentials = credentialsOf(this.#entry);
    const again = await this.#send(path, options, await this.#credentials);
    if (again.status !== 401) return again;
    throw new UserError(
      `${this.#entry.address} does not accept the credentials of context "${this.#entry.context}".`,
      { hint: `Log in again, then try kubectl --context ${this.#entry.context} get namespaces.` },
    );
  }

  async #send(
    path: string,
    { query, accept = 'application/json' }: GetOptions,
    { headers, dispatcher }: Credentials,
  ): Promise<HttpResponse> {
    const { requestTimeout, signal } = this.#options;
    this.#dispatchers.add(dispatcher);
    const response = await request(`${this.#entry.server}${path}`, {
      query: { ...query },
      headers: { ...headers, accept, 'accept-encoding': 'gzip', 'user-agent': userAgent },
      dispatcher,
      signal: AbortSignal.any([signal, AbortSignal.timeout(requestTimeout)]),
      headersTimeout: requestTimeout,
      bodyTimeout: requestTimeout,
    });
    const body = Buffer.from(await response.body.arrayBuffer());
    const zipped = response.headers['content-encoding'] === 'gzip';
    return {
      status: response.statusCode,
      contentType: one(response.headers['content-type']) ?? '',
      retryAfter: one(response.headers['retry-after']),
      text: (zipped ? await unzip(body) : body).toString(),
    };
  }
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
}

import { pipeline } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { createGunzip } from 'node:zlib';
import { type Dispatcher, request } from 'undici';
import { UserError } from '#user-error.ts';
import { type Credentials, credentialsOf } from './credentials.ts';
import type { KubeconfigEntry } from './kubeconfig.ts';
import { isHere, proxyOf } from './proxy-of.ts';
import { openTransport } from './transport.ts';

/** A response whose body has not been read. */
export interface Response {
  readonly status: number;
  readonly contentType: string;
  readonly retryAfter: string | undefined;
  /** Decompressed. It has to be read, or left, for the connection to be free again. */
  readonly body: AsyncIterable<Buffer>;
}

/** What went wrong on the way to the server and back, told by its `cause`. */
export class LostConnection extends Error {
  override readonly name = 'LostConnection';

  constructor(cause: unknown) {
    super('the connection was lost', { cause });
  }
}

interface ConnectionOptions {
  /** Milliseconds until a request counts as lost. */
  readonly requestTimeout: number;
  /** Connections open at the same time, at most. */
  readonly connections?: number | undefined;
  readonly signal: AbortSignal;
}

interface Request {
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly accept?: string | undefined;
}

// An API server indents its JSON for a User-Agent that looks like curl.
const userAgent = 'clusterbook';

/** Sends requests to the server of a context, with credentials that are renewed when they expire. */
export class Connection {
  readonly address: string;
  readonly #entry: KubeconfigEntry;
  readonly #options: ConnectionOptions;
  readonly #encoding: string;
  #credentials: Promise<Credentials>;
  #transport: { readonly tls: Credentials['tls']; readonly dispatcher: Dispatcher } | undefined;

  constructor(entry: KubeconfigEntry, options: ConnectionOptions, credentials: Credentials) {
    this.address = entry.address;
    this.#entry = entry;
    this.#options = options;
    this.#credentials = Promise.resolve(credentials);
    this.#encoding = encodingFor(entry);
  }

  /**
   * A response to accepted credentials. They may have expired since: then new ones are asked for, once.
   *
   * @throws {UserError} When the server accepts none.
   * @throws {LostConnection} When there is no response.
   */
  async get(path: string, options: Request): Promise<Response> {
    const credentials = this.#credentials;
    const response = await this.#send(path, options, await credentials);
    if (response.status !== 401) return response;
    await leave(response);
    // Of several requests that are refused at once, the first asks for all.
    if (this.#credentials === credentials) {
      this.#credentials = credentialsOf(this.#entry, this.#options.signal);
    }
    const again = await this.#send(path, options, await this.#credentials);
    if (again.status !== 401) return again;
    await leave(again);
    throw new UserError(
      `${this.address} does not accept the credentials of context "${this.#entry.context}".`,
      { hint: `Log in again, then try kubectl --context ${this.#entry.context} get namespaces.` },
    );
  }

  async close(): Promise<void> {
    await this.#transport?.dispatcher.destroy();
  }

  async #send(
    path: string,
    { query, accept = 'application/json' }: Request,
    credentials: Credentials,
  ): Promise<Response> {
    const { requestTimeout, signal } = this.#options;
    const headers = { ...credentials.headers, accept, 'user-agent': userAgent };
    try {
      const response = await request(`${this.#entry.server}${path}`, {
        query: { ...query },
        headers: { ...headers, 'accept-encoding': this.#encoding },
        dispatcher: this.#dispatcherFor(credentials),
        signal: AbortSignal.any([signal, AbortSignal.timeout(requestTimeout)]),
        headersTimeout: requestTimeout,
        bodyTimeout: requestTimeout,
      });
      return responseOf(response);
    } catch (error) {
      throw new LostConnection(error);
    }
  }

  /** New certificates need new connections; a new token does not. */
  #dispatcherFor({ tls }: Credentials): Dispatcher {
    const current = this.#transport;
    if (current !== undefined && isDeepStrictEqual(current.tls, tls)) return current.dispatcher;
    // Requests that are on their way end first.
    current?.dispatcher.close().catch(() => undefined);
    const { cluster, server } = this.#entry;
    const dispatcher = openTransport({
      tls,
      proxy: cluster.proxyUrl || proxyOf(server, process.env),
      connections: this.#options.connections ?? null,
      connectTimeout: Math.min(this.#options.requestTimeout, longestConnect),
    });
    this.#transport = { tls, dispatcher };
    return dispatcher;
  }
}

const longestConnect = 10_000;

/**
 * Of 100 MB of JSON, gzip spares the wire 90 and costs us 0.25 to 0.5 s of a core (`npm run bench -- gzip`): a gain
 * below some 1.5 Gbit/s, which is nearly every network, and not loopback.
 */
function encodingFor({ server }: KubeconfigEntry): string {
  return isHere(new URL(server).hostname.replace(/^\[|\]$/g, '')) ? 'identity' : 'gzip';
}

function responseOf({ statusCode, headers, body }: Dispatcher.ResponseData): Response {
  const zipped = headers['content-encoding'] === 'gzip';
  // The callback keeps an error from being thrown twice; whoever reads the stream gets it.
  const bytes = zipped ? pipeline(body, createGunzip(), () => undefined) : body;
  return {
    status: statusCode,
    contentType: one(headers['content-type']) ?? '',
    retryAfter: one(headers['retry-after']),
    body: received(bytes),
  };
}

async function* received(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* body;
  } catch (error) {
    throw new LostConnection(error);
  }
}

/** Reads a body that nobody wants, which frees its connection. */
async function leave({ body }: Response): Promise<void> {
  for await (const _ of body);
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { canonicalLine } from '#snapshot/json.ts';
import type { DoubleCluster } from './cluster.ts';
import type { DeadGroup } from './discovery.ts';
import { answer } from './routes.ts';
import { type StatusAnswer, unauthorized } from './status.ts';

/** The token the double accepts over HTTPS; a client certificate does as well. */
export const token = 'double-token';

/** Makes some requests go wrong. */
export interface Fault {
  /** Path and query of the requests it meets. */
  readonly at: RegExp;
  /** How many it meets; all when left out. */
  readonly times?: number;
  /** An answer; or the connection is reset; or there is never an answer. */
  readonly answer: StatusAnswer | 'reset' | 'silence';
}

/** What the double does besides serving a cluster. */
export interface DoubleOptions {
  /** HTTPS with a certificate of the authority in `tls/ca.crt`, and credentials asked for. */
  readonly secure?: boolean;
  readonly faults?: readonly Fault[];
  readonly deadGroups?: readonly DeadGroup[];
  /** Knows discovery in one answer, as servers since 1.26 do. */
  readonly aggregatedDiscovery?: boolean;
  /** Holds the first lists back until so many are in flight. */
  readonly holdUntil?: number;
}

/** A request as it came in. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
}

/** A running double. */
export interface ApiDouble {
  /** `https://127.0.0.1:40321` */
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** Connections that were ever opened. */
  readonly connections: number;
  /** Most requests in flight at one moment. */
  readonly peak: number;
  /** Resolves when a request meets a fault that never answers. */
  readonly silenced: Promise<void>;
  close(): Promise<void>;
}

/** The path of a file in `tls/`. */
export function tlsFile(name: string): string {
  return join(import.meta.dirname, 'tls', name);
}

/** Starts an API server of a cluster on a free port of loopback. */
export async function startApiDouble(
  cluster: DoubleCluster,
  options: DoubleOptions = {},
): Promise<ApiDouble> {
  const double = new Double(cluster, options);
  const listener: RequestListener = (request, response) => double.handle(request, response);
  const server = options.secure
    ? createSecureServer({ ...keys(), requestCert: true, rejectUnauthorized: false }, listener)
    : createServer(listener);
  server.on(options.secure ? 'secureConnection' : 'connection', () => double.connections++);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${options.secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests: double.requests,
    get connections() {
      return double.connections;
    },
    get peak() {
      return double.peak;
    },
    silenced: double.silenced,
    async close() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

function keys() {
  return {
    ca: readFileSync(tlsFile('ca.crt')),
    cert: readFileSync(tlsFile('server.crt')),
    key: readFileSync(tlsFile('server.key')),
  };
}

class Double {
  readonly requests: RecordedRequest[] = [];
  connections = 0;
  peak = 0;
  readonly #silenced = Promise.withResolvers<void>();
  readonly #cluster: DoubleCluster;
  readonly #options: DoubleOptions;
  readonly #met = new Map<Fault, number>();
  #inFlight = 0;
  #held: (() => void)[] = [];
  #holding: boolean;

  constructor(cluster: DoubleCluster, options: DoubleOptions) {
    this.#cluster = cluster;
    this.#options = options;
    this.#holding = options.holdUntil !== undefined;
  }

  get silenced(): Promise<void> {
    return this.#silenced.promise;
  }

  handle(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '', headers, socket } = request;
    this.requests.push({ method, url, headers });
    this.#inFlight++;
    this.peak = Math.max(this.peak, this.#inFlight);
    response.once('close', () => this.#inFlight--);
    const fault = this.#faultAt(url);
    if (fault === 'reset') socket.resetAndDestroy();
    else if (fault === 'silence') this.#silenced.resolve();
    else if (!this.#knows(socket, headers)) send(request, response, unauthorized);
    else this.#whenReleased(url, () => send(request, response, fault ?? this.#answer(request)));
  }

  #answer({ method = '', url = '', headers }: IncomingMessage): StatusAnswer {
    return answer(this.#cluster, this.#options, { method, url, accept: headers.accept ?? '' });
  }

  #faultAt(url: string): Fault['answer'] | undefined {
    const fault = this.#options.faults?.find(
      (each) => each.at.test(url) && (this.#met.get(each) ?? 0) < (each.times ?? Infinity),
    );
    if (fault !== undefined) this.#met.set(fault, (this.#met.get(fault) ?? 0) + 1);
    return fault?.answer;
  }

  #knows(socket: Socket, headers: IncomingMessage['headers']): boolean {
    if (!(socket instanceof TLSSocket)) return true;
    return socket.authorized || headers.authorization === `Bearer ${token}`;
  }

  #whenReleased(url: string, reply: () => void): void {
    if (!this.#holding || !url.includes('limit=') || url.startsWith('/api/v1/namespaces?')) {
      reply();
      return;
    }
    this.#held.push(reply);
    if (this.#held.length < (this.#options.holdUntil ?? 0)) return;
    this.#holding = false;
    for (const each of this.#held) each();
  }
}

// A real server zips answers from this size on.
const zippedFrom = 128 * 1024;

function send(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { code, body, headers: more = {} }: StatusAnswer,
): void {
  const text = Buffer.from(canonicalLine(body));
  const zipped = text.length > zippedFrom && /\bgzip\b/.test(String(headers['accept-encoding']));
  response.writeHead(code, {
    'content-type': 'application/json',
    'cache-control': 'no-cache, private',
    ...(zipped ? { 'content-encoding': 'gzip', vary: 'Accept-Encoding' } : {}),
    ...more,
  });
  response.end(zipped ? gzipSync(text) : text);
}

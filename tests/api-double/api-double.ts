import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { canonicalLine } from '#snapshot/json.ts';
import type { DoubleCluster } from './cluster.ts';
import type { DeadGroup } from './discovery.ts';
import { answer } from './routes.ts';
import {
  type Request,
  type Response,
  type RunningServer,
  type ServerOptions,
  startServer,
} from './server.ts';
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
export interface DoubleOptions extends ServerOptions {
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
  /** `1.1`, `2.0` */
  readonly httpVersion: string;
  readonly headers: Request['headers'];
}

/** A running double. */
export interface ApiDouble extends RunningServer {
  readonly requests: readonly RecordedRequest[];
  /** Most requests in flight at one moment. */
  readonly peak: number;
  /** Resolves when a request meets a fault that never answers. */
  readonly silenced: Promise<void>;
}

/** Starts an API server of a cluster on a free port of loopback. */
export async function startApiDouble(
  cluster: DoubleCluster,
  options: DoubleOptions = {},
): Promise<ApiDouble> {
  const double = new Double(cluster, options);
  const server = await startServer(options, (request, response) =>
    double.handle(request, response),
  );
  return {
    url: server.url,
    requests: double.requests,
    get connections() {
      return server.connections;
    },
    get peak() {
      return double.peak;
    },
    silenced: double.silenced,
    close: server.close,
  };
}

class Double {
  readonly requests: RecordedRequest[] = [];
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

  handle(request: Request, response: Response): void {
    const { method = '', url = '', headers, httpVersion, socket } = request;
    this.requests.push({ method, url, headers, httpVersion });
    this.#inFlight++;
    this.peak = Math.max(this.peak, this.#inFlight);
    response.once('close', () => this.#inFlight--);
    const fault = this.#faultAt(url);
    if (fault === 'reset') socket.resetAndDestroy();
    else if (fault === 'silence') this.#silenced.resolve();
    else if (!this.#knows(socket, headers)) send(request, response, unauthorized);
    else this.#whenReleased(url, () => send(request, response, fault ?? this.#answer(request)));
  }

  #answer({ method = '', url = '', headers }: Request): StatusAnswer {
    return answer(this.#cluster, this.#options, { method, url, accept: headers.accept ?? '' });
  }

  #faultAt(url: string): Fault['answer'] | undefined {
    const fault = this.#options.faults?.find(
      (each) => each.at.test(url) && (this.#met.get(each) ?? 0) < (each.times ?? Infinity),
    );
    if (fault !== undefined) this.#met.set(fault, (this.#met.get(fault) ?? 0) + 1);
    return fault?.answer;
  }

  #knows(socket: Socket, headers: Request['headers']): boolean {
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

// A real server zips answers from this size on, as fast as it can.
const zippedFrom = 128 * 1024;

function send(
  { headers }: Request,
  response: Response,
  { code, body, headers: more = {} }: StatusAnswer,
): void {
  const text = Buffer.from(typeof body === 'string' ? body : canonicalLine(body));
  const zipped = text.length > zippedFrom && /\bgzip\b/.test(String(headers['accept-encoding']));
  response.writeHead(code, {
    'content-type': 'application/json',
    'cache-control': 'no-cache, private',
    ...(zipped ? { 'content-encoding': 'gzip', vary: 'Accept-Encoding' } : {}),
    ...more,
  });
  response.end(zipped ? gzipSync(text, { level: 1 }) : text);
}

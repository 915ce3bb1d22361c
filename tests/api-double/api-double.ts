import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { DoubleCluster } from './cluster.ts';
import type { DeadGroup } from './discovery.ts';
import { type Fault, faultFinder, type Mishap } from './faults.ts';
import { replacementFor } from './list.ts';
import { reply, reset } from './reply.ts';
import { answer, type Forbidden } from './routes.ts';
import {
  type Request,
  type Response,
  type RunningServer,
  type ServerOptions,
  startServer,
} from './server.ts';
import { expired, type StatusAnswer, unauthorized } from './status.ts';

/** The token the double accepts over HTTPS at first; a client certificate does as well. */
export const token = tokenNumber(1);

/** The token that counts after `new-token` has come so many times. */
export function tokenNumber(number: number): string {
  return `double-token-${number}`;
}

/** What the double does besides serving a cluster. */
export interface DoubleOptions extends ServerOptions {
  readonly faults?: readonly Fault[];
  /** What this user may not list. */
  readonly forbidden?: readonly Forbidden[];
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
  readonly #options: DoubleOptions;
  readonly #faultAt: (url: string) => Fault | undefined;
  /** The cluster as it is, and as it was before each change. */
  #history: readonly [DoubleCluster, ...DoubleCluster[]];
  #tokens = 1;
  #inFlight = 0;
  #held: (() => void)[] = [];
  #holding: boolean;

  constructor(cluster: DoubleCluster, options: DoubleOptions) {
    this.#history = [cluster];
    this.#options = options;
    this.#faultAt = faultFinder(options.faults ?? []);
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
    if (fault?.change !== undefined) {
      this.#history = [fault.change(this.#history[0]), ...this.#history];
    }
    if (fault?.answer === 'new-token') this.#tokens++;
    if (!this.#knows(socket, headers)) reply(request, response, unauthorized);
    else this.#whenReleased(url, () => this.#reply(request, response, fault?.answer));
  }

  #reply(request: Request, response: Response, mishap: Mishap | undefined): void {
    if (mishap === 'reset') reset(request, response);
    else if (mishap === 'silence') this.#silenced.resolve();
    else if (typeof mishap === 'object') reply(request, response, mishap);
    else if (mishap === 'expired') {
      reply(request, response, expired(replacementFor(request.url ?? '')));
    } else if (mishap === 'expired-for-good') reply(request, response, expired());
    else {
      const harm = mishap === 'new-token' ? undefined : mishap;
      reply(request, response, this.#answer(request), harm);
    }
  }

  #answer({ method = '', url = '', headers }: Request): StatusAnswer {
    return answer(this.#history, this.#options, { method, url, accept: headers.accept ?? '' });
  }

  #knows(socket: Socket, headers: Request['headers']): boolean {
    if (!(socket instanceof TLSSocket)) return true;
    return socket.authorized || headers.authorization === `Bearer ${tokenNumber(this.#tokens)}`;
  }

  #whenReleased(url: string, go: () => void): void {
    if (!this.#holding || !url.includes('limit=') || url.startsWith('/api/v1/namespaces?')) {
      go();
      return;
    }
    this.#held.push(go);
    if (this.#held.length < (this.#options.holdUntil ?? 0)) return;
    this.#holding = false;
    for (const each of this.#held) each();
  }
}

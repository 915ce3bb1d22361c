import { Agent, type Dispatcher, ProxyAgent, Socks5ProxyAgent } from 'undici';
import type { TlsOptions } from './credentials.ts';

/** How a server is reached. */
export interface Route {
  readonly tls: TlsOptions;
  /** Address of a proxy: `http:`, `https:` or `socks5:`. */
  readonly proxy: string | undefined;
  /** Connections open at the same time, at most; `null`: as many as there are requests. */
  readonly connections: number | null;
  /** Milliseconds in which a connection must be there. */
  readonly connectTimeout: number;
}

// Load balancers close what is idle for a minute; client-go asks for signs of life twice as often.
const keepAliveInitialDelay = 30_000;

/** Connections to a server, shared by all requests. */
export function openTransport({ tls, proxy, connections, connectTimeout }: Route): Dispatcher {
  // HTTP/1.1: lists that come at the same time then wait for our disk each on its own connection.
  const pool = { connections, allowH2: false };
  const keepAlive = { keepAlive: true, keepAliveInitialDelay };
  if (proxy === undefined) {
    return new Agent({ ...pool, connect: { ...tls, ...keepAlive, timeout: connectTimeout } });
  }
  return /^socks/.test(proxy)
    ? new Socks5ProxyAgent(proxy.replace(/^socks\w*:/, 'socks5:'), { ...pool, requestTls: tls })
    : new ProxyAgent({ ...pool, uri: proxy, requestTls: tls, connect: keepAlive });
}

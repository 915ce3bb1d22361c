import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';

/** A request in either version of HTTP. */
export type Request = IncomingMessage | Http2ServerRequest;
/** The response to one. */
export type Response = ServerResponse & Partial<Pick<Http2ServerResponse, 'stream'>>;
/** Answers a request. */
export type Handler = (request: Request, response: Response) => void;

/** How a server is reached. */
export interface ServerOptions {
  /** HTTPS with a certificate of the authority in `tls/ca.crt`, and credentials asked for. */
  readonly secure?: boolean;
  /** Offers HTTP/2 as well, which needs `secure`. */
  readonly http2?: boolean;
}

/** A server that listens on a free port of loopback. */
export interface RunningServer {
  /** `https://127.0.0.1:40321` */
  readonly url: string;
  /** Connections that were ever opened. */
  readonly connections: number;
  close(): Promise<void>;
}

/** The path of a file in `tls/`. */
export function tlsFile(name: string): string {
  return join(import.meta.dirname, 'tls', name);
}

/** Starts a server. */
export async function startServer(
  { secure = false, http2 = false }: ServerOptions,
  handler: Handler,
): Promise<RunningServer> {
  // Its responses in HTTP/2 have the methods of those in HTTP/1.1.
  const listener = handler as (request: Request, response: unknown) => void;
  const server = secure ? secureServer(http2, listener) : createServer(handler);
  const open = new Set<Socket>();
  let connections = 0;
  server.on(secure ? 'secureConnection' : 'connection', (socket: Socket) => {
    connections++;
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    get connections() {
      return connections;
    },
    async close() {
      for (const socket of open) socket.destroy();
      // A secure server's `close` returns nothing.
      server.close();
      await once(server, 'close');
    },
  };
}

/** Speaks HTTP/1.1, too: what a client offers decides. */
function secureServer(http2: boolean, handler: (request: Request, response: unknown) => void) {
  return createSecureServer(
    {
      ca: readFileSync(tlsFile('ca.crt')),
      cert: readFileSync(tlsFile('server.crt')),
      key: readFileSync(tlsFile('server.key')),
      requestCert: true,
      rejectUnauthorized: false,
      allowHTTP1: true,
      ...(http2 ? {} : { ALPNProtocols: ['http/1.1'] }),
    },
    handler,
  );
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A proxy for HTTPS that listens on loopback. */
export interface RunningProxy {
  readonly url: string;
  /** What it was asked to connect to: `api.example:6443`. */
  readonly targets: readonly string[];
  close(): Promise<void>;
}

/** Starts a proxy that connects to one server, whatever it is asked for: a name that no DNS knows will do. */
export async function startProxy(server: string): Promise<RunningProxy> {
  const { hostname, port } = new URL(server);
  const targets: string[] = [];
  const open: Socket[] = [];
  const proxy = createServer((_, response) => response.writeHead(405).end());
  proxy.on('connect', (request, socket: Socket, head) => {
    targets.push(request.url ?? '');
    const upstream = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [socket, upstream]) {
      open.push(end);
      // The other side may leave at any time.
      end.on('error', () => undefined);
    }
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    targets,
    async close() {
      for (const socket of open) socket.destroy();
      await once(proxy.close(), 'close');
    },
  };
}

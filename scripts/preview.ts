import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import { UserError } from '#user-error.ts';
import { defineCommand } from './command.ts';

/** Serves the built site to this machine. */
export const command = defineCommand({
  usage: 'clusterbook preview',
  flags: {
    port: { type: 'string', value: 'N', default: '4321', help: 'port on 127.0.0.1' },
    out: { type: 'string', value: 'DIR', default: 'dist', help: 'folder of the site' },
  },
  async run(values, [stray]) {
    if (stray !== undefined) {
      throw new UserError(`preview takes no "${stray}", only flags.`, {
        hint: 'All flags: --help.',
      });
    }
    const out = resolve(values.out);
    const { readPublished } = await import('#site/publish.ts');
    const published = await readPublished(out);
    if (published === undefined) {
      throw new UserError(`There is no site in ${out}.`, {
        hint: 'Build it first: npm run build.',
      });
    }
    const server = await serve(out, published.base, portOf(values.port));
    console.log(`http://127.0.0.1:${server.port}${published.base.replace(/\/?$/, '/')}`);
    console.error('Stop it with Ctrl C.');
    await server.closed;
    return 0;
  },
});

function portOf(given: string): number {
  const port = Number(given);
  if (/^\d+$/.test(given) && port < 65_536) return port;
  throw new UserError(`"${given}" is no port.`, { hint: 'Ports are numbers up to 65535.' });
}

/**
 * A server of a built site on loopback, below its base.
 *
 * @param port 0 takes a free one.
 */
async function serve(
  out: string,
  base: string,
  port: number,
): Promise<{ readonly port: number; readonly closed: Promise<void> }> {
  const prefix = base.replace(/\/$/, '');
  const files = sirv(out, {
    dev: true,
    etag: true,
    dotfiles: false,
    // Without it a browser takes text that is not HTML for that of its own country.
    setHeaders: (response, path) => {
      const [, type] = /\.(md|txt)$/.exec(path) ?? [];
      if (type === undefined) return;
      response.setHeader(
        'content-type',
        `text/${type === 'md' ? 'markdown' : 'plain'}; charset=utf-8`,
      );
    },
  });
  const server = createServer((request, response) => {
    const refuse = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      // Read anew: a build may have replaced it since.
      const page = createReadStream(join(out, '404.html'));
      page.on('error', () => response.end('Not found')).pipe(response);
    };
    const url = request.url ?? '/';
    if (prefix !== '' && url === '/') {
      response.writeHead(302, { location: `${prefix}/` }).end();
    } else if (url === prefix || url.startsWith(`${prefix}/`)) {
      request.url = url.slice(prefix.length) || '/';
      files(request, response, refuse);
    } else {
      refuse();
    }
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', (error) => failed(portError(error, port)));
    server.listen(port, '127.0.0.1', listening);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    closed: new Promise((closed) => server.once('close', () => closed())),
  };
}

function portError(error: Error, port: number): Error {
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error;
  return new UserError(`Port ${port} is taken.`, { hint: 'Choose another with --port.' });
}

import { BlockList, isIP } from 'node:net';

/** Variables of the environment, of which only those about proxies are read. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment names for an address, as kubectl reads it: `HTTPS_PROXY` or `HTTP_PROXY`, in
 * capitals or not, unless `NO_PROXY` has the host, a domain or a network it is in. Never for this machine.
 *
 * @see https://pkg.go.dev/golang.org/x/net/http/httpproxy
 */
export function proxyOf(server: string, env: Environment): string | undefined {
  const { protocol, hostname, port } = new URL(server);
  const name = protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const proxy = env[name] || env[name.toLowerCase()];
  if (!proxy) return undefined;
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const exceptions = (env['NO_PROXY'] || env['no_proxy'] || '').split(',');
  const from = { host, port: port || (protocol === 'https:' ? '443' : '80') };
  if (isHere(host) || exceptions.some((each) => covers(each.trim().toLowerCase(), from))) {
    return undefined;
  }
  return proxy.includes('://') ? proxy : `http://${proxy}`;
}

interface Target {
  readonly host: string;
  readonly port: string;
}

/** Whether a host is this machine. */
export function isHere(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** One entry of `NO_PROXY`: `*`, a host or domain, an address, a network; all but the last with a port or not. */
function covers(exception: string, { host, port }: Target): boolean {
  if (exception === '') return false;
  if (exception === '*') return true;
  if (exception.includes('/')) return isInNetwork(exception, host);
  const [, name = exception, only] =
    /^(.*?):(\d+)$/.exec(isIP(exception) === 6 ? '' : exception) ?? [];
  if (only !== undefined && only !== port) return false;
  const bare = name.replace(/^\[|\]$/g, '').replace(/^\*\./, '.');
  if (isIP(bare) !== 0) return bare === host;
  return bare.startsWith('.') ? host.endsWith(bare) : host === bare || host.endsWith(`.${bare}`);
}

function isInNetwork(network: string, host: string): boolean {
  const [address = '', length = ''] = network.split('/');
  const version = isIP(address);
  if (version === 0 || version !== isIP(host) || !/^\d{1,3}$/.test(length)) return false;
  if (Number(length) > (version === 4 ? 32 : 128)) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const networks = new BlockList();
  networks.addSubnet(address, Number(length), family);
  return networks.check(host, family);
}

import type { RequestOptions } from 'node:https';
import { getCACertificates, type SecureContextOptions } from 'node:tls';
import { UserError } from '#user-error.ts';
import { loadClientNode } from './client-node.ts';
import { type ExecPlugin, PluginFailure, runExecPlugin } from './exec-plugin.ts';
import type { KubeconfigEntry } from './kubeconfig.ts';

/** How requests prove who they are from, and whom they trust. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string | string[]>>;
  /** Certificates; none for plain HTTP. */
  readonly tls: TlsOptions;
}

/** Whom a connection trusts, and the certificate it shows. */
export type TlsOptions = Pick<SecureContextOptions, 'ca' | 'cert' | 'key'> & {
  readonly servername?: string;
  readonly rejectUnauthorized?: boolean;
};

/**
 * Credentials of a context as they are now: certificates, a token, that of a file, of a login or of a plugin.
 * Each call reads files and asks plugins anew.
 *
 * @throws {UserError} When a file is missing or the plugin fails.
 */
export async function credentialsOf(
  entry: KubeconfigEntry,
  signal: AbortSignal,
): Promise<Credentials> {
  // As kubectl does: credentials never travel unencrypted. What speaks plain HTTP is `kubectl proxy`.
  if (!entry.server.startsWith('https:')) return { headers: {}, tls: {} };
  const { plugin, impersonation } = entry.user;
  const known = await fromKubeconfig(entry);
  const given = plugin === undefined ? undefined : await fromPlugin(entry, plugin, signal);
  return {
    headers: {
      ...known.headers,
      ...(given?.token ? { authorization: `Bearer ${given.token.trim()}` } : {}),
      ...impersonation,
    },
    tls: {
      ...known.tls,
      ...(given?.clientCertificateData ? { cert: given.clientCertificateData } : {}),
      ...(given?.clientKeyData ? { key: given.clientKeyData } : {}),
    },
  };
}

async function fromKubeconfig({ context, cluster, user }: KubeconfigEntry): Promise<Credentials> {
  const { KubeConfig } = await loadClientNode();
  const config = new KubeConfig();
  // Plugins, impersonation and proxies have files of their own here.
  const { exec: _, impersonateUser: __, ...who } = user.user;
  const { proxyUrl: ___, ...where } = cluster;
  config.loadFromOptions({
    clusters: [where],
    users: [who],
    contexts: [{ name: context, cluster: cluster.name, user: who.name }],
    currentContext: context,
  });
  const options: RequestOptions = {};
  try {
    await config.applyToHTTPSOptions(options);
  } catch (cause) {
    const words = cause instanceof Error ? cause.message.trim() : String(cause);
    throw new UserError(`The credentials of context "${context}" cannot be used: ${words}.`, {
      hint: 'Correct the user of this context in the kubeconfig.',
      cause,
    });
  }
  return { headers: headersOf(options), tls: tlsOf(options) };
}

function headersOf({ headers, auth }: RequestOptions): Record<string, string> {
  const basic = auth ? `Basic ${Buffer.from(auth).toString('base64')}` : undefined;
  const entries = Object.entries({ ...headers, ...(basic ? { Authorization: basic } : {}) });
  // A token that comes from a file ends in a line end as often as not.
  return Object.fromEntries(
    entries.map(([key, value]) => [key.toLowerCase(), String(value).trim()]),
  );
}

function tlsOf({ ca, cert, key, servername, rejectUnauthorized }: RequestOptions): TlsOptions {
  return {
    // kubectl trusts what its machine trusts; Node knows only those authorities that browsers ship.
    ca: ca ?? [...getCACertificates('default'), ...getCACertificates('system')],
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(servername === undefined ? {} : { servername }),
    ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
  };
}

async function fromPlugin(
  { context, cluster }: KubeconfigEntry,
  plugin: ExecPlugin,
  signal: AbortSignal,
) {
  try {
    return await runExecPlugin(plugin, cluster, signal);
  } catch (error) {
    if (!(error instanceof PluginFailure)) throw error;
    const { message } = error;
    const said = message.includes('\n') ? `failed:\n${message}` : `failed: ${message}.`;
    const again = `Try kubectl --context ${context} get namespaces: it runs the same plugin.`;
    throw new UserError(`The credential plugin ${plugin.command} of context "${context}" ${said}`, {
      hint: plugin.installHint ? `${again}\n${plugin.installHint.trim()}` : again,
    });
  }
}

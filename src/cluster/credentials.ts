import { Agent, type Dispatcher } from 'undici';
import { UserError } from '#user-error.ts';
import type { KubeconfigEntry } from './kubeconfig.ts';

/** How requests prove who they are from. */
export interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  /** Connections with the right certificates and proxy; one for all requests, so that they are reused. */
  readonly dispatcher: Dispatcher;
}

/**
 * Credentials of a context, as its kubeconfig says: certificates, a token, or what a plugin answers.
 *
 * @throws {UserError} When a file is missing or the plugin fails.
 */
export async function credentialsOf(entry: KubeconfigEntry): Promise<Credentials> {
  // As kubectl does: credentials never travel unencrypted. What speaks plain HTTP is `kubectl proxy`.
  if (!entry.server.startsWith('https:')) return { headers: {}, dispatcher: new Agent() };
  const { HttpMethod, RequestContext } = await import('@kubernetes/client-node');
  const request = new RequestContext(entry.server, HttpMethod.GET);
  try {
    await entry.config.applySecurityAuthentication(request);
  } catch (cause) {
    throw failed(entry, cause);
  }
  return {
    headers: request.getHeaders(),
    dispatcher: request.getDispatcher() ?? new Agent(),
  };
}

function failed({ context, plugin }: KubeconfigEntry, cause: unknown): UserError {
  const words = cause instanceof Error ? cause.message.trim() : String(cause);
  if (plugin === undefined) {
    return new UserError(`The credentials of context "${context}" cannot be used: ${words}.`, {
      hint: 'Correct the user of this context in the kubeconfig.',
      cause,
    });
  }
  const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  // A plugin that answers with something else than JSON may have printed a token: nothing is quoted.
  const reason = missing
    ? 'it is not installed'
    : cause instanceof SyntaxError
      ? 'its answer is not JSON'
      : lastLine(words);
  return new UserError(
    `The credential plugin ${plugin} of context "${context}" failed: ${reason || 'it said nothing'}.`,
    { hint: `Try kubectl --context ${context} get namespaces: it runs the same plugin.` },
  );
}

function lastLine(text: string): string {
  return text.split('\n').at(-1)?.trim().replace(/\.$/, '') ?? '';
}

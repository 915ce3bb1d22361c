import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import type { Cluster } from './client-node.ts';

/**
 * A command that answers with credentials.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins
 */
export const ExecPlugin = z.object({
  command: z.string().min(1),
  args: z.array(z.string()).nullish(),
  env: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  apiVersion: z.string().nullish(),
  interactiveMode: z.string().nullish(),
  provideClusterInfo: z.boolean().nullish(),
  /** What its author wants to be told to those who do not have it. */
  installHint: z.string().nullish(),
});
export type ExecPlugin = z.infer<typeof ExecPlugin>;

const ExecCredential = z.looseObject({
  status: z.looseObject({
    token: z.string().nullish(),
    /** PEM. */
    clientCertificateData: z.string().nullish(),
    /** PEM. */
    clientKeyData: z.string().nullish(),
  }),
});

/** What a plugin answers. */
export type PluginCredentials = z.infer<typeof ExecCredential>['status'];

/** What a plugin said when it failed: the last lines of its complaint, or why it could not run. */
export class PluginFailure extends Error {
  override readonly name = 'PluginFailure';
}

/**
 * Runs a plugin and waits for its answer. Not the client library's own runner: that leaves the input open, so
 * that a plugin which asks something waits for ever, and hides its questions.
 *
 * @throws {PluginFailure} When it gives no credentials.
 */
export async function runExecPlugin(
  plugin: ExecPlugin,
  cluster: Cluster,
  signal: AbortSignal,
): Promise<PluginCredentials> {
  const mayAsk = process.stdin.isTTY === true && plugin.interactiveMode !== 'Never';
  if (plugin.interactiveMode === 'Always' && !mayAsk) {
    throw new PluginFailure('it wants to ask something, and there is no terminal');
  }
  const { answer, complaint, code } = await ran(plugin, infoFor(plugin, cluster, mayAsk), {
    mayAsk,
    signal,
  });
  if (code !== 0) throw new PluginFailure(lastLines(complaint) || `it ended with status ${code}`);
  return credentialsIn(answer);
}

/** A plugin that answers with something else than credentials may have printed a token: nothing is quoted. */
function credentialsIn(answer: string): PluginCredentials {
  let json: unknown;
  try {
    json = JSON.parse(answer);
  } catch {
    throw new PluginFailure('its answer is not JSON');
  }
  const { data } = ExecCredential.safeParse(json);
  if (data === undefined) throw new PluginFailure('its answer is no ExecCredential with a status');
  return data.status;
}

interface Conditions {
  readonly mayAsk: boolean;
  readonly signal: AbortSignal;
}

interface Ran {
  readonly answer: string;
  readonly complaint: string;
  readonly code: number | null;
}

async function ran(
  { command, args, env }: ExecPlugin,
  info: string,
  { mayAsk, signal }: Conditions,
): Promise<Ran> {
  const own = Object.fromEntries((env ?? []).map(({ name, value }) => [name, value]));
  const child = spawn(command, args ?? [], {
    env: { ...process.env, ...own, KUBERNETES_EXEC_INFO: info },
    stdio: [mayAsk ? 'inherit' : 'ignore', 'pipe', 'pipe'],
    signal,
  });
  let answer = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-longestComplaint);
    // A login in the browser begins with an address that somebody has to open.
    if (mayAsk) process.stderr.write(text);
  });
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { answer, complaint, code };
  } catch (error) {
    signal.throwIfAborted();
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const reason = error instanceof Error ? error.message : String(error);
    throw new PluginFailure(missing ? 'it is not installed' : reason);
  }
}

const longestComplaint = 10_000;
const mostLines = 5;

function lastLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const said = lines.filter((line) => line !== '').slice(-mostLines);
  return said.join('\n').replace(/\.$/, '');
}

/** What a plugin is told of why it runs. */
function infoFor(
  { apiVersion, provideClusterInfo }: ExecPlugin,
  { server, caData, tlsServerName, skipTLSVerify, proxyUrl }: Cluster,
  interactive: boolean,
): string {
  const cluster = {
    server,
    ...(caData ? { 'certificate-authority-data': caData } : {}),
    ...(tlsServerName ? { 'tls-server-name': tlsServerName } : {}),
    ...(skipTLSVerify ? { 'insecure-skip-tls-verify': true } : {}),
    ...(proxyUrl ? { 'proxy-url': proxyUrl } : {}),
  };
  return JSON.stringify({
    apiVersion: apiVersion ?? 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    spec: { interactive, ...(provideClusterInfo ? { cluster } : {}) },
  });
}

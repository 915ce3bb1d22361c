import { writeFile } from 'node:fs/promises';
import { tlsFile } from './server.ts';

/** One context of a test's kubeconfig. */
export interface TestContext {
  readonly server: string;
  /** Trust the double's authority. */
  readonly trusted?: boolean;
  /** Name in the server's certificate, where the address has another. */
  readonly serverName?: string;
  readonly token?: string;
  /** Name oneself with the client certificate in `tls/`. */
  readonly certificate?: boolean;
  /** Command of an exec plugin, with its arguments. */
  readonly exec?: readonly [command: string, ...args: string[]];
  readonly namespace?: string;
}

/** Writes a kubeconfig; the first context is the current one. */
export async function writeKubeconfig(
  file: string,
  contexts: Readonly<Record<string, TestContext>>,
): Promise<string> {
  const entries = Object.entries(contexts);
  const kubeconfig = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: entries.map(([name, context]) => ({
      name: `cluster of ${name}`,
      cluster: clusterOf(context),
    })),
    users: entries.map(([name, context]) => ({ name: `user of ${name}`, user: userOf(context) })),
    contexts: entries.map(([name, { namespace }]) => ({
      name,
      context: {
        cluster: `cluster of ${name}`,
        user: `user of ${name}`,
        ...(namespace === undefined ? {} : { namespace }),
      },
    })),
    'current-context': entries[0]?.[0],
  };
  // JSON is YAML.
  await writeFile(file, JSON.stringify(kubeconfig));
  return file;
}

function clusterOf({ server, trusted = true, serverName }: TestContext): object {
  return {
    server,
    ...(trusted ? { 'certificate-authority': tlsFile('ca.crt') } : {}),
    ...(serverName === undefined ? {} : { 'tls-server-name': serverName }),
  };
}

function userOf({ token, certificate, exec }: TestContext): object {
  return {
    ...(token === undefined ? {} : { token }),
    ...(certificate
      ? { 'client-certificate': tlsFile('client.crt'), 'client-key': tlsFile('client.key') }
      : {}),
    ...(exec === undefined ? {} : { exec: execOf(exec) }),
  };
}

function execOf([command, ...args]: readonly [string, ...string[]]): object {
  const apiVersion = 'client.authentication.k8s.io/v1';
  return { apiVersion, command, args, env: [], interactiveMode: 'Never' };
}

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Cluster, Context, KubeConfig, User } from '@kubernetes/client-node';
import { UserError } from '#user-error.ts';

/** One or several kubeconfig files as kubectl would read them. */
export interface Kubeconfig {
  /** Names of its contexts, in its order. */
  readonly contexts: readonly string[];
  readonly currentContext: string | undefined;
  /**
   * What a context names.
   *
   * @throws {UserError} When there is no such context, or it names what is not there.
   */
  entry(context: string): KubeconfigEntry;
}

/** A context with its cluster and its user. */
export interface KubeconfigEntry {
  readonly context: string;
  /** Namespace that kubectl takes when none is given. */
  readonly namespace: string | undefined;
  /** What the paths of the API are added to, `https://rancher.example.com/k8s/clusters/c-1`. */
  readonly server: string;
  /** Scheme, host and port of the server, for messages. */
  readonly address: string;
  /** Command of the user's exec plugin, without its arguments. */
  readonly plugin: string | undefined;
  /** The client library's own configuration of this context alone. */
  readonly config: KubeConfig;
}

const serviceAccountToken = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/**
 * Loads the kubeconfig: the given file, else those of `KUBECONFIG`, else `~/.kube/config`, else the
 * service account of the Pod this runs in.
 *
 * @throws {UserError} When there is none, or one cannot be understood.
 */
export async function loadKubeconfig(given: string | undefined): Promise<Kubeconfig> {
  // Late: importing the client takes half a second.
  const { KubeConfig } = await import('@kubernetes/client-node');
  const files = filesToRead(given);
  const loaded = files.map((file) => loadFile(new KubeConfig(), file));
  if (files.length === 0) loaded.push(inCluster(new KubeConfig()));
  // Of two entries of one name the first counts, as for kubectl.
  const contexts = loaded.flatMap((each) => each.contexts);
  const currentContext = loaded.map((each) => each.currentContext).find(Boolean);
  return {
    contexts: [...new Set(contexts.map(({ name }) => name))],
    currentContext,
    entry(name) {
      const context = contexts.find((each) => each.name === name);
      if (context === undefined) throw unknownContext(name, contexts);
      const cluster = loaded.flatMap((each) => each.clusters).find(named(context.cluster));
      const user = loaded.flatMap((each) => each.users).find(named(context.user));
      return entryOf(new KubeConfig(), { context, cluster, user });
    },
  };
}

function named(name: string | undefined): (each: { readonly name: string }) => boolean {
  return (each) => each.name === name;
}

function filesToRead(given: string | undefined): string[] {
  const listed = given === undefined ? process.env['KUBECONFIG']?.split(delimiter) : [given];
  const files = listed?.filter((file) => file !== '') ?? [];
  const [place] = files;
  if (place === undefined) return [join(homedir(), '.kube', 'config')].filter(existsSync);
  // kubectl passes over files of KUBECONFIG that are not there.
  const existing = files.filter(existsSync);
  if (existing.length > 0) return existing;
  throw new UserError(`There is no kubeconfig at ${files.join(', ')}.`, {
    hint: given === undefined ? 'Correct the variable KUBECONFIG.' : 'Correct --kubeconfig.',
  });
}

function loadFile(config: KubeConfig, file: string): KubeConfig {
  try {
    config.loadFromFile(file);
  } catch (cause) {
    throw new UserError(`${file} is not a kubeconfig: ${faultOf(cause)}.`, {
      hint: 'Check it with kubectl config view, or name another with --kubeconfig.',
    });
  }
  return config;
}

/** What is wrong with a file; never a quote of it, as the message of a YAML error is: it holds credentials. */
function faultOf(error: unknown): string {
  if (error instanceof TypeError) return 'it is empty or no map';
  if (!(error instanceof Error)) return String(error);
  if (!('reason' in error)) return error.message;
  const { line } = { line: undefined, ...('mark' in error ? (error.mark as object) : {}) };
  return `YAML does not parse${typeof line === 'number' ? ` at line ${line + 1}` : ''}`;
}

function inCluster(config: KubeConfig): KubeConfig {
  if (process.env['KUBERNETES_SERVICE_HOST'] === undefined || !existsSync(serviceAccountToken)) {
    throw new UserError('There is no kubeconfig: neither KUBECONFIG nor ~/.kube/config.', {
      hint: 'Name one with --kubeconfig FILE.',
    });
  }
  config.loadFromCluster();
  return config;
}

function unknownContext(name: string, contexts: readonly Context[]): UserError {
  const names = contexts.map((each) => each.name);
  const hint = names.length === 0 ? 'It has none.' : `Contexts there are: ${names.join(', ')}.`;
  return new UserError(`The kubeconfig has no context "${name}".`, { hint });
}

interface Parts {
  readonly context: Context;
  readonly cluster: Cluster | undefined;
  readonly user: User | undefined;
}

function entryOf(config: KubeConfig, { context, cluster, user }: Parts): KubeconfigEntry {
  const hint = 'Correct the kubeconfig, or choose another context with --context.';
  const { name } = context;
  if (cluster === undefined) {
    throw new UserError(`Context "${name}" names a cluster that the kubeconfig lacks.`, { hint });
  }
  if (user === undefined && context.user) {
    throw new UserError(`Context "${name}" names a user that the kubeconfig lacks.`, { hint });
  }
  const url = URL.parse(cluster.server);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UserError(`The server of context "${name}" is no address.`, { hint });
  }
  // Without a user the client would not even read the cluster's certificate authority.
  const who = user ?? { name: 'anonymous' };
  config.loadFromOptions({
    clusters: [cluster],
    users: [who],
    contexts: [{ ...context, user: who.name }],
    currentContext: name,
  });
  const plugin: unknown = who.exec?.command ?? who.authProvider?.config?.exec?.command;
  return {
    context: name,
    namespace: context.namespace,
    server: cluster.server,
    address: url.origin,
    plugin: typeof plugin === 'string' ? plugin : undefined,
    config,
  };
}

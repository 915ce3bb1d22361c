import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { UserError } from '#user-error.ts';
import { type Cluster, type Context, loadClientNode } from './client-node.ts';
import { type KubeconfigFile, type KubeconfigUser, readKubeconfigFile } from './kubeconfig-file.ts';

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
  readonly cluster: Cluster;
  readonly user: KubeconfigUser;
}

/**
 * Loads the kubeconfig: the given file, else those of `KUBECONFIG`, else `~/.kube/config`, else the
 * service account of the Pod this runs in, as context `in-cluster`.
 *
 * @param root Folder that stands for `/` where the Pod's service account is looked for.
 * @throws {UserError} When there is none, or one cannot be understood.
 */
export async function loadKubeconfig(given: string | undefined, root = ''): Promise<Kubeconfig> {
  const files = filesToRead(given);
  const loaded =
    files.length === 0 ? [await inCluster(root)] : await Promise.all(files.map(readKubeconfigFile));
  // Of two entries of one name the first counts, as for kubectl.
  const contexts = loaded.flatMap((each) => each.contexts);
  const currentContext = loaded.map((each) => each.currentContext).find(Boolean);
  return {
    contexts: [...new Set(contexts.map(({ name }) => name))],
    currentContext,
    entry(name) {
      const context = contexts.find((each) => each.name === name);
      if (context === undefined) throw unknownContext(name, contexts);
      const cluster = loaded
        .flatMap((each) => each.clusters)
        .find((each) => each.name === context.cluster);
      const user = loaded
        .flatMap((each) => each.users)
        .find((each) => each.user.name === context.user);
      return entryOf({ context, cluster, user });
    },
  };
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

const serviceAccountToken = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** What the context of the Pod's own cluster is called, and so its snapshot: a Pod knows no name of its cluster. */
const ownCluster = 'in-cluster';

async function inCluster(root: string): Promise<KubeconfigFile> {
  if (
    process.env['KUBERNETES_SERVICE_HOST'] === undefined ||
    !existsSync(`${root}${serviceAccountToken}`)
  ) {
    throw new UserError('There is no kubeconfig: neither KUBECONFIG nor ~/.kube/config.', {
      hint: 'Name one with --kubeconfig FILE.',
    });
  }
  const { KubeConfig } = await loadClientNode();
  const config = new KubeConfig();
  config.loadFromCluster(root);
  return {
    clusters: config.clusters,
    contexts: config.contexts.map((context) => ({
      ...context,
      name: ownCluster,
      ...(context.namespace === undefined ? {} : { namespace: context.namespace.trim() }),
    })),
    users: config.users.map((user) => ({ user, plugin: undefined, impersonation: {} })),
    currentContext: ownCluster,
  };
}

function unknownContext(name: string, contexts: readonly Context[]): UserError {
  const names = contexts.map((each) => each.name);
  const hint = names.length === 0 ? 'It has none.' : `Contexts there are: ${names.join(', ')}.`;
  return new UserError(`The kubeconfig has no context "${name}".`, { hint });
}

interface Parts {
  readonly context: Context;
  readonly cluster: Cluster | undefined;
  readonly user: KubeconfigUser | undefined;
}

function entryOf({ context, cluster, user }: Parts): KubeconfigEntry {
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
  return {
    context: name,
    namespace: context.namespace,
    server: cluster.server,
    address: url.origin,
    cluster,
    user: user ?? nobody,
  };
}

// Without a user the client library would not even read the cluster's certificate authority.
const nobody: KubeconfigUser = {
  user: { name: 'anonymous' },
  plugin: undefined,
  impersonation: {},
};

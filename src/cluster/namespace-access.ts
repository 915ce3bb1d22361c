import type { ResourceType } from '#snapshot/manifest.ts';
import type { JsonClient } from './api-client.ts';
import { listPath } from './paths.ts';

/** Where a user who may not list over all namespaces may list at all. */
export interface NamespaceAccess {
  /** Whether it is worth asking for lists in a namespace. Asked for at most once a namespace. */
  isOpen(namespace: string): Promise<boolean>;
}

type Listed = Pick<ResourceType, 'group' | 'version' | 'plural'>;

// Whoever may read anything in a namespace may nearly always read one of these: the roles view, edit and
// admin hold them all.
const telling: readonly Listed[] = [
  { group: '', version: 'v1', plural: 'configmaps' },
  { group: '', version: 'v1', plural: 'pods' },
  { group: '', version: 'v1', plural: 'services' },
  { group: 'apps', version: 'v1', plural: 'deployments' },
];

/** What a ledger line says of namespaces that were not asked. */
export const closedNamespace =
  'Not tried: this user may list no ConfigMaps, Pods, Services or Deployments there. --namespace tries it.';

/**
 * Finds out which namespaces are open by asking for one object of a few telling resources. Without it a user
 * who may list namespaces and nothing else would cost the server a refusal a namespace for each of some sixty
 * resources; so it is four a namespace. (The server would list a user's rights at once, but only as an
 * answer to a `create`.)
 *
 * @param known Namespaces that the reader or the kubeconfig names: these are open.
 */
export function namespaceAccess(client: JsonClient, known: readonly string[]): NamespaceAccess {
  const answers = new Map<string, Promise<boolean>>(
    known.map((namespace) => [namespace, Promise.resolve(true)]),
  );
  return {
    isOpen(namespace) {
      const answer = answers.get(namespace) ?? isOpen(client, namespace);
      answers.set(namespace, answer);
      return answer;
    },
  };
}

async function isOpen(client: JsonClient, namespace: string): Promise<boolean> {
  for (const type of telling) {
    const answer = await client.get(listPath(type, namespace), { query: { limit: '1' } });
    // Whatever else is wrong is told by the list itself.
    if (answer.type !== 'refused' || answer.status !== 403) return true;
  }
  return false;
}

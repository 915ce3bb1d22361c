import { openApiClient } from '#cluster/api-client.ts';
import { chooseResources, type ResourceChoice } from '#cluster/choice.ts';
import { discover } from '#cluster/discovery.ts';
import type { KubeconfigEntry } from '#cluster/kubeconfig.ts';
import { clusterRoleText, leastClusterRole } from '#cluster/least-role.ts';

/**
 * YAML of the least ClusterRoles that give complete coverage of a cluster: one with Secrets and one without,
 * or the latter alone where Secrets are skipped. Needs no more rights than any user has.
 */
export async function leastRoles(
  entry: KubeconfigEntry,
  choice: ResourceChoice,
  requestTimeout: number,
): Promise<string> {
  const { signal } = new AbortController();
  const client = await openApiClient(entry, { requestTimeout, signal });
  try {
    const { resources } = await discover(client);
    const { read } = chooseResources(resources, choice);
    const kinds = choice.secrets === 'skip' ? [false] : [true, false];
    const roles = kinds.map((secrets) => leastClusterRole(read, { secrets }));
    return roles.map(clusterRoleText).join('---\n').trimEnd();
  } finally {
    await client.close();
  }
}

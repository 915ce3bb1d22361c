import { stringify } from 'yaml';
import type { ResourceType } from '#snapshot/manifest.ts';
import { isSecrets } from './choice.ts';

/** Some rules of a ClusterRole. */
interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly ('get' | 'list')[];
}

/** A ClusterRole as the API wants it. */
export interface ClusterRole {
  readonly apiVersion: 'rbac.authorization.k8s.io/v1';
  readonly kind: 'ClusterRole';
  readonly metadata: { readonly name: string };
  readonly rules: readonly PolicyRule[];
}

/** What a least role is for. */
export interface LeastRoleOptions {
  /** Default: `clusterbook`, and `clusterbook-without-secrets`. */
  readonly name?: string | undefined;
  /** Whether Secrets are read; their names and labels alone (`--secrets metadata`) need the same right. */
  readonly secrets: boolean;
}

/**
 * The least ClusterRole with which a snapshot holds every object of these resources, as they are read
 * (`chooseResources(…).read`): to list each of them, and to get the Namespace kube-system, whose uid names the
 * cluster. Discovery and `/version` are not in it, because every user has them by `system:discovery`.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export function leastClusterRole(
  types: readonly ResourceType[],
  { secrets, name = secrets ? 'clusterbook' : 'clusterbook-without-secrets' }: LeastRoleOptions,
): ClusterRole {
  const wanted = types.filter((type) => secrets || !isSecrets(type));
  const byGroup = Map.groupBy(wanted, ({ group }) => group);
  const lists = [...byGroup.keys()].sort().map((group): PolicyRule => {
    const plurals = (byGroup.get(group) ?? []).map(({ plural }) => plural);
    return { apiGroups: [group], resources: [...new Set(plurals)].sort(), verbs: ['list'] };
  });
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name },
    rules: [...lists, identity],
  };
}

const identity: PolicyRule = {
  apiGroups: [''],
  resources: ['namespaces'],
  resourceNames: ['kube-system'],
  verbs: ['get'],
};

/** A role as a YAML document for `kubectl apply -f -`, with what it is for on top. */
export function clusterRoleText(role: ClusterRole): string {
  const secrets = role.rules.some(
    ({ apiGroups, resources }) => apiGroups.includes('') && resources.includes('secrets'),
  );
  const lines = [
    `# Lets \`clusterbook snapshot\` read everything this cluster serves now, ${secrets ? 'Secrets included' : 'but no Secrets'}.`,
    secrets
      ? '# Their values stay in memory: a snapshot holds names, keys and lengths.'
      : '# Take the snapshot with --secrets skip; otherwise they are in its ledger as forbidden.',
    '# A kind that a new CustomResourceDefinition adds needs a line of its own.',
  ];
  return `${lines.join('\n')}\n${stringify(role, { lineWidth: 0 })}`;
}

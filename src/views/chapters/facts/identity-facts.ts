import { part, readObject, text as textSchema } from '#kinds/parts/schema.ts';
import { all, type Cluster } from '#views/chapters/cluster.ts';
import { code, enumerate, type Prose, text } from '#views/chapters/prose.ts';
import { type Grant, grantsOf, isEverything } from '#views/chapters/rights.ts';
import { linkTo, spell } from '#views/chapters/wording.ts';
import type { FactTable, FactValue } from './fact.ts';

const SecretType = part({ type: textSchema });

/** Grants of every right in the whole cluster. */
export function adminGrants(cluster: Cluster): readonly Grant[] {
  return grantsOf(cluster).filter(
    ({ namespace, role }) => namespace === undefined && isEverything(role),
  );
}

const subjectKinds: Readonly<Record<string, string>> = { Group: 'group', User: 'user' };

/** `group system:masters`, `ServiceAccount argocd/argocd-application-controller`, the name as an identifier. */
export function subjectWords({
  kind = 'subject',
  namespace,
  name = '',
}: Grant['subject']): Prose[] {
  const words = Object.hasOwn(subjectKinds, kind) ? subjectKinds[kind] : kind;
  return [text(`${words} `), code(namespace === undefined ? name : `${namespace}/${name}`)];
}

function admins(cluster: Cluster): FactValue {
  const grants = adminGrants(cluster);
  const bySubject = new Map(grants.map((grant) => [JSON.stringify(grant.subject), grant.subject]));
  if (bySubject.size === 0) return undefined;
  const shown = [...bySubject.values()].slice(0, 3).map((subject) => subjectWords(subject));
  const rest = bySubject.size - shown.length;
  return enumerate(rest > 0 ? [...shown, [text(`${rest} more`)]] : shown);
}

function tokenSecrets(cluster: Cluster): number {
  return all(cluster, 'Secret').filter(
    ({ object }) => readObject(SecretType, object).type === 'kubernetes.io/service-account-token',
  ).length;
}

function adminRole(cluster: Cluster): Prose | undefined {
  const role = all(cluster, 'ClusterRole.rbac.authorization.k8s.io').find(
    ({ object }) => object.metadata.name === 'cluster-admin',
  );
  return role && linkTo(cluster, role);
}

/** Who may do what. */
export const identityFacts = {
  'identity.admins': admins,
  'identity.admin-role': adminRole,
  'identity.grants': (cluster) => grantsOf(cluster).length > 0,
  'identity.accounts': (cluster) => {
    const { length } = all(cluster, 'ServiceAccount');
    return length === 0 ? undefined : spell(length, 'ServiceAccount');
  },
  'identity.all-accounts': (cluster) => {
    const grant = adminGrants(cluster).find(
      ({ subject }) => subject.kind === 'Group' && subject.name === 'system:serviceaccounts',
    );
    return grant && linkTo(cluster, grant.binding);
  },
  'identity.token-secrets': (cluster) => {
    const number = tokenSecrets(cluster);
    return number === 0 ? undefined : spell(number, 'Secret');
  },
} satisfies FactTable;

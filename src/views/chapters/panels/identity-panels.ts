import type { Entry } from '#model/model.ts';
import { all, type Cluster, find, type Running } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { adminGrants, subjectWords } from '#views/chapters/facts/identity-facts.ts';
import {
  type ChapterBlock,
  code,
  enumerate,
  marked,
  type Prose,
  text,
} from '#views/chapters/prose.ts';
import { readPod } from '#views/chapters/read.ts';
import {
  type Grant,
  grantsOf,
  grantsOfAccount,
  powersOf,
  rulesOf,
} from '#views/chapters/rights.ts';
import { join, linkTo, linkToRunning } from '#views/chapters/wording.ts';
import { type Cell, empty, grid, type Panel, refCell, textCell } from './panel.ts';

const longList = 40;

/** What is known of well-known subjects, which are names and no objects. */
const knownSubjects: Readonly<Record<string, string>> = {
  'system:masters':
    'Whoever shows a client certificate of the cluster with this group in it. RBAC cannot take the right away.',
  'kubeadm:cluster-admins': 'The certificate in admin.conf, which kubeadm writes since 1.29.',
  'system:nodes': 'Every kubelet.',
  'system:authenticated': 'Everybody who could say who they are.',
  'system:unauthenticated': 'Everybody, without login.',
};

function subjectCell(cluster: Cluster, { subject }: Grant): Cell {
  const { kind, namespace, name = '' } = subject;
  const account =
    kind === 'ServiceAccount' ? find(cluster, 'ServiceAccount', namespace, name) : undefined;
  if (account !== undefined) return refCell(cluster, account);
  const known = Object.hasOwn(knownSubjects, name) ? knownSubjects[name] : undefined;
  return known === undefined
    ? subjectWords(subject)
    : [...subjectWords(subject), text(`. ${known}`)];
}

/** Everybody who may do everything in the whole cluster. */
const admins: Panel = (cluster) => {
  const grants = adminGrants(cluster);
  if (grants.length > 0) {
    return grid(
      ['Who', 'Through', 'With'],
      grants
        .slice(0, longList)
        .map((grant): Cell[] => [
          subjectCell(cluster, grant),
          refCell(cluster, grant.binding),
          grant.role === undefined ? [code(grant.roleName)] : refCell(cluster, grant.role),
        ]),
    );
  }
  const isKnown =
    capturedOf(cluster, 'clusterrolebindings.rbac.authorization.k8s.io') === 'complete';
  return isKnown
    ? empty('No binding gives every right.')
    : empty('ClusterRoleBindings were not captured, so nobody knows who may do everything.');
};

function rolesCell(cluster: Cluster, grants: readonly Grant[]): Cell {
  const roles = new Map(grants.map((grant) => [grant.role?.id ?? grant.roleName, grant]));
  const all = [...roles.values()];
  const shown = all.slice(0, 3).map(({ role, roleName }): Prose[] => {
    if (role === undefined) return [code(roleName)];
    // A ClusterRole and a Role may share a name.
    const isShared = all.filter((one) => one.roleName === roleName).length > 1;
    return [...(isShared ? [text(`${role.object.kind} `)] : []), linkTo(cluster, role)];
  });
  const rest = roles.size - shown.length;
  if (shown.length === 0) return [text('none of its own')];
  return enumerate(rest > 0 ? [...shown, [text(`${rest} more`)]] : shown);
}

function powersCell(grants: readonly Grant[]): Cell {
  const everywhere = grants.filter(({ namespace }) => namespace === undefined);
  const inside = grants.filter(({ namespace }) => namespace !== undefined);
  const wide = powersOf(everywhere.flatMap(({ role }) => rulesOf(role)));
  const narrow = powersOf(inside.flatMap(({ role }) => rulesOf(role))).filter(
    (power) => !wide.includes(power) && !wide.includes('everything'),
  );
  const namespaces = [...new Set(inside.map(({ namespace = '' }) => namespace))];
  const parts = [
    ...(wide.length > 0 ? [join(wide)] : []),
    ...(narrow.length > 0 ? [`${join(narrow)} in ${join(namespaces.slice(0, 3))}`] : []),
  ];
  return [text(parts.length === 0 ? 'nothing that stands out' : parts.join('; '))];
}

/** The account that the pods of a workload use. */
function accountOf(
  cluster: Cluster,
  { pods }: Running,
): { namespace: string; name: string; entry?: Entry | undefined } | undefined {
  const [pod] = pods;
  if (pod === undefined) return undefined;
  const name = readPod(pod).spec?.serviceAccountName;
  const namespace = pod.object.metadata.namespace ?? '';
  if (name === undefined || name === '') return undefined;
  return { namespace, name, entry: find(cluster, 'ServiceAccount', namespace, name) };
}

/** Which account each part of the machinery uses, and what it may do with it. */
const accounts: Panel = (cluster) => {
  const machinery = cluster.model.namespaces
    .flatMap((namespace) => cluster.running(namespace))
    .filter(
      ({ match, root }) =>
        match?.confidence === 'certain' || root.object.metadata.namespace === 'kube-system',
    );
  const users = machinery.flatMap((running) => {
    const account = accountOf(cluster, running);
    if (account === undefined || account.name === 'default') return [];
    const grants = grantsOfAccount(cluster, account);
    const own = grants.filter(({ subject }) => subject.kind === 'ServiceAccount');
    return [{ running, account, grants, own }];
  });
  if (users.length === 0) {
    return empty('No part of the machinery in this snapshot names a ServiceAccount of its own.');
  }
  const rows = users
    .filter(({ own }) => own.length > 0)
    .map(({ running, account, grants, own }): Cell[] => [
      refCell(cluster, running.root),
      account.entry === undefined ? [code(account.name)] : refCell(cluster, account.entry),
      rolesCell(cluster, own),
      powersCell(grants),
    ]);
  const bare = users.filter(({ own }) => own.length === 0).map(({ running }) => running);
  return [
    ...grid(['Runs here', 'As', 'With', 'What stands out'], rows.slice(0, longList)),
    ...withoutRights(cluster, bare),
  ];
};

/** One sentence for those whose accounts no binding names. */
function withoutRights(cluster: Cluster, running: readonly Running[]): readonly ChapterBlock[] {
  if (running.length === 0) return [];
  const names = running.slice(0, 8).map((one) => [linkToRunning(cluster, one)]);
  const rest = running.length - names.length;
  const listed = enumerate(rest > 0 ? [...names, [text(`${rest} more`)]] : names);
  const isRead = ['clusterrolebindings', 'rolebindings'].every(
    (name) => capturedOf(cluster, `${name}.rbac.authorization.k8s.io`) === 'complete',
  );
  const [run, known, they] =
    running.length === 1
      ? ['runs under an account of its own', 'it', 'it asks nothing of the API server, or may not']
      : [
          'run under accounts of their own',
          'those',
          'they ask nothing of the API server, or may not',
        ];
  const words = isRead
    ? ` ${run}, but no binding names ${known}: ${they}.`
    : ` ${run}; no binding of this snapshot names ${known}.`;
  return [{ type: 'paragraph', children: [...listed, text(words)] }];
}

/** Rights that anybody has who can reach the API server. */
const everybody: Panel = (cluster) =>
  grid(
    ['Who', 'Through', 'May'],
    grantsOf(cluster)
      .filter(({ subject }) =>
        ['system:unauthenticated', 'system:anonymous'].includes(subject.name ?? ''),
      )
      .slice(0, longList)
      .map((grant): Cell[] => [
        subjectWords(grant.subject),
        refCell(cluster, grant.binding),
        grant.role === undefined ? [code(grant.roleName)] : rulesCell(grant.role),
      ]),
  );

function rulesCell(role: Entry): Cell {
  const words = rulesOf(role).map(({ verbs, resources, nonResourceURLs, resourceNames }) => {
    const what = nonResourceURLs.length > 0 ? nonResourceURLs : resources;
    const named = resourceNames.length > 0 ? ` named ${resourceNames.join(', ')}` : '';
    return `${verbs.join(', ')} ${what.join(', ')}${named}`;
  });
  return words.length === 0 ? textCell('nothing') : textCell(words.join('; '));
}

/** Accounts by how many there are in each namespace would say little: only those that pods use count. */
const usage: Panel = (cluster) => {
  const pods = all(cluster, 'Pod');
  const byDefault = pods.filter((pod) =>
    ['default', '', undefined].includes(readPod(pod).spec?.serviceAccountName),
  );
  if (pods.length === 0) return [];
  const sentence =
    byDefault.length === 0
      ? 'Every pod names an account of its own.'
      : `${byDefault.length} of ${pods.length} pods run as \`default\` of their namespace, and so share whatever that account is given.`;
  return [{ type: 'paragraph', children: marked(sentence) }];
};

export const identityPanels = {
  admins,
  'component-accounts': accounts,
  everybody,
  'account-usage': usage,
};

import { expect, test } from 'vitest';
import { relations } from '#kinds/reference.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { buildModel } from './build-model.ts';
import { groupDangling } from './dangling-groups.ts';
import type { Dangling, Edge, Model } from './model.ts';

const dockerDesktop = buildModel(await readSnapshot('snapshots/docker-desktop'));
const shopProd = buildModel(await readSnapshot('snapshots/shop-prod'));
const shopStaging = buildModel(await readSnapshot('snapshots/shop-staging'));

const edgesOf = (model: Model) => model.entries.flatMap(({ id }) => model.edgesFrom(id));
const kindOf = (id: string) => id.slice(0, id.search(/[./]/));

/** `{ mounts: 'DaemonSet → ConfigMap 1, Pod → ConfigMap 8' }`. */
function edgeCounts(model: Model): Record<string, string> {
  const byRelation = Map.groupBy(edgesOf(model), ({ relation }) => relation);
  const counts = [...byRelation].map(([relation, edges]) => {
    const byEnds = Map.groupBy(edges, ({ from, to }) => `${kindOf(from)} → ${kindOf(to)}`);
    return [
      relation,
      [...byEnds]
        .map(([ends, { length }]) => `${ends} ${length}`)
        .sort()
        .join(', '),
    ];
  });
  return Object.fromEntries(counts);
}

const uses = (model: Model, id: string) =>
  model.edgesFrom(id as ObjectId).map(({ relation, to }) => `${relation} ${to}`);

/** What is not there, each with the objects that name it. */
const lacking = (model: Model, wanted: Dangling['reason']) =>
  groupDangling(model.dangling)
    .filter(({ reason }) => reason === wanted)
    .map(({ to, dangling }) => `${to} ← ${dangling.map(({ from }) => from).join(', ')}`);

test('docker-desktop has these relations', () => {
  expect(edgeCounts(dockerDesktop)).toMatchInlineSnapshot(`
    {
      "about": "Event → DaemonSet 1, Event → Deployment 1, Event → Lease 2, Event → Node 3, Event → Pod 32, Event → ReplicaSet 2",
      "address": "IPAddress → Service 2",
      "aggregates": "ClusterRole → ClusterRole 5",
      "apart": "Deployment → Pod 2",
      "endpoint": "EndpointSlice → Pod 2, Endpoints → Pod 2",
      "grants": "ClusterRoleBinding → ClusterRole 61, RoleBinding → Role 12",
      "heartbeat": "Lease → Node 1",
      "identity": "DaemonSet → ServiceAccount 1, Deployment → ServiceAccount 1, Pod → ServiceAccount 5, ReplicaSet → ServiceAccount 1",
      "leads": "Lease → Node 3",
      "mirrors": "Pod → Node 4",
      "mounts": "DaemonSet → ConfigMap 1, Deployment → ConfigMap 1, Pod → ConfigMap 8, ReplicaSet → ConfigMap 1",
      "node": "Pod → Node 9",
      "owner": "ControllerRevision → DaemonSet 1, EndpointSlice → Service 1, Lease → Node 1, Pod → DaemonSet 1, Pod → Node 4, Pod → ReplicaSet 2, ReplicaSet → Deployment 1",
      "priority": "DaemonSet → PriorityClass 1, Deployment → PriorityClass 1, FlowSchema → PriorityLevelConfiguration 11, Pod → PriorityClass 7, ReplicaSet → PriorityClass 1",
      "rights": "Role → ConfigMap 6",
      "selects": "Service → Pod 2",
      "serves": "EndpointSlice → Service 2, Endpoints → Service 2",
      "subject": "ClusterRoleBinding → ServiceAccount 39, RoleBinding → ServiceAccount 4",
      "token": "Pod → ServiceAccount 5",
    }
  `);
});

test('the Deployment coredns mounts its Corefile, runs as coredns and is critical to the cluster', () => {
  expect(uses(dockerDesktop, 'Deployment.apps/kube-system/coredns')).toMatchInlineSnapshot(`
    [
      "mounts ConfigMap/kube-system/coredns",
      "identity ServiceAccount/kube-system/coredns",
      "priority PriorityClass.scheduling.k8s.io/system-cluster-critical",
      "apart Pod/kube-system/coredns-6496f5b56d-qcglx",
      "apart Pod/kube-system/coredns-6496f5b56d-zm7cj",
    ]
  `);
});

test('nothing is missing in docker-desktop: default bindings can do without their ServiceAccounts', () => {
  expect(lacking(dockerDesktop, 'missing')).toEqual([]);
  expect(lacking(dockerDesktop, 'optional')).toMatchInlineSnapshot(`
    [
      "ServiceAccount/kube-system/route-controller ← ClusterRoleBinding.rbac.authorization.k8s.io/system:controller:route-controller",
      "ServiceAccount/kube-system/selinux-warning-controller ← ClusterRoleBinding.rbac.authorization.k8s.io/system:controller:selinux-warning-controller",
      "ServiceAccount/kube-system/service-ca-cert-publisher ← ClusterRoleBinding.rbac.authorization.k8s.io/system:controller:service-ca-cert-publisher",
      "ServiceAccount/kube-system/service-controller ← ClusterRoleBinding.rbac.authorization.k8s.io/system:controller:service-controller",
      "ServiceAccount/kube-system/kube-dns ← ClusterRoleBinding.rbac.authorization.k8s.io/system:kube-dns",
      "ServiceAccount/kube-system/kube-controller-manager ← RoleBinding.rbac.authorization.k8s.io/kube-system/system::leader-locking-kube-controller-manager",
      "ServiceAccount/kube-system/leader-election-controller ← RoleBinding.rbac.authorization.k8s.io/kube-system/system::leader-locking-kube-controller-manager",
      "ServiceAccount/kube-system/kube-scheduler ← RoleBinding.rbac.authorization.k8s.io/kube-system/system::leader-locking-kube-scheduler",
      "ServiceAccount/kube-system/cloud-provider ← RoleBinding.rbac.authorization.k8s.io/kube-system/system:controller:cloud-provider",
      "CSIDriver.storage.k8s.io/docker.io%2Fhostpath ← StorageClass.storage.k8s.io/hostpath",
    ]
  `);
});

test('shop-prod lacks what its README says it lacks', () => {
  expect(lacking(shopProd, 'missing')).toMatchInlineSnapshot(`
    [
      "StorageClass.storage.k8s.io/nfs-missing ← PersistentVolumeClaim/shop-data/pg-backups",
      "Service/argocd/argocd-application-controller ← Pod/argocd/argocd-application-controller-0, StatefulSet.apps/argocd/argocd-application-controller",
      "ConfigMap/identity/auth-sync-flags ← Pod/identity/auth-sync-7d69bc4c6d-mm5rn, Deployment.apps/identity/auth-sync, ReplicaSet.apps/identity/auth-sync-7d69bc4c6d",
      "Service/shop/checkout-canary ← HTTPRoute.gateway.networking.k8s.io/shop/checkout",
      "Service/shop/shop-legacy ← Ingress.networking.k8s.io/shop/legacy",
      "Secret/shop/missing-tls ← Ingress.networking.k8s.io/shop/legacy",
      "ServiceAccount/shop/does-not-exist ← RoleBinding.rbac.authorization.k8s.io/shop/gone-account",
    ]
  `);
});

test('what selects nothing in shop-prod: a Service, a policy and a Pod that waits for a GPU', () => {
  const selectors = shopProd.dangling.filter(({ reason }) => reason === 'nothing-selected');
  expect(
    selectors.map(({ from, reference }) => `${from} ${reference.path}`),
  ).toMatchInlineSnapshot(`
    [
      "Pod/search/search-gpu-ranker-74b6f8978f-qn5dj spec.nodeSelector",
      "Service/shop/orphan spec.selector",
      "NetworkPolicy.networking.k8s.io/shop/web-from-ingress spec.ingress[0].from[1].podSelector",
    ]
  `);
});

test.each([
  ['docker-desktop', dockerDesktop],
  ['shop-prod', shopProd],
  ['shop-staging', shopStaging],
])('in %s every edge is kept at both ends, once, and has a Relation', (_id, model) => {
  const edges = edgesOf(model);
  const backward = model.entries.flatMap(({ id }) => model.edgesTo(id));
  const key = ({ from, to, relation, path }: Edge) => `${from} ${relation} ${path} ${to}`;
  expect(backward.map(key).sort()).toEqual(edges.map(key).sort());
  expect(new Set(edges.map(key)).size).toBe(edges.length);
  expect(edges.filter(({ relation }) => !Object.hasOwn(relations, relation))).toEqual([]);
});

test.each([
  ['docker-desktop', dockerDesktop],
  ['shop-prod', shopProd],
  ['shop-staging', shopStaging],
])('in %s a home is in the snapshot and its own home', (_id, model) => {
  for (const { id } of model.entries) {
    const home = model.home(id);
    expect(model.get(home)?.id).toBe(home);
    expect(model.home(home)).toBe(home);
  }
});

test('in shop-prod only folded objects live elsewhere, and only mirror and bare Pods keep a page', () => {
  const folded = shopProd.entries.filter(({ kind }) => kind.folded);
  const alone = folded.filter(({ id }) => shopProd.home(id) === id);
  expect(alone.map(({ id }) => id)).toMatchInlineSnapshot(`
    [
      "Pod/batch/broken-import-fz2jc",
      "Pod/batch/export-running-6s67c",
      "Pod/batch/import-catalog-0-nw6fd",
      "Pod/batch/import-catalog-1-tcxtf",
      "Pod/batch/import-catalog-2-x686j",
      "Pod/payments/migrate-ledger-v5-dpjp2",
      "Job.batch/batch/broken-import",
      "Job.batch/batch/export-running",
      "Job.batch/batch/import-catalog",
      "Job.batch/payments/migrate-ledger-v5",
    ]
  `);
});

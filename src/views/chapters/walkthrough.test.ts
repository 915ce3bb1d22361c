/**
 * The checklist of the seed article: each of its statements has its counterpart on the pages of the
 * docker-desktop sample, in the corrected wording and with the values of that cluster.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSnapshot } from '#store/read-snapshot.ts';
import { blocksOf, clusterOf, textOf, walkthrough } from '#tests/fixtures/chapters.ts';
import type { KubectlTable } from '#views/kubectl-table.ts';
import type { ChapterView } from './chapter-view.ts';
import type { ChapterBlock } from './prose.ts';

let chapters: ReadonlyMap<string, ChapterView>;

beforeAll(async () => {
  chapters = walkthrough(clusterOf(await readSnapshot('snapshots/docker-desktop')));
});

function chapter(slug: string): ChapterView {
  const view = chapters.get(slug);
  if (view === undefined) throw new Error(`no chapter ${slug}`);
  return view;
}

/** Row of the audit, chapter, sentences that must stand there. */
const statements: readonly (readonly [row: string, slug: string, ...sentences: string[]])[] = [
  [
    '1 objects and processes',
    'what-cluster-is-this',
    'Kubernetes is partly made of itself',
    'the kubelet and the container runtime are processes of each node',
    'not every control plane is made of pods',
  ],
  [
    '2 depends on the maker',
    'what-cluster-is-this',
    'docker-desktop is a Docker Desktop cluster, set up by kubeadm: one node, Kubernetes v1.36.2.',
    'Where the parts live depends on who made the cluster',
  ],
  [
    '3 get all in default',
    'first-look',
    'kubectl get all prints one line: Service kubernetes at 10.96.0.1',
    'service/kubernetes | ClusterIP | 10.96.0.1 | <none> | 443/TCP',
    'this snapshot also holds 1 ConfigMap',
  ],
  [
    '4 no selector, target port',
    'first-look',
    'The Service has no selector, on purpose. The API server itself creates it',
    'component=apiserver and provider=kubernetes',
    'Clients connect to port 443; the API server listens on 6443',
    '8443 with minikube, 16443 with MicroK8s',
  ],
  [
    '5 an address, not a process',
    'first-look',
    'Nothing listens on 10.96.0.1',
    'Each node rewrites packets for 10.96.0.1:443 so that they go to 192.168.65.3:6443',
  ],
  [
    '6 fields of describe',
    'first-look',
    'IP Family Policy:SingleStack',
    'Internal Traffic Policy:Cluster',
    'Old versions had fewer',
  ],
  [
    '7 four namespaces',
    'namespaces',
    'This cluster has four namespaces: all of them come with Kubernetes itself.',
    'The API server creates four namespaces in every cluster',
  ],
  [
    '8 kube-node-lease',
    'namespaces',
    'alpha in Kubernetes 1.12, are on by default since 1.14 and stable since 1.17',
  ],
  [
    '8 renewal',
    'heartbeats',
    'docker-desktop did so 7s before this snapshot was taken',
    'every 10 seconds',
    'Each Lease has the name of its node',
  ],
  [
    '9 kube-public exists everywhere',
    'kube-public',
    'The API server creates the namespace in every cluster',
    'kubeadm put cluster-info there',
  ],
  [
    '10 cluster-info',
    'kube-public',
    'cluster-info | 2',
    'kube-root-ca.crt | 1',
    'two keys',
    'jws-kubeconfig-<token id>',
    'since Kubernetes 1.20 every namespace has such a ConfigMap',
    'to system:anonymous',
  ],
  [
    '11 what it is for',
    'kube-public',
    'kubeadm join is given a token and an address',
    'https://kubernetes.docker.internal:6443',
  ],
  [
    '12 kube-system and others',
    'namespaces',
    'OpenShift keeps it in namespaces called openshift-*',
    'on K3s, k0s, MicroK8s and managed clusters kube-system has add-ons only',
  ],
  ['13 get all is not all', 'first-look', 'the kinds of the category all', 'ketall'],
  [
    '14 CoreDNS behind kube-dns',
    'dns',
    'kube-dns | ClusterIP | 10.96.0.10',
    'CoreDNS is the program, kube-dns the usual name of its Service',
    'the name stayed',
  ],
  [
    '15 seven remain',
    'kube-system',
    'kube-system runs nine pods',
    'DNS is answered by two pods of CoreDNS',
    'That leaves seven pods',
  ],
  [
    '16 vpnkit-controller',
    'kube-system',
    'opens the ports of LoadBalancer and NodePort Services on the host machine, and writes localhost into their status',
    'nothing to do with a VPN',
  ],
  [
    '17 the database',
    'datastore',
    'All state of this cluster sits in one etcd process, version 3.6.6, in pod etcd-docker-desktop',
  ],
  [
    '18 not everything is etcd',
    'datastore',
    'Most reads are not served by the datastore: the API server answers them from its watch cache',
    'metrics come from metrics-server',
    'logs and exec stream from the kubelet',
  ],
  [
    '19 one member suffices',
    'datastore',
    'One member suffices for one control-plane node',
    'etcd need not be distributed',
    'three or five members',
  ],
  [
    '20 the API server',
    'api-server',
    'kubectl talks to it, and so do the controllers, the scheduler, every kubelet',
  ],
  [
    '21 only client of etcd',
    'datastore',
    'The API server is its only client in a usual installation',
    'a network plugin may keep its own data in etcd',
    '--etcd-servers=https://127.0.0.1:2379',
  ],
  [
    '22 controllers in one process',
    'controllers',
    'all built-in loops are compiled into one program, kube-controller-manager',
    'the cloud controller manager',
    'only one acts: the holder of this Lease',
  ],
  ['23 every 5 s', 'node-failure', 'Every 5 s the node controller'],
  [
    '24 40 s, 50 s since 1.32',
    'node-failure',
    'it would count as unreachable',
    '50 s. The condition Ready turns to Unknown',
    'node.kubernetes.io/unreachable',
    '40 s up to Kubernetes 1.31 and is 50 s since 1.32',
  ],
  [
    '25 tolerations, not a timer',
    'node-failure',
    'two tolerations of 300 seconds',
    'DefaultTolerationSeconds',
    'Nothing moves to another node',
    'makes a new pod',
    'a static pod stays where its file is',
    'Pods of a DaemonSet tolerate both taints for ever',
    '--pod-eviction-timeout',
    'removed in 1.27',
  ],
  [
    '26 kube-proxy',
    'services',
    'DaemonSet kube-proxy puts a kube-proxy pod on every node',
    'The mode here is iptables',
  ],
  [
    '27 a Service is an object',
    'services',
    'A Service is an object like any other',
    'What has no substance is its cluster IP',
  ],
  ['28 modes', 'services', 'nftables', 'stable since 1.33', 'deprecated since 1.35', 'kernelspace'],
  [
    '29 Services select pods',
    'services',
    'It is the Service that selects pods, never the other way round',
    'EndpointSlices',
  ],
  [
    '30 filter',
    'scheduling',
    'a node is tainted, a pod tolerates',
    'a volume that lives elsewhere',
  ],
  [
    '31 score and bind',
    'scheduling',
    'It counts what pods request, not what they use',
    'Equal scores are decided at random',
    'sets spec.nodeName',
    'evict pods of lower priority',
  ],
  [
    '32 storage-provisioner',
    'storage',
    'docker/desktop-storage-provisioner:v3.0',
    'hostpath (default) | docker.io/hostpath',
  ],
  [
    '33 ConfigMaps',
    'config-maps',
    'DATA counts the keys, text and binary together',
    'Since 1.24 it is kubelet-config',
    'ClusterStatus',
    'Every namespace has had one since 1.20',
  ],
  [
    '34 closing',
    'config-maps',
    'A cluster is complex, but it is made of parts',
    'What this snapshot cannot show',
  ],
];

describe('the seed article, corrected', () => {
  test.each(statements)('row %s', (_row, slug, ...sentences) => {
    const text = textOf(chapter(slug));
    expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
  });
});

/** What the seed never mentions: subject, chapter, words. */
const additions: readonly (readonly [subject: string, slug: string, ...words: string[]])[] = [
  ['kubelet', 'static-pods', 'The kubelet registers its Node, starts and stops containers'],
  ['container runtime', 'node-agents', 'docker://29.1.3', 'cri-dockerd'],
  [
    'pod network plugin',
    'pod-network',
    'A bridge inside the virtual machine connects the pods',
    '10.1.0.0/24',
  ],
  ['EndpointSlices', 'first-look', 'EndpointSlice', 'deprecated since Kubernetes 1.33'],
  ['Leases for election', 'controllers', 'docker-desktop holds the Lease that allows it to act'],
  [
    'Leases as identity',
    'api-server',
    'every API server holds a Lease with its identity',
    'It runs in one copy',
  ],
  [
    'static and mirror pods',
    'static-pods',
    'Four pods of this cluster did not come through the API',
    'kubernetes.io/config.mirror',
  ],
  ['cloud controller manager', 'control-plane', 'cloud controller manager'],
  ['ReplicaSet ownership', 'kube-system', 'Deployment coredns owns ReplicaSet coredns-6496f5b56d'],
  ['RBAC and service accounts', 'api-server', '73 ClusterRoles', '45 ServiceAccounts'],
  ['an account for each loop', 'controllers', 'Each loop signs in as a ServiceAccount of its own'],
  ['admission webhooks', 'apply', 'No webhook is installed'],
  ['custom and aggregated APIs', 'extending', 'aggregation', 'CustomResourceDefinition'],
  ['metrics', 'extending', 'No API serves metrics.k8s.io'],
  ['storage classes and claims', 'storage', 'Nobody has claimed a volume', 'StorageClass'],
  ['Ingress and Gateway', 'services', 'an Ingress or Gateway sends HTTP to Services'],
  ['ways in', 'traffic-in', 'Service of type NodePort', 'a Gateway controller'],
  [
    'who may do everything',
    'identity',
    'group system:masters',
    'Every program in this cluster is among them',
  ],
  ['Events', 'controllers', 'Scaled up replica set coredns-6496f5b56d from 0 to 2'],
  ['restarts', 'kube-system', '0 means that none of them ended'],
  ['ages', 'first-look', '39d is 39 days and some hours'],
  ['many nodes', 'what-cluster-is-this', 'Most clusters have many'],
];

test.each(additions)('what the seed leaves out: %s', (_subject, slug, ...words) => {
  const text = textOf(chapter(slug));
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
});

function tablesOf(slug: string): readonly KubectlTable[] {
  return blocksOf(chapter(slug)).flatMap((block) => (block.type === 'kubectl' ? block.tables : []));
}

/** Lines as kubectl prints them, with ages taken out: they move while a cluster is recorded. */
function printed(tables: readonly KubectlTable[], command: string): readonly (readonly string[])[] {
  return tables
    .filter((table) => table.command === command)
    .flatMap(({ heads, rows }) => [
      heads,
      ...rows.map(({ cells }) => cells.map(({ text }) => text)),
    ])
    .map((cells) => cells.slice(0, -1));
}

function oracle(name: string): readonly (readonly string[])[] {
  const text = readFileSync(`tests/fixtures/oracle/docker-desktop/named/${name}.txt`, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      line
        .trim()
        .split(/\s{2,}/)
        .slice(0, -1),
    );
}

test.each([
  ['first-look', 'kubectl get all -n default', 'get-all'],
  ['namespaces', 'kubectl get namespaces', 'get-ns'],
  ['kube-system', 'kubectl get all -n kube-system', 'get-all-kube-system'],
  ['config-maps', 'kubectl get configmaps -n kube-system', 'get-cm-kube-system'],
  ['kube-public', 'kubectl get configmaps -n kube-public', 'get-cm-kube-public'],
  ['storage', 'kubectl get storageclasses', 'get-sc'],
])('%s shows what %s prints', (slug, command, name) => {
  expect(printed(tablesOf(slug), command)).toEqual(oracle(name));
});

test('the Service is described line by line as kubectl does', () => {
  const described = blocksOf(chapter('first-look')).find(
    (block): block is Extract<ChapterBlock, { type: 'explained' }> => block.type === 'explained',
  );
  const lines = described?.groups[0]?.items.map(({ label, values }) => [label, values.join('\n')]);
  const text = readFileSync(
    'tests/fixtures/oracle/docker-desktop/named/describe-svc-kubernetes.txt',
    'utf8',
  );
  const expected: string[][] = [];
  for (const line of text.trimEnd().split('\n')) {
    const [label = '', ...values] = line.split(/:\s+/);
    const last = expected.at(-1);
    // A further label stands alone on its line, indented.
    if (line.startsWith(' ') && last?.[1] !== undefined) last[1] += `\n${line.trim()}`;
    else expected.push([label, values.join(': ')]);
  }
  expect(lines).toEqual(expected);
});

test('each of the nine pods of kube-system has its explanation', () => {
  const profiles = blocksOf(chapter('kube-system')).flatMap((block) =>
    block.type === 'profiles' ? block.profiles : [],
  );
  expect(
    profiles.map(({ ref, title, pods }) => [
      title,
      pods.length === 0 ? [ref.name] : pods.map(({ name }) => name),
    ]),
  ).toEqual([
    ['CoreDNS', ['coredns-6496f5b56d-qcglx', 'coredns-6496f5b56d-zm7cj']],
    ['etcd', ['etcd-docker-desktop']],
    ['kube-apiserver', ['kube-apiserver-docker-desktop']],
    ['kube-controller-manager', ['kube-controller-manager-docker-desktop']],
    ['kube-proxy', ['kube-proxy-hwh6b']],
    ['kube-scheduler', ['kube-scheduler-docker-desktop']],
    ['Docker Desktop storage provisioner', ['storage-provisioner']],
    ['vpnkit-controller', ['vpnkit-controller']],
  ]);
});

test('a flag leads to its line in the manifest', () => {
  const flags = blocksOf(chapter('datastore')).flatMap((block) =>
    block.type === 'explained' ? block.groups.flatMap(({ items }) => items) : [],
  );
  expect(flags.find(({ label }) => label === '--data-dir')?.line?.href).toMatch(
    /^\/test\/objects\/pods\/kube-system\/etcd-docker-desktop\/#L\d+$/,
  );
});

import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { detectDistribution } from './detect-distribution.ts';

interface Marks {
  readonly nodes?: readonly NodeMarks[];
  readonly configMaps?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly provisioner?: string;
  readonly image?: string;
  readonly namespace?: string;
  readonly group?: string;
}

interface NodeMarks {
  readonly name: string;
  readonly kubelet?: string;
  readonly osImage?: string;
  readonly providerID?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

function node({ name, kubelet, osImage, providerID, labels, annotations }: NodeMarks): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, ...(labels && { labels }), ...(annotations && { annotations }) },
    spec: { providerID },
    status: { nodeInfo: { kubeletVersion: kubelet, osImage } },
  };
}

function snapshotOf(marks: Marks): Snapshot {
  const { nodes = [], configMaps = {}, provisioner, image, namespace, group } = marks;
  const core = (kind: string, name: string, rest: object = {}, ns?: string): KubeObject => ({
    apiVersion: 'v1',
    kind,
    metadata: { name, ...(ns && { namespace: ns }) },
    ...rest,
  });
  const objects: KubeObject[] = [
    ...nodes.map(node),
    ...Object.entries(configMaps).map(([name, data]) =>
      core('ConfigMap', name, { data }, 'kube-system'),
    ),
    ...(provisioner ? [core('StorageClass', 'standard', { provisioner })] : []),
    ...(image ? [core('Pod', 'p', { spec: { containers: [{ image }] } }, 'kube-system')] : []),
    ...(namespace ? [core('Namespace', namespace)] : []),
  ];
  const resource = (kind: string, resourceGroup = '') => ({
    group: resourceGroup,
    version: 'v1',
    plural: `${kind.toLowerCase()}s`,
    kind,
    singular: '',
    shortNames: [],
    categories: [],
    namespaced: true,
    status: 'complete' as const,
    count: 0,
    bytes: 0,
  });
  const lists = [...new Set(objects.map(({ kind }) => kind))].map((kind) => ({
    resource: resource(kind, kind === 'StorageClass' ? 'storage.k8s.io' : ''),
    objects: objects.filter((object) => object.kind === kind),
  }));
  return {
    lists,
    manifest: {
      formatVersion: 1,
      id: 'test',
      cluster: { name: 'test' },
      takenAt: '2026-11-22T08:00:00Z',
      tool: { name: 'clusterbook', version: '0' },
      source: { type: 'api' },
      resources: group ? [resource('X', group)] : [],
      redactions: {},
    },
  };
}

const verdict = (marks: Marks): string[] =>
  detectDistribution(snapshotOf(marks)).facets.map(
    ({ role, id, confidence }) => `${role} ${id} ${confidence}`,
  );

const kubeadm = { 'kubeadm-config': { ClusterConfiguration: 'clusterName: kubernetes\n' } };

test.each<[string, Marks, string[]]>([
  [
    'Docker Desktop with kubeadm inside',
    { nodes: [{ name: 'docker-desktop', osImage: 'Docker Desktop' }], configMaps: kubeadm },
    ['platform docker-desktop certain', 'installer kubeadm certain'],
  ],
  [
    'Docker Desktop with kind inside, as far as one can tell',
    {
      nodes: [
        {
          name: 'desktop-control-plane',
          providerID: 'kind://docker/desktop/desktop-control-plane',
        },
      ],
    },
    ['platform docker-desktop likely', 'machines kind certain'],
  ],
  [
    'kind',
    {
      nodes: [{ name: 'c', providerID: 'kind://docker/kind/kind-control-plane' }],
      configMaps: kubeadm,
    },
    ['platform kind certain', 'installer kubeadm certain', 'machines kind certain'],
  ],
  [
    'kind without Nodes',
    { image: 'docker.io/kindest/kindnetd:v2', namespace: 'local-path-storage' },
    ['platform kind likely'],
  ],
  [
    'minikube, although its second node lacks the mark',
    {
      nodes: [
        { name: 'minikube', labels: { 'minikube.k8s.io/version': 'v1.33.1' } },
        { name: 'minikube-m02' },
      ],
    },
    ['platform minikube certain'],
  ],
  [
    'kURL on kubeadm, by the label it gives to each machine',
    {
      nodes: [{ name: 'a', labels: { 'kurl.sh/cluster': 'true' } }],
      configMaps: { 'kubeadm-config': {} },
    },
    ['platform kurl certain', 'installer kubeadm certain'],
  ],
  [
    'minikube without Nodes, by the name kubeadm was given',
    {
      configMaps: {
        'kubeadm-config': { ClusterConfiguration: 'apiServer: {}\nclusterName: mk\n' },
      },
    },
    ['platform minikube certain', 'installer kubeadm certain'],
  ],
  [
    'K3s by its annotations',
    { nodes: [{ name: 'pc', providerID: 'k3s://pc', annotations: { 'k3s.io/hostname': 'pc' } }] },
    ['platform k3s certain'],
  ],
  [
    'RKE2 on machines of Amazon',
    {
      nodes: [{ name: 'n1', kubelet: 'v1.30.3+rke2r1', providerID: 'aws:///eu-central-1a/i-0abc' }],
    },
    ['platform rke2 certain', 'machines aws certain'],
  ],
  [
    'RKE by its annotations',
    { nodes: [{ name: 'zx', annotations: { 'rke.cattle.io/internal-ip': '10.0.0.1' } }] },
    ['platform rke1 certain'],
  ],
  ['k0s', { nodes: [{ name: 'w1', kubelet: 'v1.33.2+k0s' }] }, ['platform k0s certain']],
  [
    'MicroK8s',
    { nodes: [{ name: 'vm', labels: { 'microk8s.io/cluster': 'true' } }] },
    ['platform microk8s certain'],
  ],
  [
    'Talos',
    { nodes: [{ name: 'talos-cp-1', osImage: 'Talos (v1.7.5)' }] },
    ['platform talos certain'],
  ],
  [
    'EKS by its version and machines',
    { nodes: [{ name: 'ip', providerID: 'aws:///a/i-1', kubelet: 'v1.30.0-eks-036c24b' }] },
    ['platform eks certain', 'machines aws certain'],
  ],
  [
    'GKE',
    { nodes: [{ name: 'gke', providerID: 'gce://p/z/i', kubelet: 'v1.35.7-gke.1222000' }] },
    ['platform gke certain', 'machines gce certain'],
  ],
  [
    'AKS behind a virtual node',
    {
      nodes: [
        { name: 'virtual-node-aci-linux' },
        {
          name: 'aks-1',
          providerID: 'azure:///s',
          labels: { 'kubernetes.azure.com/agentpool': 'a' },
        },
      ],
    },
    ['platform aks certain', 'machines azure certain'],
  ],
  [
    'DigitalOcean',
    {
      nodes: [
        {
          name: 'b',
          providerID: 'digitalocean://3',
          labels: { 'doks.digitalocean.com/node-pool': 'b' },
        },
      ],
    },
    ['platform doks certain', 'machines digitalocean certain'],
  ],
  [
    'OpenShift on machines of Amazon',
    {
      nodes: [
        { name: 'w', providerID: 'aws:///a/i-1', labels: { 'node.openshift.io/os_id': 'rhcos' } },
      ],
    },
    ['platform openshift certain', 'machines aws certain'],
  ],
  ['OpenShift by its API', { group: 'config.openshift.io' }, ['platform openshift certain']],
  [
    'kubeadm on machines of Amazon',
    { nodes: [{ name: 'cp1', providerID: 'aws:///eu-west-1a/i-2' }], configMaps: kubeadm },
    ['installer kubeadm certain', 'machines aws certain'],
  ],
  ['nothing known', { nodes: [{ name: 'node-1', kubelet: 'v1.30.1', osImage: 'Ubuntu' }] }, []],
  ['EKS Anywhere is not EKS', { nodes: [{ name: 'cp1', kubelet: 'v1.28.3-eks-1-28-11' }] }, []],
])('%s', (_what, marks, facets) => {
  expect(verdict(marks)).toEqual(facets);
});

test('a mark on a minority of nodes is likely, not certain', () => {
  const labels = { 'minikube.k8s.io/name': 'minikube' };
  expect(verdict({ nodes: [{ name: 'minikube', labels }, { name: 'a' }, { name: 'b' }] })).toEqual([
    'platform minikube likely',
  ]);
});

test('the evidence names how many nodes carry the mark', () => {
  const labels = { 'eks.amazonaws.com/nodegroup': 'general' };
  const [facet] = detectDistribution(
    snapshotOf({ nodes: [{ name: 'a', labels }, { name: 'b', labels }, { name: 'c' }] }),
  ).facets;
  expect(facet?.evidence).toEqual([
    {
      text: '2 of 3 nodes with the label `eks.amazonaws.com/nodegroup`',
      object: 'Node/a',
      nodeShare: 2 / 3,
    },
  ]);
});

test('Nodes of Longhorn are no nodes of the cluster', () => {
  const labels = { 'kurl.sh/cluster': 'true' };
  const { lists, manifest } = snapshotOf({ nodes: [{ name: 'a', labels }] });
  const ofLonghorn = lists.map(({ resource }) => ({
    resource: { ...resource, group: 'longhorn.io' },
    objects: [node({ name: 'a' }), node({ name: 'b' })],
  }));
  const { facets } = detectDistribution({ manifest, lists: [...lists, ...ofLonghorn] });
  expect(facets.flatMap(({ evidence }) => evidence).map(({ text }) => text)).toEqual([
    'node `a` with the label `kurl.sh/cluster`',
  ]);
});

import { expect, test } from 'vitest';
import type { KubeObject } from '#snapshot/kube-object.ts';
import { object, pod } from '#tests/fixtures/builders.ts';
import { NamespaceEvidence } from './infer-namespaces.ts';
import { NodeEvidence } from './infer-nodes.ts';
import { VersionEvidence } from './infer-version.ts';

function concluded<T>(
  evidence: { see(object: KubeObject, path: string): void; conclude(): T },
  objects: readonly KubeObject[],
): T {
  for (const each of objects) evidence.see(each, 'dump.json');
  return evidence.conclude();
}

const running = (name: string, image: string) =>
  pod(`kube-system/${name}`, {}, { spec: { containers: [{ image }] } });
const node = (kubeletVersion: string) =>
  object('v1', 'Node', kubeletVersion, { status: { nodeInfo: { kubeletVersion } } });
const configMap = (name: string, data: object = {}) =>
  object('v1', 'ConfigMap', `kube-system/${name}`, { data });

const apiServer = running('api', 'registry.k8s.io/kube-apiserver:v1.28.2@sha256:ab');
const kubeProxy = running('proxy', '602401143452.dkr.ecr.eu.amazonaws.com/eks/kube-proxy:v1.27.1');
const kubeadm = configMap('kubeadm-config', {
  ClusterConfiguration: 'kind: ClusterConfiguration\nkubernetesVersion: v1.26.0\n',
});

test.each<[string, string | undefined, readonly KubeObject[]]>([
  ['the image of kube-apiserver', 'v1.28.2', [kubeProxy, node('v1.29.0'), apiServer]],
  ['the newest kubelet', 'v1.10.1', [node('v1.9.0'), node('v1.10.1'), kubeProxy]],
  ['the image of kube-proxy', 'v1.27.1', [kubeadm, kubeProxy]],
  [
    'the image of kube-proxy',
    'v1.13.3',
    [running('p', 'k8s.gcr.io/kube-proxy-amd64:v1.13.3'), configMap('kubelet-config-1.13')],
  ],
  ['the ConfigMap kubeadm-config', 'v1.26.0', [kubeadm]],
  [
    'a condition of a ClusterServiceVersion',
    'v1.23.12+8a6bfe4',
    [
      object('operators.coreos.com/v1alpha1', 'ClusterServiceVersion', 'a/b', {
        status: {
          conditions: [{ message: 'minKubeVersion less than server version (v1.23.12+8a6bfe4)' }],
        },
      }),
    ],
  ],
  ['the name of the ConfigMap of the kubelets', 'v1.19', [configMap('kubelet-config-1.19')]],
])('the version of the server is that of %s', (from, version, objects) => {
  expect(concluded(new VersionEvidence(), objects)).toEqual({ version, from });
});

test('an image of another name or without a version says nothing of the server', () => {
  const objects = [
    running('a', 'quay.io/openshift@sha256:abc'),
    running('b', 'example.com/my-kube-proxy:v9.9.9'),
    running('c', 'kube-apiserver:latest'),
  ];
  expect(concluded(new VersionEvidence(), objects)).toBeUndefined();
});

test('Nodes are named by Pods, CSINodes, Leases and EndpointSlices, and each once', () => {
  const on = (name: string) => pod(`a/on-${name}`, {}, { spec: { nodeName: name } });
  const objects = [
    object('v1', 'Node', 'captured'),
    on('captured'),
    object('storage.k8s.io/v1', 'CSINode', 'both'),
    on('both'),
    object('coordination.k8s.io/v1', 'Lease', 'kube-node-lease/beating'),
    object('coordination.k8s.io/v1', 'Lease', 'kube-system/kube-scheduler'),
    object('discovery.k8s.io/v1', 'EndpointSlice', 'a/b', {
      endpoints: [{ nodeName: 'serving' }, { nodeName: null }],
    }),
    // Longhorn's Node is no Node.
    object('longhorn.io/v1beta1', 'Node', 'longhorn-system/serving'),
    pod('a/pending', {}, { spec: { nodeName: '' } }),
  ];
  expect(concluded(new NodeEvidence(), objects)).toEqual([
    { name: 'both', from: 'spec.nodeName of Pods' },
    { name: 'beating', from: 'its Lease in kube-node-lease' },
    { name: 'serving', from: 'the addresses of an EndpointSlice' },
  ]);
});

/** What paths and objects name: a path alone is an empty list. */
function namespaces(files: Readonly<Record<string, readonly string[]>>): string[] {
  const evidence = new NamespaceEvidence();
  for (const [path, placed] of Object.entries(files)) {
    if (placed.length === 0) evidence.seeEmptyList(path);
    for (const at of placed) evidence.see(pod(at), path);
  }
  return evidence.conclude().map(({ name, from }) => `${name}: ${from}`);
}

const ofObjects = 'metadata.namespace of its objects';
const ofPath = 'a folder or file of its name in the dump';

test('namespaces are named by their objects, and by folders that stand where theirs do', () => {
  expect(
    namespaces({
      'dump/shop/pods.json': ['shop/web'],
      'dump/kube-public/pods.json': [],
      'dump/nodes.json': [],
    }),
  ).toEqual([`shop: ${ofObjects}`, `kube-public: ${ofPath}`]);
});

test('files are named after namespaces in support bundles', () => {
  expect(
    namespaces({ 'pods/shop.json': ['shop/web'], 'pods/minio.json': [], 'jobs/other.json': [] }),
  ).toEqual([`shop: ${ofObjects}`, `minio: ${ofPath}`]);
});

test('a folder is no namespace where another one holds objects of elsewhere', () => {
  expect(
    namespaces({ 'd/shop/pods.json': ['shop/a'], 'd/all/pods.json': ['x/b'], 'd/c/pods.json': [] }),
  ).toEqual([`shop: ${ofObjects}`, `x: ${ofObjects}`]);
});

test('a Namespace that the dump holds is not inferred', () => {
  const objects = [object('v1', 'Namespace', 'shop'), pod('shop/web')];
  expect(concluded(new NamespaceEvidence(), objects)).toEqual([]);
});

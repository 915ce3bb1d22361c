import { expect, test } from 'vitest';
import { sentences } from '#diagrams/sentences.ts';
import { buildModel } from '#model/build-model.ts';
import type { KubeObject } from '#snapshot/kube-object.ts';
import type { ObjectId } from '#snapshot/object-id.ts';
import { readSnapshot } from '#store/read-snapshot.ts';
import { modelOf, object, ownedBy, pod } from '#tests/fixtures/builders.ts';
import { controlPlaneMap } from './control-plane-map.ts';

const hrefFor = (id: ObjectId) => `/${id}/`;

async function mapOf(sample: string) {
  return controlPlaneMap(buildModel(await readSnapshot(`snapshots/${sample}`)), hrefFor);
}

test('on docker-desktop all four parts are static pods of the one node', async () => {
  const map = await mapOf('docker-desktop');
  expect(sentences(map)).toEqual([
    'Static pod kube-apiserver → Static pod etcd: 2379. Proven by flag --etcd-servers.',
    'Static pod kube-controller-manager → Static pod kube-apiserver: 6443. Proven by Lease kube-controller-manager.',
    'Static pod kube-scheduler → Static pod kube-apiserver: 6443. Proven by Lease kube-scheduler.',
    'Host process kubelet ↔ Static pod kube-apiserver: 6443, back 10250. Proven by the Leases of the nodes and status.daemonEndpoints of the Node.',
    'Host process kubelet → Container runtime docker 29.1.3: CRI socket. Typical, not proven.',
    'DaemonSet kube-proxy → Static pod kube-apiserver: watch. Proven by ConfigMap kube-proxy.',
    'Deployment coredns → Static pod kube-apiserver: watch. Proven by block kubernetes in ConfigMap coredns.',
    'Pod without owner vpnkit-controller → Static pod kube-apiserver: watch Services. Typical, not proven.',
    'Pod without owner storage-provisioner → Static pod kube-apiserver: watch claims. Typical, not proven.',
    'Client kubectl → Static pod kube-apiserver: 6443 HTTPS. Proven by EndpointSlice of Service kubernetes.',
    'Pod without owner vpnkit-controller → Your machine localhost. One end is not visible.',
  ]);
  expect(map.groups.map(({ label }) => label)).toEqual([
    'Node docker-desktop',
    'Host processes, never pods',
    'Add-ons in kube-system',
    'Control plane, static pods',
  ]);
  expect(map.nodes.find(({ id }) => id === 'hub')?.href).toBe(
    '/Pod/kube-system/kube-apiserver-docker-desktop/',
  );
});

test('on shop-staging the control plane has a node of its own', async () => {
  const map = await mapOf('shop-staging');
  expect(map.groups.map(({ label }) => label)).toEqual([
    'Host processes on all 3 nodes',
    'Add-ons',
    'Control plane, static pods on stg-cp-1',
  ]);
  expect(map.nodes.flatMap(({ group, label }) => (group === 'add-ons' ? [label] : []))).toEqual([
    'kube-proxy',
    'coredns',
    'calico-node',
    'calico-kube-controllers',
    'local-path-provisioner',
  ]);
});

test('on shop-prod the provider hides the control plane, and no line to it is called proven', async () => {
  const map = await mapOf('shop-prod');
  const plane = map.nodes.filter(({ group }) => group === 'plane');
  expect(plane.map(({ label, role, href }) => ({ label, role, href }))).toEqual([
    { label: 'kube-apiserver', role: 'unseen', href: '/Service/default/kubernetes/' },
    { label: 'etcd', role: 'unseen', href: undefined },
    {
      label: 'kube-controller-manager',
      role: 'unseen',
      href: '/Lease.coordination.k8s.io/kube-system/kube-controller-manager/',
    },
    {
      label: 'kube-scheduler',
      role: 'unseen',
      href: '/Lease.coordination.k8s.io/kube-system/kube-scheduler/',
    },
    {
      label: 'cloud-controller-manager',
      role: 'unseen',
      href: '/Lease.coordination.k8s.io/kube-system/cloud-controller-manager/',
    },
  ]);
  const toPlane = map.edges.filter(({ from, to }) =>
    plane.some(({ id }) => id === from || id === to),
  );
  expect(new Set(toPlane.map(({ evidence }) => evidence))).toEqual(new Set(['unseen']));
  expect(map.groups.map(({ label }) => label)).toContain('Control plane, run by Amazon');
  expect(map.omitted).toBe(
    'Not on the map: EBS CSI node driver, EKS Pod Identity agent, Fluent Bit, node-exporter, Argo CD, Velero, cert-manager, ingress-nginx, Grafana, kube-state-metrics, Prometheus.',
  );
});

test('lines among add-ons and the kubelet are those that the catalogue knows', async () => {
  const map = await mapOf('shop-prod');
  const plane = new Set(map.nodes.flatMap(({ group, id }) => (group === 'plane' ? [id] : [])));
  const among = map.edges.filter(({ from, to }) => !plane.has(from) && !plane.has(to));
  expect(sentences({ ...map, edges: among }).filter((line) => line.includes('→'))).toEqual([
    'Host process kubelet → Container runtime containerd 2.1.5: CRI socket. Typical, not proven.',
    'Host process kubelet → DaemonSet aws-node: socket. Typical, not proven.',
    'Deployment metrics-server (0/2 ready) → Host process kubelet: 10250. Proven by flag --kubelet-preferred-address-types.',
  ]);
});

test('Pods whose DaemonSet was not captured are one box, and nodes known by name have no runtime', () => {
  const proxy = (name: string) =>
    ownedBy(
      object('apps/v1', 'DaemonSet', 'kube-system/kube-proxy'),
      pod(
        `kube-system/${name}`,
        { 'k8s-app': 'kube-proxy' },
        { spec: { containers: [{ name: 'a' }] } },
      ),
    );
  const nodeInfo = { containerRuntimeVersion: 'containerd://2.2.0' };
  const map = controlPlaneMap(
    modelOf(
      proxy('kube-proxy-a'),
      proxy('kube-proxy-b'),
      object('v1', 'Node', 'a', { status: { nodeInfo } }),
      object('v1', 'Node', 'b'),
    ),
    hrefFor,
  );
  const labels = map.nodes.map(({ kind, label }) => `${kind} ${label}`);
  expect(labels).toContain('DaemonSet, not captured kube-proxy');
  expect(labels).toContain('Container runtime containerd 2.2.0');
  expect(labels.filter((label) => label.includes('kube-proxy'))).toHaveLength(1);
});

test('what a hidden control plane is known by is said as far as the snapshot holds it', () => {
  const service = object('v1', 'Service', 'default/kubernetes');
  const lease = object('coordination.k8s.io/v1', 'Lease', 'kube-system/kube-scheduler');
  const known = (...objects: readonly KubeObject[]) => {
    const { caption } = controlPlaneMap(modelOf(...objects), hrefFor);
    return /What is known of it comes from .+?\./.exec(caption ?? '')?.[0];
  };
  expect(known()).toBe(undefined);
  expect(known(service)).toBe('What is known of it comes from Service kubernetes.');
  expect(known(service, lease)).toBe(
    'What is known of it comes from a Lease and from Service kubernetes.',
  );
});

test('without any Pod or Node the map says that it does not know', () => {
  const map = controlPlaneMap(modelOf(), hrefFor);
  expect(map.nodes.filter(({ role }) => role === 'plain')).toEqual([]);
  expect(new Set(map.edges.map(({ evidence }) => evidence))).toEqual(new Set(['unseen']));
  expect(map.caption).toContain('The control plane is not visible');
});

import { expect, test } from 'vitest';
import type { KubeObject, OwnerReference } from '#snapshot/kube-object.ts';
import { imagePath } from './image.ts';
import { matchComponent, matchContainer } from './match-component.ts';

interface Look {
  readonly image: string;
  readonly labels?: string;
  readonly owner?: 'Node' | 'ReplicaSet' | 'DaemonSet' | 'Job';
  readonly name?: string;
  readonly namespace?: string;
}

function pod({
  image,
  labels = '',
  owner,
  name = 'p',
  namespace = 'kube-system',
}: Look): KubeObject {
  const terms = labels === '' ? [] : labels.split(',').map((term) => term.split('='));
  const ownerReferences: OwnerReference[] =
    owner === undefined ? [] : [{ apiVersion: 'v1', kind: owner, name: 'o', uid: 'u' }];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels: Object.fromEntries(terms), ownerReferences },
    spec: { containers: [{ name: 'c', image }] },
  };
}

test.each<[string, Look, string | undefined]>([
  [
    'kube-apiserver with a digest',
    {
      image: 'registry.k8s.io/kube-apiserver:v1.31.2@sha256:0a',
      labels: 'component=kube-apiserver',
      owner: 'Node',
    },
    'kube-apiserver',
  ],
  [
    'kube-proxy of RKE2, in the image of everything',
    {
      image: 'index.docker.io/rancher/hardened-kubernetes:v1.30.4-rke2r1',
      labels: 'component=kube-proxy,tier=control-plane',
      owner: 'Node',
    },
    'kube-proxy',
  ],
  [
    'kube-proxy of EKS',
    {
      image:
        '602401143452.dkr.ecr.us-west-2.amazonaws.com/eks/kube-proxy:v1.29.0-minimal-eksbuild.1',
      labels: 'k8s-app=kube-proxy',
      owner: 'DaemonSet',
    },
    'kube-proxy',
  ],
  [
    'kube-proxy of GKE',
    {
      image: 'gke.gcr.io/kube-proxy-amd64:v1.30.5-gke.1014001',
      labels: 'component=kube-proxy,tier=node',
      owner: 'Node',
    },
    'kube-proxy',
  ],
  [
    'CoreDNS from a mirror',
    {
      image: 'rancher/mirrored-coredns-coredns:1.11.3',
      labels: 'k8s-app=kube-dns',
      owner: 'ReplicaSet',
    },
    'coredns',
  ],
  [
    'the older kube-dns with the same label',
    { image: 'gke.gcr.io/k8s-dns-kube-dns:1.22', labels: 'k8s-app=kube-dns', owner: 'ReplicaSet' },
    'kube-dns',
  ],
  [
    'konnectivity-agent of AKS',
    {
      image: 'mcr.microsoft.com/oss/kubernetes/apiserver-network-proxy/agent:v0',
      labels: 'app=konnectivity-agent,component=tunnel',
      owner: 'ReplicaSet',
    },
    'konnectivity-agent',
  ],
  [
    'the cloud controller manager of RKE2',
    {
      image: 'index.docker.io/rancher/rke2-cloud-provider:v1',
      labels: 'component=cloud-controller-manager',
      owner: 'Node',
    },
    'cloud-controller-manager',
  ],
  [
    'the provisioner of Docker Desktop',
    { image: 'docker/desktop-storage-provisioner:v2.0', name: 'storage-provisioner' },
    'storage-provisioner-docker-desktop',
  ],
  [
    'the provisioner of minikube',
    {
      image: 'gcr.io/k8s-minikube/storage-provisioner:v5',
      labels: 'integration-test=storage-provisioner',
      name: 'storage-provisioner',
    },
    'storage-provisioner-minikube',
  ],
  [
    'vpnkit-controller',
    { image: 'docker/desktop-vpnkit-controller:dc331cb', name: 'vpnkit-controller' },
    'vpnkit-controller',
  ],
  [
    'the webhook of cert-manager',
    {
      image: 'quay.io/jetstack/cert-manager-webhook:v1',
      labels: 'app.kubernetes.io/name=webhook',
      owner: 'ReplicaSet',
    },
    'cert-manager',
  ],
  [
    'Cilium',
    {
      image: 'quay.io/cilium/cilium:v1.20.1@sha256:0a',
      labels: 'k8s-app=cilium',
      owner: 'DaemonSet',
      name: 'cilium-x',
    },
    'cilium',
  ],
  [
    'the agent of GKE that is built from Cilium',
    {
      image: 'gke.gcr.io/cilium/cilium:v1',
      labels: 'k8s-app=cilium',
      owner: 'DaemonSet',
      name: 'anetd-x',
    },
    'gke-anetd',
  ],
  [
    'the chart installer of K3s',
    {
      image: 'rancher/klipper-helm:v0.8',
      labels: 'helmcharts.helm.cattle.io/chart=traefik',
      owner: 'Job',
      name: 'helm-install-traefik-x',
    },
    'k3s-helm-install',
  ],
  [
    'the EBS node driver, told from its controller by its owner',
    { image: 'x.amazonaws.com/eks/aws-ebs-csi-driver:v1', owner: 'DaemonSet' },
    'ebs-csi-node',
  ],
  [
    'a web server of the user',
    { image: 'docker.io/library/nginx:1.27', labels: 'app=web', owner: 'ReplicaSet' },
    undefined,
  ],
])('%s', (_what, look, id) => {
  expect(matchComponent(pod(look))?.component.id).toBe(id);
});

test('a match says what gave it away', () => {
  const look = { image: 'docker/desktop-vpnkit-controller:v4.0', name: 'vpnkit-controller' };
  expect(matchComponent(pod(look))).toMatchObject({
    confidence: 'certain',
    evidence: [
      'image `docker/desktop-vpnkit-controller:v4.0`',
      'name `vpnkit-controller`',
      'kind bare pod',
    ],
  });
});

test('a Job beside a component wears its labels, and is none of it', () => {
  const labels = 'app.kubernetes.io/name=ingress-nginx';
  const image = 'registry.k8s.io/ingress-nginx/kube-webhook-certgen:v1.6.3';
  expect(matchComponent(pod({ image, labels, owner: 'Job' }))?.component.id).toBe(
    'kube-webhook-certgen',
  );
  const other = pod({ image: 'docker.io/library/busybox:1.37', labels, owner: 'Job' });
  expect(matchComponent(other)).toBeUndefined();
});

test('a helper of CSI alone in its pod is what the pod is for', () => {
  const lone = pod({ image: 'longhornio/csi-provisioner:v2.1.2', owner: 'ReplicaSet' });
  expect(matchComponent(lone)?.component.id).toBe('csi-provisioner');
});

test('a helper container is known by its image', () => {
  expect(matchContainer('registry.k8s.io/sig-storage/csi-attacher:v4.0.0')?.id).toBe(
    'csi-attacher',
  );
});

test('an object that runs nothing is no component', () => {
  expect(
    matchComponent({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'coredns' } }),
  ).toBeUndefined();
});

test('hostile shapes are no component and no error', () => {
  const odd = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'x' },
    spec: { containers: 'no' },
  };
  expect(matchComponent(odd)).toBeUndefined();
});

test.each([
  ['registry.k8s.io/etcd:3.6.6-0', 'etcd'],
  [
    'localhost:5000/mirror/registry.k8s.io/coredns/coredns-arm64:v1@sha256:0a',
    'mirror/registry.k8s.io/coredns/coredns',
  ],
  ['index.docker.io/library/nginx', 'nginx'],
  ['nginx', 'nginx'],
])('the path of %s is %s', (image, path) => {
  expect(imagePath(image)).toBe(path);
});

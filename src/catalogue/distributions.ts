import type { Distribution, Homes } from './distribution.ts';
import { hostedDistributions } from './hosted-distributions.ts';

const oneProcess = (process: string): Homes => ({
  'kube-apiserver': `It runs inside the process \`${process}\` on a server node.`,
  'kube-controller-manager': `It runs inside the process \`${process}\` on a server node.`,
  'kube-scheduler': `It runs inside the process \`${process}\` on a server node.`,
  'kube-proxy': `Its work is done inside the process \`${process}\` on every node.`,
});

/**
 * Most specific first: the first platform that matches wins, then the first installer.
 *
 * Sources: the code and manuals of each project, and public dumps of such clusters. Pages word `homes`
 * as typical: the sentence is true of the distribution, the snapshot does not prove it.
 */
export const distributions: readonly Distribution[] = [
  {
    id: 'openshift',
    name: 'OpenShift',
    phrase: 'an OpenShift cluster',
    role: 'platform',
    confidence: 'certain',
    signals: [
      { by: 'node-key', prefix: 'node.openshift.io/' },
      { by: 'node-key', prefix: 'machineconfiguration.openshift.io/' },
      { by: 'node-key', prefix: 'machine.openshift.io/' },
      { by: 'api-group', group: 'config.openshift.io' },
      { by: 'api-group', group: 'route.openshift.io' },
    ],
    homes: {
      datastore: 'OpenShift keeps it in the namespace `openshift-etcd`.',
      'kube-apiserver': 'OpenShift keeps it in the namespace `openshift-kube-apiserver`.',
      'kube-controller-manager':
        'OpenShift keeps it in the namespace `openshift-kube-controller-manager`.',
      'kube-scheduler': 'OpenShift keeps it in the namespace `openshift-kube-scheduler`.',
      'kube-proxy':
        'Its work is done by OVN-Kubernetes in `openshift-ovn-kubernetes`, or, where the network is the older OpenShift SDN, in `openshift-sdn`.',
      'pod-network':
        'It lives in the namespace `openshift-ovn-kubernetes`, or, where it is the older OpenShift SDN, in `openshift-sdn`.',
      dns: 'DaemonSet `dns-default` in the namespace `openshift-dns` answers.',
    },
  },
  ...hostedDistributions,
  {
    id: 'docker-desktop',
    name: 'Docker Desktop',
    phrase: 'a Docker Desktop cluster',
    role: 'platform',
    confidence: 'certain',
    signals: [
      { by: 'os-image', pattern: /^Docker Desktop$/i },
      {
        by: 'pod-image',
        pattern: /docker\/desktop-(vpnkit-controller|storage-provisioner)$/i,
      },
      { by: 'provisioner', name: 'docker.io/hostpath' },
    ],
    homes: {
      'pod-network': 'A bridge inside the virtual machine connects the pods; no pod does it.',
    },
  },
  {
    id: 'docker-desktop',
    name: 'Docker Desktop',
    phrase: 'a Docker Desktop cluster',
    role: 'platform',
    // Nothing in the API tells it from a kind cluster that somebody named "desktop".
    confidence: 'likely',
    signals: [{ by: 'provider-id', pattern: /^kind:\/\/[^/]+\/desktop\/desktop-/i }],
  },
  {
    id: 'k3s',
    name: 'K3s',
    phrase: 'a K3s cluster',
    role: 'platform',
    confidence: 'certain',
    service: 'k3s',
    signals: [
      { by: 'kubelet-version', pattern: /\+k3s/i },
      { by: 'provider-id', pattern: /^k3s:\/\//i },
      { by: 'node-key', prefix: 'k3s.io/' },
    ],
    homes: {
      ...oneProcess('k3s server'),
      datastore:
        'K3s keeps its state in SQLite through kine by default, or in an etcd inside its own process.',
      'pod-network': 'flannel runs inside the `k3s` process of every node.',
    },
  },
  {
    id: 'rke2',
    name: 'RKE2',
    phrase: 'an RKE2 cluster',
    role: 'platform',
    confidence: 'certain',
    service: 'rke2-server',
    signals: [
      { by: 'kubelet-version', pattern: /\+rke2/i },
      { by: 'provider-id', pattern: /^rke2:\/\//i },
      { by: 'node-key', prefix: 'rke2.io/' },
    ],
  },
  {
    id: 'rke1',
    name: 'RKE',
    phrase: 'an RKE cluster',
    role: 'platform',
    confidence: 'certain',
    service: 'docker',
    signals: [
      { by: 'node-key', prefix: 'rke.cattle.io/' },
      { by: 'config-map', name: 'rke-network-plugin' },
    ],
    homes: {
      datastore: 'RKE starts it as a container outside Kubernetes.',
      'kube-apiserver': 'RKE starts it as a container outside Kubernetes.',
      'kube-controller-manager': 'RKE starts it as a container outside Kubernetes.',
      'kube-scheduler': 'RKE starts it as a container outside Kubernetes.',
      'kube-proxy': 'RKE starts it as a container outside Kubernetes, on every node.',
    },
  },
  {
    id: 'k0s',
    name: 'k0s',
    phrase: 'a k0s cluster',
    role: 'platform',
    confidence: 'certain',
    service: 'k0scontroller',
    signals: [
      { by: 'kubelet-version', pattern: /\+k0s/i },
      { by: 'node-key', prefix: 'node.k0sproject.io/' },
      { by: 'api-group', group: 'k0s.k0sproject.io' },
    ],
    homes: {
      datastore: 'k0s runs etcd, or kine, as a process on the controllers, which are no nodes.',
      'kube-apiserver': 'k0s runs it as a process on the controllers, which are no nodes.',
      'kube-controller-manager': 'k0s runs it as a process on the controllers, which are no nodes.',
      'kube-scheduler': 'k0s runs it as a process on the controllers, which are no nodes.',
    },
  },
  {
    id: 'microk8s',
    name: 'MicroK8s',
    phrase: 'a MicroK8s cluster',
    role: 'platform',
    confidence: 'certain',
    service: 'snap.microk8s.daemon-kubelite',
    signals: [
      { by: 'node-key', prefix: 'microk8s.io/' },
      { by: 'node-key', prefix: 'node.kubernetes.io/microk8s-' },
    ],
    homes: {
      ...oneProcess('kubelite'),
      datastore: 'MicroK8s keeps its state in dqlite, a process of its own behind a socket.',
      dns: 'CoreDNS is an add-on: `microk8s enable dns`.',
    },
  },
  {
    id: 'talos',
    name: 'Talos Linux',
    phrase: 'a Talos Linux cluster',
    role: 'platform',
    confidence: 'certain',
    signals: [
      { by: 'os-image', pattern: /^Talos \(/i },
      { by: 'pod-label', key: 'app.kubernetes.io/managed-by', value: 'Talos' },
    ],
    homes: {
      datastore: 'Talos runs etcd as a service of the operating system, beside Kubernetes.',
    },
  },
  {
    id: 'minikube',
    name: 'minikube',
    phrase: 'a minikube cluster',
    role: 'platform',
    confidence: 'certain',
    signals: [
      { by: 'node-key', prefix: 'minikube.k8s.io/' },
      { by: 'provisioner', name: 'k8s.io/minikube-hostpath' },
      { by: 'cluster-name', pattern: /^mk$/ },
    ],
    homes: {
      'pod-network':
        'With a single node a bridge of the machine connects the pods; no pod does it.',
    },
  },
  {
    id: 'minikube',
    name: 'minikube',
    phrase: 'a minikube cluster',
    role: 'platform',
    confidence: 'likely',
    // minikube before 1.0 left no label on its node; the add-on has its image to itself.
    signals: [{ by: 'pod-image', pattern: /k8s-minikube\/storage-provisioner$/i }],
  },
  {
    id: 'kind',
    name: 'kind',
    phrase: 'a kind cluster',
    role: 'platform',
    confidence: 'certain',
    signals: [{ by: 'provider-id', pattern: /^kind:\/\//i }],
  },
  {
    id: 'kind',
    name: 'kind',
    phrase: 'a kind cluster',
    role: 'platform',
    confidence: 'likely',
    // minikube uses the same network plugin on several nodes; it was looked for before.
    signals: [{ by: 'pod-image', pattern: /kindest\/kindnetd$/i }],
  },
  {
    id: 'kubeadm',
    name: 'kubeadm',
    phrase: 'a kubeadm cluster',
    role: 'installer',
    confidence: 'certain',
    signals: [
      { by: 'config-map', name: 'kubeadm-config' },
      { by: 'pod-annotation', prefix: 'kubeadm.kubernetes.io/' },
    ],
  },
];

/** Scheme of `Node.spec.providerID` → whose machines the nodes are. It says nothing of the product. */
export const machineOwners: Readonly<Record<string, string>> = {
  aws: 'Amazon EC2',
  gce: 'Google Compute Engine',
  azure: 'Microsoft Azure',
  digitalocean: 'DigitalOcean',
  vsphere: 'VMware vSphere',
  hcloud: 'Hetzner Cloud',
  openstack: 'OpenStack',
  linode: 'Linode',
  kind: 'containers on one machine',
};

import { verified } from './components/source.ts';
import type { Distribution, Homes } from './distribution.ts';

const oneProcess = (process: string): Homes => ({
  'kube-apiserver': `It runs inside the process \`${process}\` on a server node.`,
  'kube-controller-manager': `It runs inside the process \`${process}\` on a server node.`,
  'kube-scheduler': `It runs inside the process \`${process}\` on a server node.`,
  'kube-proxy': `Its work is done inside the process \`${process}\` on every node.`,
});

/** Clusters on machines of whoever runs them. */
export const selfRunDistributions: readonly Distribution[] = [
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
      'pod-network': 'By default flannel runs inside the `k3s` process of every node.',
    },
    apiPort: 6443,
    settings: 'A server reads `/etc/rancher/k3s/config.yaml` when it starts.',
    docs: { title: 'K3s: Configuration', href: 'https://docs.k3s.io/installation/configuration' },
    source: verified(
      'https://github.com/k3s-io/k3s/blob/HEAD/pkg/cloudprovider/instances.go',
      'https://github.com/k3s-io/k3s/blob/HEAD/manifests/local-storage.yaml',
      'https://docs.k3s.io/installation/configuration',
      'https://github.com/k3s-io/k3s/discussions/7027',
    ),
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
    apiPort: 6443,
    settings:
      'A server reads `/etc/rancher/rke2/config.yaml` when it starts; HelmChartConfig objects change its charts.',
    docs: { title: 'RKE2: Configuration', href: 'https://docs.rke2.io/install/configuration' },
    source: verified(
      'https://github.com/rancher/rke2/blob/HEAD/pkg/cli/cmds/server.go',
      'https://github.com/rancher/rke2/blob/HEAD/pkg/podtemplate',
      'https://docs.rke2.io/install/configuration',
    ),
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
    apiPort: 6443,
    settings:
      'The file `cluster.yml` of whoever ran `rke up` sets it up; no object here holds all of it.',
    docs: { title: 'RKE documentation', href: 'https://rke.docs.rancher.com/' },
    source: verified(
      'https://github.com/rancher/rke/blob/HEAD/cluster/network.go',
      'https://rke.docs.rancher.com/',
    ),
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
    apiPort: 6443,
    settings:
      'A controller reads `/etc/k0s/k0s.yaml`, or ClusterConfig objects where that is switched on.',
    docs: { title: 'k0s: Configuration', href: 'https://docs.k0sproject.io/stable/configuration/' },
    source: verified(
      'https://github.com/k0sproject/k0s/blob/HEAD/docs/architecture/index.md',
      'https://github.com/k0sproject/k0s/blob/HEAD/pkg/constant/constant.go',
    ),
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
    apiPort: 16443,
    settings: 'Files below `/var/snap/microk8s/current/args` hold the flags of each part.',
    docs: { title: 'MicroK8s documentation', href: 'https://microk8s.io/docs' },
    source: verified(
      'https://github.com/canonical/microk8s/blob/HEAD/microk8s-resources/default-args',
      'https://github.com/canonical/microk8s/blob/HEAD/snap/snapcraft.yaml',
      'https://canonical.com/microk8s/docs/addon-dns',
    ),
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
    apiPort: 6443,
    settings: 'The machine configuration of each node sets it up; `talosctl` shows and changes it.',
    docs: { title: 'Talos Linux documentation', href: 'https://www.talos.dev/' },
    source: verified(
      'https://github.com/siderolabs/talos/blob/HEAD/internal/app/machined/pkg/controllers/k8s/control_plane_static_pod.go',
      'https://www.talos.dev/',
    ),
  },
  {
    id: 'kurl',
    name: 'kURL',
    phrase: 'a kURL cluster',
    role: 'platform',
    confidence: 'certain',
    signals: [
      { by: 'node-key', prefix: 'kurl.sh/' },
      { by: 'api-group', group: 'cluster.kurl.sh' },
    ],
    apiPort: 6443,
    settings:
      'An Installer, a list of add-ons with their versions, says what its script sets up on each machine.',
    docs: { title: 'kURL documentation', href: 'https://kurl.sh/docs/introduction/' },
    source: verified(
      'https://github.com/replicatedhq/kURL/blob/HEAD/scripts/common/common.sh',
      'https://kurl.sh/docs/introduction/',
    ),
  },
];

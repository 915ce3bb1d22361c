import { seen, verified } from './components/source.ts';
import type { Distribution } from './distribution.ts';
import { hostedDistributions } from './hosted-distributions.ts';
import { localDistributions } from './local-distributions.ts';
import { selfRunDistributions } from './self-run-distributions.ts';

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
    apiPort: 6443,
    settings:
      'Objects of `config.openshift.io` and `operator.openshift.io`, most of them called `cluster`, set it up.',
    docs: {
      title: 'OpenShift documentation',
      href: 'https://docs.redhat.com/en/documentation/openshift_container_platform',
    },
    source: seen(
      'listings of OpenShift 4 nodes',
      'https://docs.redhat.com/en/documentation/openshift_container_platform',
    ),
  },
  ...hostedDistributions,
  ...localDistributions,
  ...selfRunDistributions,
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
    apiPort: 6443,
    settings:
      'ConfigMap `kube-system/kubeadm-config` keeps what `kubeadm init` was given; `kubeadm upgrade` reads it.',
    docs: { title: 'kubeadm', href: 'https://kubernetes.io/docs/reference/setup-tools/kubeadm/' },
    source: verified(
      'https://kubernetes.io/docs/reference/setup-tools/kubeadm/implementation-details/',
    ),
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

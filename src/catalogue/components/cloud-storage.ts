import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const cloudStorageComponents: readonly Component[] = [
  {
    id: 'pd-csi',
    name: 'Persistent disk CSI driver',
    category: 'storage',
    role: 'Google persistent disks (on GKE only the node part is visible).',
    owners: ['Deployment', 'DaemonSet'],
    labels: [
      'app=gcp-compute-persistent-disk-csi-driver',
      'k8s-app=gcp-compute-persistent-disk-csi-driver',
    ],
    image: /gcp-compute-persistent-disk-csi-driver$/i,
    workload: /^(pdcsi-node|csi-gce-pd)/i,
    connections: [
      { to: { name: 'the Compute API' }, port: 443, over: 'HTTPS', for: 'create and attach disks' },
      { from: 'kubelet', over: 'CSI on a Unix socket', for: 'mount and unmount volumes' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'CSIDriver.storage.k8s.io',
        name: 'pd.csi.storage.gke.io',
        holds: 'What the cluster must know of the driver.',
      },
      {
        in: 'object',
        kind: 'Secret',
        name: 'cloud-sa',
        holds: 'The account of its controller, outside of GKE.',
      },
    ],
    docs: {
      title: 'GKE: Compute Engine persistent disk CSI driver',
      href: 'https://cloud.google.com/kubernetes-engine/docs/how-to/persistent-volumes/gce-pd-csi-driver',
    },
    source: verified(
      'https://github.com/kubernetes-sigs/gcp-compute-persistent-disk-csi-driver/blob/HEAD/deploy/kubernetes/base/controller/controller.yaml',
    ),
  },
  {
    id: 'filestore-csi',
    name: 'Filestore CSI driver',
    category: 'storage',
    role: 'Google Filestore NFS shares.',
    owners: ['DaemonSet'],
    labels: ['k8s-app=gcp-filestore-csi-driver'],
    image: /filestore-csi/i,
    workload: /^filestore-node/i,
    connections: [
      { from: 'kubelet', over: 'CSI on a Unix socket', for: 'mount and unmount volumes' },
      {
        to: { name: 'the Filestore instance' },
        port: 2049,
        over: 'NFS',
        for: 'read and write files',
      },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'CSIDriver.storage.k8s.io',
        name: 'filestore.csi.storage.gke.io',
        holds: 'What the cluster must know of the driver.',
      },
    ],
    docs: {
      title: 'GKE: Filestore CSI driver',
      href: 'https://cloud.google.com/kubernetes-engine/docs/how-to/persistent-volumes/filestore-csi-driver',
    },
    source: verified(
      'https://github.com/kubernetes-sigs/gcp-filestore-csi-driver/blob/HEAD/deploy/kubernetes/base/node_linux/node.yaml',
    ),
  },
  {
    id: 'azuredisk-csi',
    name: 'Azure Disk CSI driver',
    category: 'storage',
    role: 'Azure managed disks (AKS: controller hidden, node part visible).',
    owners: ['DaemonSet', 'Deployment'],
    labels: ['app=csi-azuredisk-node', 'app=csi-azuredisk-controller'],
    image: /azuredisk-csi$/i,
    ports: [
      { number: 29604, for: 'metrics of the controller' },
      { number: 29605, for: 'metrics of the node part' },
    ],
    connections: [
      { to: { name: 'the Azure API' }, port: 443, over: 'HTTPS', for: 'create and attach disks' },
      { from: 'kubelet', over: 'CSI on a Unix socket', for: 'mount and unmount volumes' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'CSIDriver.storage.k8s.io',
        name: 'disk.csi.azure.com',
        holds: 'What the cluster must know of the driver.',
      },
      {
        in: 'object',
        kind: 'Secret',
        namespace: 'kube-system',
        name: 'azure-cloud-provider',
        holds: 'The account, outside of AKS.',
      },
    ],
    docs: {
      title: 'Azure Disk CSI driver',
      href: 'https://learn.microsoft.com/azure/aks/azure-disk-csi',
    },
    source: verified(
      'https://github.com/kubernetes-sigs/azuredisk-csi-driver/blob/HEAD/deploy/csi-azuredisk-node.yaml',
      'https://github.com/kubernetes-sigs/azuredisk-csi-driver/blob/HEAD/deploy/csi-azuredisk-controller.yaml',
    ),
  },
  {
    id: 'azurefile-csi',
    name: 'Azure Files CSI driver',
    category: 'storage',
    role: 'Azure Files shares over SMB or NFS.',
    owners: ['DaemonSet', 'Deployment'],
    labels: ['app=csi-azurefile-node', 'app=csi-azurefile-controller'],
    image: /azurefile-csi$/i,
    ports: [{ number: 29614, for: 'metrics of the controller' }],
    connections: [
      { to: { name: 'the Azure Files share' }, over: 'SMB or NFS', for: 'read and write files' },
      { from: 'kubelet', over: 'CSI on a Unix socket', for: 'mount and unmount volumes' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'CSIDriver.storage.k8s.io',
        name: 'file.csi.azure.com',
        holds: 'What the cluster must know of the driver.',
      },
      {
        in: 'object',
        kind: 'Secret',
        namespace: 'kube-system',
        name: 'azure-cloud-provider',
        holds: 'The account, outside of AKS.',
      },
    ],
    docs: {
      title: 'Azure File CSI driver',
      href: 'https://learn.microsoft.com/azure/aks/azure-files-csi',
    },
    source: verified(
      'https://github.com/kubernetes-sigs/azurefile-csi-driver/blob/HEAD/deploy/csi-azurefile-node.yaml',
      'https://github.com/kubernetes-sigs/azurefile-csi-driver/blob/HEAD/deploy/csi-azurefile-controller.yaml',
    ),
  },
  {
    id: 'do-csi',
    name: 'DigitalOcean CSI driver',
    category: 'storage',
    role: 'DigitalOcean block storage volumes.',
    owners: ['DaemonSet', 'StatefulSet'],
    labels: ['app=csi-do-node', 'role=csi-do'],
    image: /do-csi-plugin$/i,
    connections: [
      {
        to: { name: 'the DigitalOcean API' },
        port: 443,
        over: 'HTTPS',
        for: 'create and attach volumes',
      },
      { from: 'kubelet', over: 'CSI on a Unix socket', for: 'mount and unmount volumes' },
    ],
    configuration: [
      {
        in: 'object',
        kind: 'CSIDriver.storage.k8s.io',
        name: 'dobs.csi.digitalocean.com',
        holds: 'What the cluster must know of the driver.',
      },
      {
        in: 'object',
        kind: 'Secret',
        namespace: 'kube-system',
        name: 'digitalocean',
        holds: 'The access token.',
      },
    ],
    docs: {
      title: 'DigitalOcean CSI driver',
      href: 'https://github.com/digitalocean/csi-digitalocean',
    },
    source: verified(
      'https://github.com/digitalocean/csi-digitalocean/blob/HEAD/deploy/kubernetes/releases/csi-digitalocean-dev/driver.yaml',
    ),
  },
];

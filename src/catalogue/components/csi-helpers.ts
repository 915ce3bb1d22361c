import type { Component } from './component.ts';
import { verified } from './source.ts';

/** See {@link Component}. */
export const csiHelpersComponents: readonly Component[] = [
  {
    id: 'snapshot-controller',
    name: 'Snapshot controller',
    category: 'storage',
    role: 'Turns VolumeSnapshot objects into snapshot contents for CSI drivers.',
    owners: ['Deployment'],
    labels: ['app=snapshot-controller', 'app.kubernetes.io/name=snapshot-controller'],
    image: /snapshot-controller$/i,
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch VolumeSnapshots, write their contents' },
    ],
    configuration: [
      {
        in: 'resources',
        group: 'snapshot.storage.k8s.io',
        kinds: ['VolumeSnapshotClass', 'VolumeSnapshot', 'VolumeSnapshotContent'],
        holds: 'Classes, requests and results.',
      },
    ],
    docs: {
      title: 'Volume Snapshots',
      href: 'https://kubernetes.io/docs/concepts/storage/volume-snapshots/',
    },
    source: verified(
      'https://github.com/kubernetes-sigs/kubespray/blob/HEAD/roles/kubernetes-apps/snapshots/snapshot-controller/templates/snapshot-controller.yml.j2',
      'https://kubernetes-csi.github.io/docs/snapshot-controller.html',
    ),
  },
  {
    id: 'csi-provisioner',
    name: 'CSI provisioner',
    category: 'storage',
    role: 'CSI helper: watches claims and asks the driver to create or delete volumes.',
    owners: ['sidecar'],
    image: /csi-provisioner$/i,
    connections: [
      {
        to: 'kube-apiserver',
        over: 'HTTPS',
        for: 'watch PersistentVolumeClaims, create PersistentVolumes',
      },
      {
        to: { name: 'the driver, usually in the same pod' },
        over: 'CSI on a Unix socket',
        for: 'have volumes created and deleted',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['csi-address', 'feature-gates', 'extra-create-metadata'],
        holds: 'The socket, and what it tells the driver.',
      },
    ],
    docs: {
      title: 'Kubernetes CSI developer documentation: external-provisioner',
      href: 'https://kubernetes-csi.github.io/docs/external-provisioner.html',
    },
    source: verified('https://kubernetes-csi.github.io/docs/external-provisioner.html'),
  },
  {
    id: 'csi-attacher',
    name: 'CSI attacher',
    category: 'storage',
    role: 'CSI helper: acts on VolumeAttachment objects.',
    owners: ['sidecar'],
    image: /csi-attacher$/i,
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch VolumeAttachments' },
      {
        to: { name: 'the driver, usually in the same pod' },
        over: 'CSI on a Unix socket',
        for: 'have volumes attached and detached',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['csi-address', 'timeout'],
        holds: 'The socket, and how long it waits.',
      },
    ],
    docs: {
      title: 'Kubernetes CSI developer documentation: external-attacher',
      href: 'https://kubernetes-csi.github.io/docs/external-attacher.html',
    },
    source: verified('https://kubernetes-csi.github.io/docs/external-attacher.html'),
  },
  {
    id: 'csi-resizer',
    name: 'CSI resizer',
    category: 'storage',
    role: 'CSI helper: grows volumes when a claim asks for more.',
    owners: ['sidecar'],
    image: /csi-resizer$/i,
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch PersistentVolumeClaims' },
      {
        to: { name: 'the driver, usually in the same pod' },
        over: 'CSI on a Unix socket',
        for: 'have volumes grown',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['csi-address', 'timeout'],
        holds: 'The socket, and how long it waits.',
      },
    ],
    docs: {
      title: 'Kubernetes CSI developer documentation: external-resizer',
      href: 'https://kubernetes-csi.github.io/docs/external-resizer.html',
    },
    source: verified('https://kubernetes-csi.github.io/docs/external-resizer.html'),
  },
  {
    id: 'csi-snapshotter',
    name: 'CSI snapshotter',
    category: 'storage',
    role: 'CSI helper: takes and deletes snapshots for VolumeSnapshotContent objects.',
    owners: ['sidecar'],
    image: /csi-snapshotter$/i,
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'watch VolumeSnapshotContents' },
      {
        to: { name: 'the driver, usually in the same pod' },
        over: 'CSI on a Unix socket',
        for: 'have snapshots taken and deleted',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['csi-address', 'timeout'],
        holds: 'The socket, and how long it waits.',
      },
    ],
    docs: {
      title: 'Kubernetes CSI developer documentation: external-snapshotter',
      href: 'https://kubernetes-csi.github.io/docs/external-snapshotter.html',
    },
    source: verified('https://kubernetes-csi.github.io/docs/external-snapshotter.html'),
  },
  {
    id: 'csi-node-driver-registrar',
    name: 'CSI node driver registrar',
    category: 'storage',
    role: "CSI helper on every node: announces the driver's socket to the kubelet, which then fills CSINode.",
    owners: ['sidecar'],
    image: /(csi-)?node-driver-registrar$/i,
    connections: [
      {
        to: 'kubelet',
        over: 'plugin registration on a Unix socket',
        for: 'announce the socket of the driver',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['csi-address', 'kubelet-registration-path'],
        holds: 'The socket as the driver sees it, and as the kubelet does.',
      },
    ],
    docs: {
      title: 'Kubernetes CSI developer documentation: node-driver-registrar',
      href: 'https://kubernetes-csi.github.io/docs/node-driver-registrar.html',
    },
    source: verified('https://kubernetes-csi.github.io/docs/node-driver-registrar.html'),
  },
  {
    id: 'csi-livenessprobe',
    name: 'CSI liveness probe',
    category: 'storage',
    role: "CSI helper: turns the driver's health call into an HTTP health endpoint.",
    owners: ['sidecar'],
    image: /(^|\/|hardened-|mirrored-sig-storage-)livenessprobe$/i,
    connections: [
      {
        to: { name: 'the driver, usually in the same pod' },
        over: 'CSI on a Unix socket',
        for: 'ask whether it is well',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['csi-address', 'health-port'],
        holds: 'The socket, and where it answers probes.',
      },
    ],
    docs: {
      title: 'Kubernetes CSI developer documentation: livenessprobe',
      href: 'https://kubernetes-csi.github.io/docs/livenessprobe.html',
    },
    source: verified('https://kubernetes-csi.github.io/docs/livenessprobe.html'),
  },
  {
    id: 'csi-health-monitor',
    name: 'CSI health monitor',
    category: 'storage',
    role: 'CSI helper: reports unhealthy volumes as Events.',
    owners: ['sidecar'],
    image: /csi-external-health-monitor-controller$/i,
    connections: [
      { to: 'kube-apiserver', over: 'HTTPS', for: 'write Events about volumes that are not well' },
      {
        to: { name: 'the driver, usually in the same pod' },
        over: 'CSI on a Unix socket',
        for: 'ask after volumes',
      },
    ],
    configuration: [
      {
        in: 'flags',
        names: ['csi-address', 'monitor-interval'],
        holds: 'The socket, and how often it asks.',
      },
    ],
    docs: {
      title: 'Kubernetes CSI developer documentation: external-health-monitor',
      href: 'https://kubernetes-csi.github.io/docs/external-health-monitor-controller.html',
    },
    source: verified(
      'https://kubernetes-csi.github.io/docs/external-health-monitor-controller.html',
    ),
  },
];

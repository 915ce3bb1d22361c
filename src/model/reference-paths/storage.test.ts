import { expect, test } from 'vitest';
import {
  clusterWide,
  edgesOf,
  made,
  nodes,
  type Row,
  stub,
} from '#tests/fixtures/reference-paths.ts';

const secretRefs = [
  'controllerPublish',
  'nodeStage',
  'nodePublish',
  'controllerExpand',
  'nodeExpand',
].map((step) => `${step}SecretRef`);

const rows: readonly Row[] = [
  {
    path: 'PersistentVolumeClaim spec.volumeName, storageClassName, volumeAttributesClassName, dataSourceRef',
    from: made('v1', 'PersistentVolumeClaim', {
      spec: {
        volumeName: 'x',
        storageClassName: 'c',
        volumeAttributesClassName: 'v',
        dataSourceRef: {
          apiGroup: 'snapshot.storage.k8s.io',
          kind: 'VolumeSnapshot',
          name: 's',
          namespace: 'blog',
        },
      },
    }),
    edges: [
      'bound PersistentVolume/x @ spec.volumeName',
      'class StorageClass.storage.k8s.io/c @ spec.storageClassName',
      'class VolumeAttributesClass.storage.k8s.io/v @ spec.volumeAttributesClassName',
      'source VolumeSnapshot.snapshot.storage.k8s.io/blog/s @ spec.dataSourceRef.name optional',
    ],
  },
  {
    path: 'PersistentVolumeClaim spec.dataSource',
    from: made('v1', 'PersistentVolumeClaim', {
      spec: { dataSource: { kind: 'PersistentVolumeClaim', name: 's' } },
    }),
    edges: ['source PersistentVolumeClaim/shop/s @ spec.dataSource.name optional'],
  },
  {
    path: 'PersistentVolume spec.claimRef, storageClassName, csi.driver',
    from: clusterWide('v1', 'PersistentVolume', {
      spec: {
        claimRef: { namespace: 'shop', name: 'x' },
        storageClassName: 'c',
        csi: { driver: 'd' },
      },
    }),
    edges: [
      'bound PersistentVolumeClaim/shop/x @ spec.claimRef.name',
      'class StorageClass.storage.k8s.io/c @ spec.storageClassName',
      'provisioner CSIDriver.storage.k8s.io/d @ spec.csi.driver',
    ],
  },
  ...secretRefs.map(
    (field): Row => ({
      path: `PersistentVolume spec.csi.${field}`,
      from: clusterWide('v1', 'PersistentVolume', {
        spec: { csi: { [field]: { name: 'x', namespace: 'shop' } } },
      }),
      edges: [`credentials Secret/shop/x @ spec.csi.${field}.name`],
    }),
  ),
  ...['rbd', 'cephfs', 'cinder', 'flexVolume', 'iscsi', 'scaleIO', 'storageos'].map(
    (field): Row => ({
      path: `PersistentVolume spec.${field}.secretRef`,
      from: clusterWide('v1', 'PersistentVolume', {
        spec: { [field]: { secretRef: { name: 'x', namespace: 'shop' } } },
      }),
      edges: [`credentials Secret/shop/x @ spec.${field}.secretRef.name`],
    }),
  ),
  {
    path: 'PersistentVolume spec.azureFile',
    from: clusterWide('v1', 'PersistentVolume', {
      spec: { azureFile: { secretName: 'x', secretNamespace: 'shop' } },
    }),
    edges: ['credentials Secret/shop/x @ spec.azureFile.secretName'],
  },
  {
    path: 'PersistentVolume spec.nodeAffinity.required',
    from: clusterWide('v1', 'PersistentVolume', {
      spec: {
        nodeAffinity: {
          required: {
            nodeSelectorTerms: [
              { matchExpressions: [{ key: 'pool', operator: 'In', values: ['gpu'] }] },
            ],
          },
        },
      },
    }),
    others: nodes,
    edges: ['reach Node/gpu @ spec.nodeAffinity.required.nodeSelectorTerms[0]'],
  },
  {
    path: 'StorageClass provisioner, parameters[csi.storage.k8s.io/*-secret-name]',
    from: clusterWide('storage.k8s.io/v1', 'StorageClass', {
      provisioner: 'd',
      parameters: {
        'csi.storage.k8s.io/provisioner-secret-name': 'x',
        'csi.storage.k8s.io/provisioner-secret-namespace': 'shop',
      },
    }),
    edges: [
      'provisioner CSIDriver.storage.k8s.io/d @ provisioner optional',
      "credentials Secret/shop/x @ parameters['csi.storage.k8s.io/provisioner-secret-name']",
    ],
  },
  {
    path: 'VolumeAttachment spec.attacher, source.persistentVolumeName, nodeName',
    from: clusterWide('storage.k8s.io/v1', 'VolumeAttachment', {
      spec: { attacher: 'd', nodeName: 'n', source: { persistentVolumeName: 'x' } },
    }),
    edges: [
      'attaches PersistentVolume/x @ spec.source.persistentVolumeName',
      'attachesTo Node/n @ spec.nodeName',
      'provisioner CSIDriver.storage.k8s.io/d @ spec.attacher optional',
    ],
  },
  {
    path: 'CSINode metadata.name, spec.drivers[].name',
    from: clusterWide('storage.k8s.io/v1', 'CSINode', { spec: { drivers: [{ name: 'd' }] } }),
    edges: [
      'about Node/a @ metadata.name',
      'provisioner CSIDriver.storage.k8s.io/d @ spec.drivers[name=d].name optional',
    ],
  },
  {
    path: 'CSIStorageCapacity storageClassName',
    from: made('storage.k8s.io/v1', 'CSIStorageCapacity', { storageClassName: 'c' }),
    edges: ['about StorageClass.storage.k8s.io/c @ storageClassName'],
  },
  {
    path: 'VolumeSnapshot spec.source, volumeSnapshotClassName, status.boundVolumeSnapshotContentName',
    from: made('snapshot.storage.k8s.io/v1', 'VolumeSnapshot', {
      spec: { source: { persistentVolumeClaimName: 'p' }, volumeSnapshotClassName: 'c' },
      status: { boundVolumeSnapshotContentName: 'x' },
    }),
    edges: [
      'source PersistentVolumeClaim/shop/p @ spec.source.persistentVolumeClaimName optional',
      'class VolumeSnapshotClass.snapshot.storage.k8s.io/c @ spec.volumeSnapshotClassName',
      'bound VolumeSnapshotContent.snapshot.storage.k8s.io/x @ status.boundVolumeSnapshotContentName',
    ],
  },
  {
    path: 'VolumeSnapshotContent spec.volumeSnapshotRef, volumeSnapshotClassName, driver',
    from: clusterWide('snapshot.storage.k8s.io/v1', 'VolumeSnapshotContent', {
      spec: {
        volumeSnapshotRef: { namespace: 'shop', name: 'x' },
        volumeSnapshotClassName: 'c',
        driver: 'd',
      },
    }),
    edges: [
      'bound VolumeSnapshot.snapshot.storage.k8s.io/shop/x @ spec.volumeSnapshotRef.name',
      'class VolumeSnapshotClass.snapshot.storage.k8s.io/c @ spec.volumeSnapshotClassName optional',
      'provisioner CSIDriver.storage.k8s.io/d @ spec.driver optional',
    ],
  },
  {
    path: 'Node status.volumesAttached[].name',
    from: { ...stub('Node/a'), status: { volumesAttached: [{ name: 'kubernetes.io/csi/d^h' }] } },
    others: [{ ...stub('PersistentVolume/x'), spec: { csi: { driver: 'd', volumeHandle: 'h' } } }],
    edges: [
      'attaches PersistentVolume/x @ status.volumesAttached[name=kubernetes.io/csi/d^h].name',
    ],
  },
];

test.each(rows.map((row) => [row.path, row] as const))('storage: %s', (_path, row) => {
  expect(edgesOf(row)).toEqual(row.edges);
});

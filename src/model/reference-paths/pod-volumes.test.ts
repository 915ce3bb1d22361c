import { expect, test } from 'vitest';
import {
  container,
  edgesOf,
  podWith,
  projected,
  type Row,
  volume,
} from '#tests/fixtures/reference-paths.ts';

const rows: readonly Row[] = [
  {
    path: 'P.volumes[].configMap.name',
    from: volume({ configMap: { name: 'x' } }),
    edges: ['mounts ConfigMap/shop/x @ spec.volumes[name=v].configMap.name'],
  },
  {
    path: 'P.volumes[].configMap.optional',
    from: volume({ configMap: { name: 'x', optional: true } }),
    edges: ['mounts ConfigMap/shop/x @ spec.volumes[name=v].configMap.name optional'],
  },
  {
    path: 'P.volumes[].secret.secretName',
    from: volume({ secret: { secretName: 'x', optional: true } }),
    edges: ['mounts Secret/shop/x @ spec.volumes[name=v].secret.secretName optional'],
  },
  {
    path: 'P.volumes[].persistentVolumeClaim.claimName',
    from: volume({ persistentVolumeClaim: { claimName: 'x' } }),
    edges: [
      'claims PersistentVolumeClaim/shop/x @ spec.volumes[name=v].persistentVolumeClaim.claimName',
    ],
  },
  {
    path: 'P.volumes[].ephemeral',
    from: volume({ ephemeral: {} }),
    edges: ['claims PersistentVolumeClaim/shop/a-v @ spec.volumes[name=v].ephemeral'],
  },
  {
    path: 'P.volumes[].ephemeral.volumeClaimTemplate.spec.storageClassName',
    from: volume({ ephemeral: { volumeClaimTemplate: { spec: { storageClassName: 'x' } } } }),
    edges: [
      'class StorageClass.storage.k8s.io/x @ spec.volumes[name=v].ephemeral.volumeClaimTemplate.spec.storageClassName',
    ],
  },
  {
    path: 'P.volumes[].projected.sources[].configMap.name',
    from: projected({ configMap: { name: 'x' } }),
    edges: ['mounts ConfigMap/shop/x @ spec.volumes[name=v].projected.sources[0].configMap.name'],
  },
  {
    path: 'P.volumes[].projected.sources[].secret.name',
    from: projected({ secret: { name: 'x', optional: true } }),
    edges: [
      'mounts Secret/shop/x @ spec.volumes[name=v].projected.sources[0].secret.name optional',
    ],
  },
  {
    path: 'P.volumes[].projected.sources[].serviceAccountToken',
    from: projected({ serviceAccountToken: { path: 't' } }),
    edges: [
      'token ServiceAccount/shop/default @ spec.volumes[name=v].projected.sources[0].serviceAccountToken',
    ],
  },
  {
    path: 'P.volumes[].projected.sources[].clusterTrustBundle.name',
    from: projected({ clusterTrustBundle: { name: 'x' } }),
    edges: [
      'mounts ClusterTrustBundle.certificates.k8s.io/x @ spec.volumes[name=v].projected.sources[0].clusterTrustBundle.name',
    ],
  },
  {
    path: 'P.volumes[].csi.driver, .nodePublishSecretRef',
    from: volume({ csi: { driver: 'x', nodePublishSecretRef: { name: 's' } } }),
    edges: [
      'provisioner CSIDriver.storage.k8s.io/x @ spec.volumes[name=v].csi.driver',
      'credentials Secret/shop/s @ spec.volumes[name=v].csi.nodePublishSecretRef.name',
    ],
  },
  {
    path: 'P.volumes[].azureFile.secretName',
    from: volume({ azureFile: { secretName: 'x' } }),
    edges: ['credentials Secret/shop/x @ spec.volumes[name=v].azureFile.secretName'],
  },
  ...['cephfs', 'cinder', 'flexVolume', 'iscsi', 'rbd', 'scaleIO', 'storageos'].map(
    (field): Row => ({
      path: `P.volumes[].${field}.secretRef.name`,
      from: volume({ [field]: { secretRef: { name: 'x' } } }),
      edges: [`credentials Secret/shop/x @ spec.volumes[name=v].${field}.secretRef.name`],
    }),
  ),
  {
    path: 'P.volumes[].glusterfs.endpoints',
    from: volume({ glusterfs: { endpoints: 'x' } }),
    edges: ['calls Endpoints/shop/x @ spec.volumes[name=v].glusterfs.endpoints'],
  },
  ...(['configMapKeyRef ConfigMap', 'secretKeyRef Secret'] as const).map((both): Row => {
    const [field = '', kind] = both.split(' ');
    return {
      path: `C.env[].valueFrom.${field}.name`,
      from: container({
        env: [{ name: 'E', valueFrom: { [field]: { name: 'x', key: 'k', optional: true } } }],
      }),
      edges: [
        `env ${kind}/shop/x @ spec.containers[name=c].env[name=E].valueFrom.${field}.name optional`,
      ],
    };
  }),
  ...(['configMapRef ConfigMap', 'secretRef Secret'] as const).map((both): Row => {
    const [field = '', kind] = both.split(' ');
    return {
      path: `C.envFrom[].${field}.name`,
      from: container({ envFrom: [{ [field]: { name: 'x' } }] }),
      edges: [`env ${kind}/shop/x @ spec.containers[name=c].envFrom[0].${field}.name`],
    };
  }),
  ...['initContainers', 'ephemeralContainers'].map(
    (field): Row => ({
      path: `P.${field}[].envFrom[]`,
      from: podWith({ [field]: [{ name: 'c', envFrom: [{ configMapRef: { name: 'x' } }] }] }),
      edges: [`env ConfigMap/shop/x @ spec.${field}[name=c].envFrom[0].configMapRef.name`],
    }),
  ),
];

test.each(rows.map((row) => [row.path, row] as const))(
  'volumes of a pod spec: %s',
  (_path, row) => {
    expect(edgesOf(row)).toEqual(row.edges);
  },
);

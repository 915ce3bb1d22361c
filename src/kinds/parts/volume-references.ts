import type { Reference } from '#kinds/reference.ts';
import { itemPath } from './item-path.ts';
import { mountedAt } from './mounted-at.ts';
import {
  accountOf,
  type LinkedPodSpec,
  type PodSite,
  type ProjectedSource,
  type Volume,
} from './pod-template.ts';
import { refer } from './refer.ts';

/** Volume sources that name their credentials in `secretRef`. */
const withSecretRef = [
  'cephfs',
  'cinder',
  'flexVolume',
  'iscsi',
  'rbd',
  'scaleIO',
  'storageos',
] as const satisfies readonly (keyof Volume)[];

/** The edges that one volume of a pod writes; `detail` says where its containers see it. */
export function volumeReferences(
  volume: Volume,
  spec: LinkedPodSpec,
  site: PodSite,
): readonly Reference[] {
  // A volume has one source.
  const { name, configMap, secret, persistentVolumeClaim, ephemeral, projected, csi } = volume;
  const { namespace } = site;
  const pathOf = (rest: string) => itemPath(site.at, 'volumes', name, rest);
  if (configMap !== undefined) {
    return refer('mounts', 'ConfigMap', {
      name: configMap.name,
      namespace,
      path: pathOf('.configMap.name'),
      optional: configMap.optional,
      detail: mountedAt(spec, name, configMap.items ?? []),
    });
  }
  if (secret !== undefined) {
    return refer('mounts', 'Secret', {
      name: secret.secretName,
      namespace,
      path: pathOf('.secret.secretName'),
      optional: secret.optional,
      detail: mountedAt(spec, name, secret.items ?? []),
    });
  }
  if (persistentVolumeClaim !== undefined) {
    return refer('claims', 'PersistentVolumeClaim', {
      name: persistentVolumeClaim.claimName,
      namespace,
      path: pathOf('.persistentVolumeClaim.claimName'),
      detail: mountedAt(spec, name),
    });
  }
  if (projected !== undefined) {
    return (projected.sources ?? []).flatMap((source, index) =>
      projectedReferences(source, volume, spec, {
        at: `${pathOf('.projected.sources')}[${index}]`,
        namespace,
      }),
    );
  }
  if (ephemeral !== undefined) {
    return refer('class', 'StorageClass.storage.k8s.io', {
      name: ephemeral.volumeClaimTemplate?.spec?.storageClassName,
      path: pathOf('.ephemeral.volumeClaimTemplate.spec.storageClassName'),
      detail: mountedAt(spec, name),
    });
  }
  if (csi !== undefined) return csiReferences(csi, volume, spec, { at: pathOf(''), namespace });
  return driverReferences(volume, spec, { at: pathOf(''), namespace });
}

function projectedReferences(
  { configMap, secret, serviceAccountToken, clusterTrustBundle }: ProjectedSource,
  { name }: Volume,
  spec: LinkedPodSpec,
  { at, namespace }: PodSite,
): readonly Reference[] {
  if (configMap !== undefined) {
    return refer('mounts', 'ConfigMap', {
      name: configMap.name,
      namespace,
      path: `${at}.configMap.name`,
      optional: configMap.optional,
      detail: mountedAt(spec, name, configMap.items ?? []),
    });
  }
  if (secret !== undefined) {
    return refer('mounts', 'Secret', {
      name: secret.name,
      namespace,
      path: `${at}.secret.name`,
      optional: secret.optional,
      detail: mountedAt(spec, name, secret.items ?? []),
    });
  }
  if (serviceAccountToken !== undefined) {
    return refer('token', 'ServiceAccount', {
      name: accountOf(spec),
      namespace,
      path: `${at}.serviceAccountToken`,
      detail: mountedAt(spec, name, [serviceAccountToken]),
    });
  }
  return refer('mounts', 'ClusterTrustBundle.certificates.k8s.io', {
    name: clusterTrustBundle?.name,
    path: `${at}.clusterTrustBundle.name`,
    optional: clusterTrustBundle?.optional,
    detail: mountedAt(spec, name, [clusterTrustBundle ?? {}]),
  });
}

function csiReferences(
  { driver, nodePublishSecretRef }: NonNullable<Volume['csi']>,
  { name }: Volume,
  spec: LinkedPodSpec,
  { at, namespace }: PodSite,
): readonly Reference[] {
  return [
    ...refer('provisioner', 'CSIDriver.storage.k8s.io', {
      name: driver,
      path: `${at}.csi.driver`,
      detail: mountedAt(spec, name),
    }),
    ...refer('credentials', 'Secret', {
      name: nodePublishSecretRef?.name,
      namespace,
      path: `${at}.csi.nodePublishSecretRef.name`,
      detail: `volume ${name}`,
    }),
  ];
}

/** Volumes of the drivers that are built into the kubelet, or were. */
function driverReferences(
  volume: Volume,
  spec: LinkedPodSpec,
  { at, namespace }: PodSite,
): readonly Reference[] {
  const detail = `volume ${volume.name}`;
  const source = withSecretRef.find((field) => volume[field] !== undefined);
  return [
    ...refer('calls', 'Endpoints', {
      name: volume.glusterfs?.endpoints,
      namespace,
      path: `${at}.glusterfs.endpoints`,
      detail: mountedAt(spec, volume.name),
    }),
    ...refer('credentials', 'Secret', {
      name: volume.azureFile?.secretName,
      namespace,
      path: `${at}.azureFile.secretName`,
      detail,
    }),
    ...refer('credentials', 'Secret', {
      name: source && volume[source]?.secretRef?.name,
      namespace,
      path: `${at}.${source}.secretRef.name`,
      detail,
    }),
  ];
}

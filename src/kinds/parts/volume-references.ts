import type { Reference } from '#kinds/reference.ts';
import { mountedAt } from './mounted-at.ts';
import { accountOf, type PodSite, type PodSpec, type Volume } from './pod-template.ts';
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
  spec: PodSpec,
  site: PodSite,
): readonly Reference[] {
  const { namespace } = site;
  const { name, configMap, secret, persistentVolumeClaim, ephemeral, csi } = volume;
  const at = `${site.at}.volumes[name=${name}]`;
  const place = mountedAt(spec, name, configMap?.items ?? secret?.items);
  const storageClass = ephemeral?.volumeClaimTemplate?.spec?.storageClassName;
  const claim = 'ephemeral.volumeClaimTemplate.spec.storageClassName';
  return [
    ...refer('mounts', 'ConfigMap', {
      name: configMap?.name,
      namespace,
      path: `${at}.configMap.name`,
      optional: configMap?.optional,
      detail: place,
    }),
    ...refer('mounts', 'Secret', {
      name: secret?.secretName,
      namespace,
      path: `${at}.secret.secretName`,
      optional: secret?.optional,
      detail: place,
    }),
    ...refer('claims', 'PersistentVolumeClaim', {
      name: persistentVolumeClaim?.claimName,
      namespace,
      path: `${at}.persistentVolumeClaim.claimName`,
      detail: place,
    }),
    ...refer('class', 'StorageClass.storage.k8s.io', {
      name: storageClass,
      path: `${at}.${claim}`,
      detail: place,
    }),
    ...projectedReferences(volume, spec, { at, namespace }),
    ...refer('provisioner', 'CSIDriver.storage.k8s.io', {
      name: csi?.driver,
      path: `${at}.csi.driver`,
      detail: place,
    }),
    ...credentialReferences(volume, { at, namespace }),
    ...refer('calls', 'Endpoints', {
      name: volume.glusterfs?.endpoints,
      namespace,
      path: `${at}.glusterfs.endpoints`,
      detail: place,
    }),
  ];
}

function projectedReferences(
  { name, projected }: Volume,
  spec: PodSpec,
  { at, namespace }: PodSite,
): readonly Reference[] {
  return (projected?.sources ?? []).flatMap((source, index) => {
    const { configMap, secret, serviceAccountToken, clusterTrustBundle } = source;
    const path = `${at}.projected.sources[${index}]`;
    return [
      ...refer('mounts', 'ConfigMap', {
        ...configMap,
        name: configMap?.name,
        namespace,
        path: `${path}.configMap.name`,
        detail: mountedAt(spec, name, configMap?.items),
      }),
      ...refer('mounts', 'Secret', {
        ...secret,
        name: secret?.name,
        namespace,
        path: `${path}.secret.name`,
        detail: mountedAt(spec, name, secret?.items),
      }),
      ...refer('token', 'ServiceAccount', {
        name: serviceAccountToken === undefined ? undefined : accountOf(spec),
        namespace,
        path: `${path}.serviceAccountToken`,
        detail: mountedAt(spec, name, [{ path: serviceAccountToken?.path }]),
      }),
      ...refer('mounts', 'ClusterTrustBundle.certificates.k8s.io', {
        ...clusterTrustBundle,
        name: clusterTrustBundle?.name,
        path: `${path}.clusterTrustBundle.name`,
        detail: mountedAt(spec, name),
      }),
    ];
  });
}

function credentialReferences(volume: Volume, { at, namespace }: PodSite): readonly Reference[] {
  const detail = `volume ${volume.name}`;
  return [
    ...refer('credentials', 'Secret', {
      name: volume.csi?.nodePublishSecretRef?.name,
      namespace,
      path: `${at}.csi.nodePublishSecretRef.name`,
      detail,
    }),
    ...refer('credentials', 'Secret', {
      name: volume.azureFile?.secretName,
      namespace,
      path: `${at}.azureFile.secretName`,
      detail,
    }),
    ...withSecretRef.flatMap((source) =>
      refer('credentials', 'Secret', {
        name: volume[source]?.secretRef?.name,
        namespace,
        path: `${at}.${source}.secretRef.name`,
        detail,
      }),
    ),
  ];
}

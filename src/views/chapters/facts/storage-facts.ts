import type { Entry } from '#model/model.ts';
import { all, type Cluster } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { readPod, readStorageClass } from '#views/chapters/read.ts';
import { linkTo, spell, spellNumber } from '#views/chapters/wording.ts';
import { codeOf, type FactTable, type FactValue } from './fact.ts';

const defaultMarks = [
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
];

/** The StorageClasses of a cluster. */
export function storageClasses(cluster: Cluster): readonly Entry[] {
  return all(cluster, 'StorageClass.storage.k8s.io');
}

function defaultClass(cluster: Cluster): Entry | undefined {
  return storageClasses(cluster).find(({ object }) =>
    defaultMarks.some((mark) => object.metadata.annotations?.[mark] === 'true'),
  );
}

/** A claim that is bound to a volume, and that a pod uses: all links of the chain are there. */
export function exampleClaim(
  cluster: Cluster,
): { readonly claim: Entry; readonly volume: Entry; readonly pod: Entry } | undefined {
  const { model } = cluster;
  for (const claim of all(cluster, 'PersistentVolumeClaim')) {
    const volume = model
      .edgesFrom(claim.id)
      .map(({ to }) => model.get(to))
      .find((entry) => entry?.object.kind === 'PersistentVolume');
    const pod = model
      .edgesTo(claim.id)
      .map(({ from }) => model.get(from))
      .find((entry) => entry?.object.kind === 'Pod' && readPod(entry).spec?.nodeName !== undefined);
    if (volume !== undefined && pod !== undefined) return { claim, volume, pod };
  }
  return undefined;
}

function claims(cluster: Cluster): FactValue {
  if (capturedOf(cluster, 'persistentvolumeclaims') === 'not-captured') return '';
  const found = all(cluster, 'PersistentVolumeClaim');
  if (found.length === 0) return 'Nobody has claimed a volume.';
  const { context } = cluster.model;
  const open = found.filter(
    ({ kind, object }) => kind.health(object, context)?.state === 'warn',
  ).length;
  const exist = `${spell(found.length, 'claim')} ${found.length === 1 ? 'exists' : 'exist'}`;
  const sentence =
    open === 0
      ? exist
      : `${exist}, and ${spellNumber(open)} of them ${open === 1 ? 'waits' : 'wait'} for a volume`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** Classes, claims and drivers. */
export const storageFacts = {
  'storage.classes': (cluster) => {
    const { length } = storageClasses(cluster);
    return length === 0 ? undefined : spell(length, 'StorageClass', 'StorageClasses');
  },
  'storage.default-class': (cluster) => {
    const entry = defaultClass(cluster);
    return entry && linkTo(cluster, entry);
  },
  'storage.default-provisioner': (cluster) => {
    const entry = defaultClass(cluster);
    return entry && codeOf(readStorageClass(entry).provisioner);
  },
  'storage.claims': claims,
  'storage.none': (cluster) =>
    storageClasses(cluster).length === 0 &&
    capturedOf(cluster, 'storageclasses.storage.k8s.io') === 'complete',
  'storage.drivers': (cluster) => all(cluster, 'CSIDriver.storage.k8s.io').length > 0,
  'storage.example': (cluster) => exampleClaim(cluster) !== undefined,
  'docker-desktop.storage-image': (cluster) => {
    const [running] = cluster.component('storage-provisioner-docker-desktop');
    const [pod] = running?.pods ?? [];
    return pod && codeOf(readPod(pod).spec?.containers[0]?.image);
  },
} satisfies FactTable;

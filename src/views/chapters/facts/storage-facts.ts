import { part, quantities, readObject, text as textSchema } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import { all, type Cluster, type Running } from '#views/chapters/cluster.ts';
import { capturedOf } from '#views/chapters/coverage.ts';
import { code, enumerate, type Prose, text } from '#views/chapters/prose.ts';
import { readPod, readStorageClass } from '#views/chapters/read.ts';
import {
  kindOfRunning,
  linkTo,
  linkToRunning,
  spell,
  spellNumber,
} from '#views/chapters/wording.ts';
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

const Claim = part({
  spec: part({ storageClassName: textSchema, resources: part({ requests: quantities }) }),
  status: part({ phase: textSchema }),
});

type Example = NonNullable<ReturnType<typeof exampleClaim>>;

/** A fact of the claim that the chapter follows. */
function ofClaim(say: (example: Example, cluster: Cluster) => FactValue) {
  return (cluster: Cluster): FactValue => {
    const example = exampleClaim(cluster);
    return example && say(example, cluster);
  };
}

function linked({ model }: Cluster, from: Entry, kind: string): Entry | undefined {
  const ids = [
    ...model.edgesFrom(from.id).map(({ to }) => to),
    ...model.edgesTo(from.id).map(({ from: id }) => id),
  ];
  return ids.flatMap((id) => model.get(id) ?? []).find(({ object }) => object.kind === kind);
}

/** The class of the claim. */
export function classOf(cluster: Cluster, { claim, volume }: Example): Entry | undefined {
  return linked(cluster, claim, 'StorageClass') ?? linked(cluster, volume, 'StorageClass');
}

function waits(cluster: Cluster, example: Example): boolean | undefined {
  const entry = classOf(cluster, example);
  return entry && readStorageClass(entry).volumeBindingMode === 'WaitForFirstConsumer';
}

const reclaims: Readonly<Record<string, string>> = {
  Delete: 'the volume and the disk are deleted with it',
  Retain: 'the volume stays and must be cleared by hand',
  Recycle: 'the volume is emptied and offered again',
};

/** One claim from its author to its mount. */
const claimFacts = {
  'claim.name': ofClaim(({ claim }) => code(claim.object.metadata.name)),
  'claim.link': ofClaim(({ claim }, cluster) => linkTo(cluster, claim)),
  'claim.size': ofClaim(({ claim }) =>
    codeOf(readObject(Claim, claim.object).spec?.resources?.requests?.['storage']),
  ),
  'claim.class': ofClaim((example, cluster) => {
    const entry = classOf(cluster, example);
    return entry && linkTo(cluster, entry);
  }),
  'claim.waits': ofClaim((example, cluster) => waits(cluster, example) === true),
  'claim.waits-sentence': ofClaim((example, cluster) => {
    const isWaiting = waits(cluster, example);
    if (isWaiting === undefined) return undefined;
    return isWaiting
      ? 'Nothing happened yet: the class waits for a pod that uses the claim, so that the disk is made where the pod will run.'
      : 'The class does not wait for a pod: the volume was made at once.';
  }),
  'claim.provisioner': ofClaim((example, cluster) => {
    const entry = classOf(cluster, example);
    return entry && codeOf(readStorageClass(entry).provisioner);
  }),
  'claim.volume': ofClaim(({ volume }, cluster) => linkTo(cluster, volume)),
  'claim.volume-short': ofClaim(({ volume }) =>
    code(volume.object.metadata.name.replace(/^(.{12}).*$/, '$1…')),
  ),
  'claim.attached': ofClaim(({ volume }, cluster) =>
    linked(cluster, volume, 'VolumeAttachment') === undefined ? undefined : 'a VolumeAttachment',
  ),
  'claim.attachment': ofClaim(({ volume }, cluster) => {
    const entry = linked(cluster, volume, 'VolumeAttachment');
    return entry && [text('VolumeAttachment '), linkTo(cluster, entry)];
  }),
  'claim.node': ofClaim(({ pod }, cluster) => {
    const node = linked(cluster, pod, 'Node');
    return node && linkTo(cluster, node);
  }),
  'claim.pod': ofClaim(({ pod }, cluster) => linkTo(cluster, pod)),
  'claim.reclaim': ofClaim((example, cluster) => {
    const entry = classOf(cluster, example);
    return entry && reclaims[readStorageClass(entry).reclaimPolicy ?? ''];
  }),
} satisfies FactTable;

/** The first program that makes or mounts volumes. */
function provisioner(cluster: Cluster): Running | undefined {
  return cluster.model.namespaces
    .flatMap((namespace) => cluster.running(namespace))
    .find(({ match }) => match?.component.category === 'storage' && match.confidence === 'certain');
}

/** Claims that wait for a class that does not exist, as far as the snapshot proves it. */
function waiting(cluster: Cluster): FactValue {
  if (capturedOf(cluster, 'storageclasses.storage.k8s.io') !== 'complete') return undefined;
  const classes = new Set(storageClasses(cluster).map(({ object }) => object.metadata.name));
  const found = all(cluster, 'PersistentVolumeClaim').flatMap((claim): Prose[][] => {
    const { spec, status } = readObject(Claim, claim.object);
    const name = spec?.storageClassName ?? '';
    if (status?.phase !== 'Pending' || name === '' || classes.has(name)) return [];
    return [
      [linkTo(cluster, claim), text(' names class '), code(name), text(', which does not exist')],
    ];
  });
  return found.length === 0 ? undefined : enumerate(found.slice(0, 5));
}

/** Classes, claims and drivers. */
export const storageFacts = {
  ...claimFacts,
  'storage.seen': (cluster) =>
    ['storageclasses.storage.k8s.io', 'persistentvolumeclaims', 'persistentvolumes'].some(
      (name) => capturedOf(cluster, name) !== 'not-captured',
    ) || provisioner(cluster) !== undefined,
  'storage.provisioner': (cluster) => {
    const running = provisioner(cluster);
    return running && [text(`${kindOfRunning(running)} `), linkToRunning(cluster, running)];
  },
  'storage.waiting': waiting,
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

import { defineKind, type Health, type Read } from './kind.ts';
import { accessModes } from './parts/access-modes.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { nodeSelector, termLines, termReferences } from './parts/node-selector.ts';
import { refer } from './parts/refer.ts';
import { type Infer, intOrString, list, part, text } from './parts/schema.ts';
import { storageClassName, storageClassReference } from './parts/storage-class-name.ts';
import { sourceLines, sourceSecrets, volumeSources } from './parts/volume-source.ts';

const VolumeFields = part({
  spec: part({
    ...volumeSources,
    capacity: part({ storage: intOrString }),
    accessModes: list(text),
    persistentVolumeReclaimPolicy: text,
    claimRef: part({ namespace: text, name: text, uid: text }),
    storageClassName: text,
    volumeAttributesClassName: text,
    volumeMode: text,
    mountOptions: list(text),
    nodeAffinity: part({ required: nodeSelector }),
  }),
  status: part({ phase: text, reason: text, message: text, lastPhaseTransitionTime: text }),
});
type VolumeFields = Read<Infer<typeof VolumeFields>>;

export const persistentVolume = defineKind({
  group: '',
  kind: 'PersistentVolume',
  plural: 'persistentvolumes',
  shortNames: ['pv'],
  namespaced: false,
  category: 'storage',
  glyph: 'persistentvolume',
  role: 'A piece of storage the cluster knows: where the bytes are, how large it is, and which claim has it.',
  breaks:
    'Deletion waits until no claim has it. Then the way to the data is gone, and under reclaim policy Delete usually the data too.',
  schema: VolumeFields,
  columns: {
    Name: nameCell,
    Capacity: ({ spec }) => spec?.capacity?.storage ?? '',
    'Access Modes': ({ spec }) => accessModes(spec?.accessModes ?? []),
    'Reclaim Policy': ({ spec }) => spec?.persistentVolumeReclaimPolicy ?? '',
    Status: phaseOf,
    Claim: ({ spec }) =>
      spec?.claimRef === undefined ? '' : `${spec.claimRef.namespace}/${spec.claimRef.name}`,
    StorageClass: storageClassName,
    VolumeAttributesClass: ({ spec }) => spec?.volumeAttributesClassName ?? '<unset>',
    Reason: ({ status }) => status?.reason ?? '',
    Age: ageCell,
  },
  observed: ['Status'],
  wide: { VolumeMode: ({ spec }) => spec?.volumeMode ?? '<unset>' },
  facts: {
    'Kept on': ({ spec }) => sourceLines(spec),
    'When its claim goes': ({ spec }) => reclaim[spec?.persistentVolumeReclaimPolicy ?? ''],
    'Usable on nodes with': ({ spec }) => termLines(spec?.nodeAffinity?.required),
    'Mount options': ({ spec }) => spec?.mountOptions,
    'Volume mode': ({ spec }) => spec?.volumeMode,
    'In this phase since': ({ status }) => status?.lastPhaseTransitionTime,
    Message: ({ status }) => status?.message,
  },
  health: healthOf,
  references: ({ metadata, spec, status }) => [
    ...refer('bound', 'PersistentVolumeClaim', {
      name: spec?.claimRef?.name,
      namespace: spec?.claimRef?.namespace,
      path: 'spec.claimRef.name',
      // A released volume remembers the claim it was given back by.
      optional: status?.phase === 'Released',
    }),
    ...storageClassReference({ metadata, spec }),
    ...refer('class', 'VolumeAttributesClass.storage.k8s.io', {
      name: spec?.volumeAttributesClassName,
      path: 'spec.volumeAttributesClassName',
    }),
    ...refer('provisioner', 'CSIDriver.storage.k8s.io', {
      name: typeof spec?.csi?.['driver'] === 'string' ? spec.csi['driver'] : undefined,
      path: 'spec.csi.driver',
    }),
    ...sourceSecrets(spec, spec?.claimRef?.namespace),
    ...(spec?.nodeAffinity?.required?.nodeSelectorTerms ?? []).flatMap((term, index) =>
      termReferences('reach', term, {
        path: `spec.nodeAffinity.required.nodeSelectorTerms[${index}]`,
      }),
    ),
  ],
});

const reclaim: Readonly<Record<string, string>> = {
  Delete: 'the volume and its data are deleted',
  Retain: 'the volume and its data stay, for someone to clean up',
  Recycle: 'its files are deleted and the volume is offered again',
};

function phaseOf({ metadata, status }: VolumeFields): string {
  return metadata.deletionTimestamp === undefined ? (status?.phase ?? '') : 'Terminating';
}

function healthOf(volume: VolumeFields): Health | undefined {
  const word = phaseOf(volume);
  if (word === '') return undefined;
  if (word === 'Failed') return { state: 'bad', word };
  return { state: word === 'Bound' || word === 'Available' ? 'ok' : 'warn', word };
}

import type { ObjectMeta } from '#snapshot/kube-object.ts';
import { defineKind } from './kind.ts';
import { ageCell } from './parts/columns.ts';
import { mapLines } from './parts/map-lines.ts';
import { refer } from './parts/refer.ts';
import { flag, list, part, strings, text } from './parts/schema.ts';
import { secretParameters } from './parts/secret-parameters.ts';

export const storageClass = defineKind({
  group: 'storage.k8s.io',
  kind: 'StorageClass',
  plural: 'storageclasses',
  shortNames: ['sc'],
  namespaced: false,
  category: 'storage',
  glyph: 'storageclass',
  role: 'A recipe for volumes: which provisioner makes them when a claim asks, and with which settings.',
  breaks:
    'New claims of this class get no volume and none can grow; volumes that were made with it stay as they are.',
  schema: part({
    provisioner: text,
    reclaimPolicy: text,
    volumeBindingMode: text,
    allowVolumeExpansion: flag,
    parameters: strings,
    mountOptions: list(text),
    allowedTopologies: list(
      part({ matchLabelExpressions: list(part({ key: text, values: list(text) })) }),
    ),
  }),
  columns: {
    Name: ({ metadata }) => `${metadata.name}${isDefault(metadata) ? ' (default)' : ''}`,
    Provisioner: ({ provisioner }) => provisioner ?? '',
    ReclaimPolicy: ({ reclaimPolicy }) => reclaimPolicy ?? 'Delete',
    VolumeBindingMode: ({ volumeBindingMode }) => volumeBindingMode ?? 'Immediate',
    AllowVolumeExpansion: ({ allowVolumeExpansion }) => String(allowVolumeExpansion ?? false),
    Age: ageCell,
  },
  facts: {
    Default: ({ metadata }) =>
      isDefault(metadata) ? 'claims that name no class get this one' : undefined,
    Parameters: ({ parameters }) => mapLines(parameters),
    'Mount options': ({ mountOptions }) => mountOptions,
    'Volumes are made': ({ volumeBindingMode }) =>
      volumeBindingMode === 'WaitForFirstConsumer'
        ? 'when the first pod that uses the claim is scheduled'
        : 'as soon as the claim exists',
    'Only in': ({ allowedTopologies }) =>
      allowedTopologies.flatMap(({ matchLabelExpressions }) =>
        matchLabelExpressions.map(({ key, values }) => `${key} in (${values.join(',')})`),
      ),
  },
  references: ({ provisioner, parameters }) => [
    ...refer('provisioner', 'CSIDriver.storage.k8s.io', {
      name: provisioner,
      path: 'provisioner',
      // Provisioners built into Kubernetes, and external ones that are no CSI driver, have no object.
      optional: true,
    }),
    ...secretParameters(parameters),
  ],
});

/** The annotation that makes a class the default, and how it was written before 1.6. */
const defaultAnnotations = [
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
];

function isDefault({ annotations }: ObjectMeta): boolean {
  return defaultAnnotations.some((key) => annotations?.[key] === 'true');
}

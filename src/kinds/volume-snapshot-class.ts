import type { ObjectMeta } from '#snapshot/kube-object.ts';
import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { mapLines } from './parts/map-lines.ts';
import { refer } from './parts/refer.ts';
import { part, strings, text } from './parts/schema.ts';
import { secretParameters } from './parts/secret-parameters.ts';

export const volumeSnapshotClass = defineKind({
  group: 'snapshot.storage.k8s.io',
  kind: 'VolumeSnapshotClass',
  plural: 'volumesnapshotclasses',
  shortNames: ['vsclass', 'vsclasses'],
  namespaced: false,
  category: 'storage',
  glyph: 'storageclass',
  role: 'A recipe for snapshots of volumes: which driver takes them and what becomes of them.',
  breaks: 'New snapshots of this class are not taken; those that were taken stay.',
  schema: part({ driver: text, deletionPolicy: text, parameters: strings }),
  columns: {
    Name: nameCell,
    Driver: ({ driver }) => driver ?? '',
    DeletionPolicy: ({ deletionPolicy }) => deletionPolicy ?? '',
    Age: ageCell,
  },
  facts: {
    Default: ({ metadata }) =>
      isDefault(metadata) ? 'snapshots that name no class get this one' : undefined,
    Parameters: ({ parameters }) => mapLines(parameters),
  },
  references: ({ driver, parameters }) => [
    ...refer('provisioner', 'CSIDriver.storage.k8s.io', {
      name: driver,
      path: 'driver',
      optional: true,
    }),
    ...secretParameters(parameters),
  ],
});

function isDefault({ annotations }: ObjectMeta): boolean {
  return annotations?.['snapshot.storage.kubernetes.io/is-default-class'] === 'true';
}

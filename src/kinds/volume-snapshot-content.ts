import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { refer } from './parts/refer.ts';
import { intOrString, part, text } from './parts/schema.ts';
import { snapshotHealth, snapshotStatus } from './parts/volume-snapshot.ts';

export const volumeSnapshotContent = defineKind({
  group: 'snapshot.storage.k8s.io',
  kind: 'VolumeSnapshotContent',
  plural: 'volumesnapshotcontents',
  shortNames: ['vsc', 'vscs'],
  namespaced: false,
  category: 'storage',
  glyph: 'persistentvolume',
  role: 'A snapshot in the storage itself: which driver keeps it, how large it is, and which VolumeSnapshot has it.',
  breaks:
    'Under deletion policy Delete the kept data goes; under Retain nobody in the cluster knows of it any more.',
  schema: part({
    spec: part({
      deletionPolicy: text,
      driver: text,
      volumeSnapshotClassName: text,
      volumeSnapshotRef: part({ namespace: text, name: text, uid: text }),
      source: part({ volumeHandle: text, snapshotHandle: text }),
    }),
    status: part({ ...snapshotStatus, restoreSize: intOrString, snapshotHandle: text }),
  }),
  columns: {
    Name: nameCell,
    ReadyToUse: ({ status }) => status?.readyToUse?.toString() ?? '',
    RestoreSize: ({ status }) => status?.restoreSize ?? '',
    DeletionPolicy: ({ spec }) => spec?.deletionPolicy ?? '',
    Driver: ({ spec }) => spec?.driver ?? '',
    VolumeSnapshotClass: ({ spec }) => spec?.volumeSnapshotClassName ?? '',
    VolumeSnapshot: ({ spec }) => spec?.volumeSnapshotRef?.name ?? '',
    VolumeSnapshotNamespace: ({ spec }) => spec?.volumeSnapshotRef?.namespace ?? '',
    Age: ageCell,
  },
  facts: {
    'Kept by the storage as': ({ status, spec }) =>
      status?.snapshotHandle ?? spec?.source?.snapshotHandle,
    'Taken of': ({ spec }) => spec?.source?.volumeHandle,
    Error: ({ status }) => status?.error?.message,
  },
  health: ({ status }) => snapshotHealth(status),
  references: ({ spec }) => [
    ...refer('bound', 'VolumeSnapshot.snapshot.storage.k8s.io', {
      name: spec?.volumeSnapshotRef?.name,
      namespace: spec?.volumeSnapshotRef?.namespace,
      path: 'spec.volumeSnapshotRef.name',
      // Under deletion policy Retain the content stays when its snapshot goes.
      optional: spec?.deletionPolicy === 'Retain',
    }),
    ...refer('class', 'VolumeSnapshotClass.snapshot.storage.k8s.io', {
      name: spec?.volumeSnapshotClassName,
      path: 'spec.volumeSnapshotClassName',
      optional: true,
    }),
    ...refer('provisioner', 'CSIDriver.storage.k8s.io', {
      name: spec?.driver,
      path: 'spec.driver',
      optional: true,
    }),
  ],
});

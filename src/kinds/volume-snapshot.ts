import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { age } from './parts/duration.ts';
import { refer } from './parts/refer.ts';
import { part, text } from './parts/schema.ts';
import { snapshotHealth, snapshotStatus } from './parts/volume-snapshot.ts';

export const volumeSnapshot = defineKind({
  group: 'snapshot.storage.k8s.io',
  kind: 'VolumeSnapshot',
  plural: 'volumesnapshots',
  shortNames: ['vs'],
  namespaced: true,
  category: 'storage',
  glyph: 'persistentvolumeclaim',
  role: 'A request to keep a volume as it is at one moment, and the name by which new claims start from it.',
  breaks:
    'No new volume can start from it; whether the kept data goes too is for its deletion policy to say.',
  schema: part({
    spec: part({
      source: part({ persistentVolumeClaimName: text, volumeSnapshotContentName: text }),
      volumeSnapshotClassName: text,
    }),
    status: part({ ...snapshotStatus, boundVolumeSnapshotContentName: text, creationTime: text }),
  }),
  columns: {
    Name: nameCell,
    ReadyToUse: ({ status }) => status?.readyToUse?.toString() ?? '',
    SourcePVC: ({ spec }) => spec?.source?.persistentVolumeClaimName ?? '',
    SourceSnapshotContent: ({ spec }) => spec?.source?.volumeSnapshotContentName ?? '',
    RestoreSize: ({ status }) => status?.restoreSize ?? '',
    SnapshotClass: ({ spec }) => spec?.volumeSnapshotClassName ?? '',
    SnapshotContent: ({ status }) => status?.boundVolumeSnapshotContentName ?? '',
    CreationTime: ({ status }, { now }) =>
      status?.creationTime ? age(status.creationTime, now) : '',
    Age: ageCell,
  },
  facts: { Error: ({ status }) => status?.error?.message },
  health: ({ status }) => snapshotHealth(status),
  references: ({ metadata: { namespace }, spec, status }) => [
    ...refer('source', 'PersistentVolumeClaim', {
      name: spec?.source?.persistentVolumeClaimName,
      namespace,
      path: 'spec.source.persistentVolumeClaimName',
      // What was kept outlives the claim.
      optional: true,
    }),
    ...refer('bound', 'VolumeSnapshotContent.snapshot.storage.k8s.io', {
      name: spec?.source?.volumeSnapshotContentName,
      path: 'spec.source.volumeSnapshotContentName',
    }),
    ...refer('class', 'VolumeSnapshotClass.snapshot.storage.k8s.io', {
      name: spec?.volumeSnapshotClassName,
      path: 'spec.volumeSnapshotClassName',
      // Once the snapshot is taken nobody asks for its class.
      optional: status?.readyToUse === true,
    }),
    ...refer('bound', 'VolumeSnapshotContent.snapshot.storage.k8s.io', {
      name: status?.boundVolumeSnapshotContentName,
      path: 'status.boundVolumeSnapshotContentName',
    }),
  ],
});

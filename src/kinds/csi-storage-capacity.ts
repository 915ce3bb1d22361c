import { defineKind } from './kind.ts';
import { nameCell } from './parts/columns.ts';
import { createdCell } from './parts/created-cell.ts';
import { formatSelector, labelSelector } from './parts/label-selector.ts';
import { refer } from './parts/refer.ts';
import { intOrString, part, text } from './parts/schema.ts';

export const csiStorageCapacity = defineKind({
  group: 'storage.k8s.io',
  kind: 'CSIStorageCapacity',
  plural: 'csistoragecapacities',
  namespaced: true,
  category: 'storage',
  glyph: 'csidriver',
  role: 'The space a storage driver has left for one class on one part of the cluster.',
  breaks: 'The scheduler takes that part for full until the driver reports it again.',
  schema: part({
    storageClassName: text,
    capacity: intOrString,
    maximumVolumeSize: intOrString,
    nodeTopology: labelSelector,
  }),
  columns: { Name: nameCell, 'Created At': createdCell },
  facts: {
    Free: ({ capacity }) => capacity,
    'Largest volume': ({ maximumVolumeSize }) => maximumVolumeSize,
    'On nodes with': ({ nodeTopology }) => formatSelector(nodeTopology),
  },
  references: ({ storageClassName }) =>
    refer('about', 'StorageClass.storage.k8s.io', {
      name: storageClassName,
      path: 'storageClassName',
    }),
});

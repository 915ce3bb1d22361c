import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { mapLines } from './parts/map-lines.ts';
import { refer } from './parts/refer.ts';
import { part, strings, text } from './parts/schema.ts';

export const volumeAttributesClass = defineKind({
  group: 'storage.k8s.io',
  kind: 'VolumeAttributesClass',
  plural: 'volumeattributesclasses',
  shortNames: ['vac'],
  namespaced: false,
  category: 'storage',
  glyph: 'storageclass',
  role: 'Settings of a volume that can be changed while it is in use, such as its throughput.',
  breaks: 'Claims can no longer switch to it; volumes that have its settings keep them.',
  schema: part({ driverName: text, parameters: strings }),
  columns: {
    Name: nameCell,
    DriverName: ({ driverName }) => driverName ?? '',
    Age: ageCell,
  },
  facts: { Parameters: ({ parameters }) => mapLines(parameters) },
  references: ({ driverName }) =>
    refer('provisioner', 'CSIDriver.storage.k8s.io', {
      name: driverName,
      path: 'driverName',
      optional: true,
    }),
});

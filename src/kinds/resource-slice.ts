import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { refer } from './parts/refer.ts';
import { flag, list, part, text } from './parts/schema.ts';

export const resourceSlice = defineKind({
  group: 'resource.k8s.io',
  kind: 'ResourceSlice',
  plural: 'resourceslices',
  namespaced: false,
  category: 'machine',
  glyph: 'csidriver',
  role: 'Devices that a driver offers, most often those of one node.',
  breaks:
    'The scheduler no longer gives out these devices until the driver writes the slice again.',
  schema: part({
    spec: part({
      nodeName: text,
      allNodes: flag,
      driver: text,
      pool: part({ name: text }),
      devices: list(part({ name: text })),
    }),
  }),
  columns: {
    Name: nameCell,
    Node: ({ spec }) => spec?.nodeName ?? '',
    Driver: ({ spec }) => spec?.driver ?? '',
    Pool: ({ spec }) => spec?.pool?.name ?? '',
    Age: ageCell,
  },
  facts: {
    Devices: ({ spec }) => spec?.devices.map(({ name = '' }) => name),
    'Reachable from': ({ spec }) => (spec?.allNodes === true ? 'every node' : spec?.nodeName),
  },
  references: ({ spec }) =>
    refer('about', 'Node', { name: spec?.nodeName, path: 'spec.nodeName', detail: 'its devices' }),
});

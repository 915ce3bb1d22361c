import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { refer } from './parts/refer.ts';
import { list, number, part, text } from './parts/schema.ts';

export const csiNode = defineKind({
  group: 'storage.k8s.io',
  kind: 'CSINode',
  plural: 'csinodes',
  namespaced: false,
  category: 'storage',
  glyph: 'csidriver',
  role: 'The storage drivers installed on one node, and how many volumes each can attach there.',
  breaks:
    'The scheduler no longer knows which drivers the node has; the kubelet writes it anew when a driver registers.',
  schema: part({
    spec: part({
      drivers: list(
        part({
          name: text,
          nodeID: text,
          topologyKeys: list(text),
          allocatable: part({ count: number }),
        }),
      ),
    }),
  }),
  columns: {
    Name: nameCell,
    Drivers: ({ spec }) => String(spec?.drivers.length ?? 0),
    Age: ageCell,
  },
  facts: {
    Drivers: ({ spec }) =>
      spec?.drivers.map(({ name = '', nodeID = '' }) => `${name} knows this node as ${nodeID}`),
    'Volumes at most': ({ spec }) =>
      spec?.drivers.flatMap(({ name = '', allocatable }) =>
        allocatable?.count === undefined ? [] : [`${name} ${allocatable.count}`],
      ),
    'Topology keys': ({ spec }) => [
      ...new Set(spec?.drivers.flatMap(({ topologyKeys }) => topologyKeys)),
    ],
  },
  references: ({ metadata, spec }) => [
    // A CSINode has its Node's name and no field for it: the equal name is the link.
    ...refer('about', 'Node', { name: metadata.name, path: 'metadata.name' }),
    ...(spec?.drivers ?? []).flatMap(({ name }) =>
      refer('provisioner', 'CSIDriver.storage.k8s.io', {
        name,
        path: `spec.drivers[name=${name}].name`,
        // A driver works without registering a CSIDriver object.
        optional: true,
      }),
    ),
  ],
});

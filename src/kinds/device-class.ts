import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { list, part, text } from './parts/schema.ts';

export const deviceClass = defineKind({
  group: 'resource.k8s.io',
  kind: 'DeviceClass',
  plural: 'deviceclasses',
  namespaced: false,
  category: 'machine',
  glyph: 'storageclass',
  role: 'A kind of device that claims can ask for, described by what such a device must be.',
  breaks: 'New claims that ask for it get no device; devices that were given out stay so.',
  schema: part({
    spec: part({
      selectors: list(part({ cel: part({ expression: text }) })),
      config: list(part({ opaque: part({ driver: text }) })),
    }),
  }),
  columns: { Name: nameCell, Age: ageCell },
  facts: {
    'A device must satisfy': ({ spec }) =>
      spec?.selectors.flatMap(({ cel }) => (cel?.expression ? [cel.expression] : [])),
    'Settings for drivers': ({ spec }) =>
      spec?.config.flatMap(({ opaque }) => (opaque?.driver ? [opaque.driver] : [])),
  },
});

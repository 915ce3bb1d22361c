import { defineKind } from './kind.ts';
import { ageCell, nameCell } from './parts/columns.ts';
import { conditionLine, conditions } from './parts/condition.ts';
import { age } from './parts/duration.ts';
import { refer } from './parts/refer.ts';
import { part, text } from './parts/schema.ts';

export const deviceTaintRule = defineKind({
  group: 'resource.k8s.io',
  kind: 'DeviceTaintRule',
  plural: 'devicetaintrules',
  namespaced: false,
  category: 'machine',
  glyph: 'csidriver',
  role: 'Keeps pods away from devices that match, because they are broken or being serviced.',
  breaks: 'Pods get the devices again that it kept them from.',
  schema: part({
    spec: part({
      deviceSelector: part({ deviceClassName: text, driver: text, pool: text, device: text }),
      taint: part({ key: text, value: text, effect: text, timeAdded: text }),
    }),
    status: part({ conditions }),
  }),
  columns: {
    Name: nameCell,
    Key: ({ spec }) => spec?.taint?.key ?? '',
    Value: ({ spec }) => spec?.taint?.value ?? '',
    Effect: ({ spec }) => spec?.taint?.effect ?? '',
    TimeAdded: ({ spec }, { now }) =>
      spec?.taint?.timeAdded ? age(spec.taint.timeAdded, now) : '',
    Age: ageCell,
  },
  facts: {
    Devices: ({ spec: { deviceSelector: { driver, pool, device } = {} } = {} }) =>
      [driver, pool, device].filter(Boolean).join('/') || 'every device',
    Conditions: ({ status }) => status?.conditions.map(conditionLine),
  },
  references: ({ spec }) =>
    // Only resource.k8s.io/v1alpha3 chose devices by class.
    refer('about', 'DeviceClass.resource.k8s.io', {
      name: spec?.deviceSelector?.deviceClassName,
      path: 'spec.deviceSelector.deviceClassName',
      optional: true,
    }),
});

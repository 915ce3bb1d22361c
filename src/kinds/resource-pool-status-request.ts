import { defineKind } from './kind.ts';
import { nameCell } from './parts/columns.ts';
import { conditionLine, conditions } from './parts/condition.ts';
import { createdCell } from './parts/created-cell.ts';
import { refer } from './parts/refer.ts';
import { list, number, part, text } from './parts/schema.ts';

export const resourcePoolStatusRequest = defineKind({
  group: 'resource.k8s.io',
  kind: 'ResourcePoolStatusRequest',
  plural: 'resourcepoolstatusrequests',
  namespaced: false,
  category: 'machine',
  glyph: 'csidriver',
  role: 'A question how many devices of a driver are free, and the answer.',
  breaks: 'Only the answer; devices and claims are not touched.',
  schema: part({
    spec: part({ driver: text, poolName: text, limit: number }),
    status: part({
      conditions,
      pools: list(
        part({
          driver: text,
          poolName: text,
          nodeName: text,
          totalDevices: number,
          availableDevices: number,
          allocatedDevices: number,
        }),
      ),
    }),
  }),
  columns: { Name: nameCell, 'Created At': createdCell },
  facts: {
    'Asks about': ({ spec }) => [spec?.driver, spec?.poolName].filter(Boolean).join('/'),
    Pools: ({ status }) =>
      status?.pools.map(
        ({ poolName = '', availableDevices = 0, totalDevices = 0 }) =>
          `${poolName}: ${availableDevices} of ${totalDevices} free`,
      ),
    Conditions: ({ status }) => status?.conditions.map(conditionLine),
  },
  references: ({ status }) =>
    (status?.pools ?? []).flatMap(({ nodeName, poolName }) =>
      refer('about', 'Node', {
        name: nodeName,
        path: `status.pools[poolName=${poolName}].nodeName`,
        detail: `pool ${poolName}`,
        optional: true,
      }),
    ),
});

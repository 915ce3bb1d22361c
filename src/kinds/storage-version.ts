import { defineKind } from './kind.ts';
import { ageCell, firstFew, nameCell } from './parts/columns.ts';
import { conditionLine, conditions } from './parts/condition.ts';
import { list, part, text } from './parts/schema.ts';

export const storageVersion = defineKind({
  group: 'internal.apiserver.k8s.io',
  kind: 'StorageVersion',
  plural: 'storageversions',
  namespaced: false,
  category: 'extension',
  glyph: 'apiserver',
  role: 'In which version each API server writes the objects of one resource into etcd.',
  breaks: 'Nothing that runs; each API server writes its part again when it starts.',
  schema: part({
    status: part({
      commonEncodingVersion: text,
      storageVersions: list(
        part({ apiServerID: text, encodingVersion: text, decodableVersions: list(text) }),
      ),
      conditions,
    }),
  }),
  columns: {
    Name: nameCell,
    CommonEncodingVersion: ({ status }) => status?.commonEncodingVersion ?? '<unset>',
    StorageVersions: ({ status }) =>
      firstFew(
        (status?.storageVersions ?? []).map(
          ({ apiServerID = '', encodingVersion = '' }) => `${apiServerID}=${encodingVersion}`,
        ),
        3,
      ) || '<unset>',
    Age: ageCell,
  },
  facts: {
    'Can read': ({ status }) =>
      status?.storageVersions.map(
        ({ apiServerID = '', decodableVersions }) =>
          `${apiServerID}: ${decodableVersions.join(', ')}`,
      ),
    Conditions: ({ status }) => status?.conditions.map(conditionLine),
  },
});

import { defineKind } from './kind.ts';
import { nameCell } from './parts/columns.ts';
import { conditionLine, conditions, findCondition } from './parts/condition.ts';
import { part, text } from './parts/schema.ts';

export const storageVersionMigration = defineKind({
  group: 'storagemigration.k8s.io',
  kind: 'StorageVersionMigration',
  plural: 'storageversionmigrations',
  namespaced: false,
  category: 'extension',
  glyph: 'apiserver',
  role: 'The order to write all objects of one resource anew, so that etcd holds them in the current version.',
  breaks: 'Objects that were not written anew stay as they are, readable as before.',
  schema: part({
    spec: part({ resource: part({ group: text, version: text, resource: text }) }),
    status: part({ conditions }),
  }),
  columns: {
    Name: nameCell,
    Resource: ({ spec: { resource: { resource, version, group } = {} } = {} }) =>
      // The version is of storagemigration.k8s.io/v1alpha1; later ones know the group only.
      [resource, version, group].filter(Boolean).join('.'),
  },
  facts: { Conditions: ({ status }) => status?.conditions.map(conditionLine) },
  health: ({ status }) => {
    const is = (type: string) => findCondition(status?.conditions, type)?.status === 'True';
    if (is('Failed')) return { state: 'bad', word: 'Failed' };
    if (is('Succeeded')) return { state: 'done', word: 'Succeeded' };
    return is('Running') ? { state: 'ok', word: 'Running' } : undefined;
  },
});

import { z } from 'zod';
import { groupOf } from '#snapshot/kube-object.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind } from './kind.ts';
import { ageCell, count, nameCell } from './parts/columns.ts';
import { number } from './parts/schema.ts';

export const controllerRevision = defineKind({
  group: 'apps',
  kind: 'ControllerRevision',
  plural: 'controllerrevisions',
  namespaced: true,
  category: 'workload',
  glyph: 'replicaset',
  role: 'One past or present template of a DaemonSet or StatefulSet, kept for rollbacks.',
  breaks: 'The workload runs on, but can no longer be rolled back to that revision.',
  folded: true,
  schema: z.object({ revision: number }),
  columns: {
    Name: nameCell,
    Controller: ({ metadata }) => {
      const owner = metadata.ownerReferences?.find(({ controller }) => controller === true);
      if (owner === undefined) return '<none>';
      const key = groupKindKey({ group: groupOf(owner.apiVersion), kind: owner.kind });
      return `${key.toLowerCase()}/${owner.name}`;
    },
    Revision: ({ revision }) => count(revision),
    Age: ageCell,
  },
});

import { groupOf } from '#snapshot/kube-object.ts';
import { groupKindKey } from '#snapshot/object-id.ts';
import { defineKind } from './kind.ts';
import { ageCell, count, nameCell } from './parts/columns.ts';
import { podFacts } from './parts/pod-facts.ts';
import { PodTemplate } from './parts/pod-template.ts';
import { type Infer, number, part } from './parts/schema.ts';

// The part of the workload's spec that makes a revision: its pod template.
const schema = part({
  revision: number,
  data: part({ spec: part({ template: PodTemplate }) }),
});
type Shape = Infer<typeof schema>;

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
  schema,
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
  facts: podFacts<Shape>(({ data }) => data?.spec?.template?.spec),
});

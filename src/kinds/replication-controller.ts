import { defineKind } from './kind.ts';
import { ageCell, containersCell, count, imagesCell, nameCell } from './parts/columns.ts';
import { formatLabels } from './parts/label-selector.ts';
import { templateFacts } from './parts/pod-facts.ts';
import { templateReferences } from './parts/pod-references.ts';
import { PodTemplate, WorkloadLinks } from './parts/pod-template.ts';
import { readyHealth } from './parts/replicas.ts';
import { number, numberOr, part, strings } from './parts/schema.ts';

export const replicationController = defineKind({
  group: '',
  kind: 'ReplicationController',
  plural: 'replicationcontrollers',
  shortNames: ['rc'],
  namespaced: true,
  category: 'workload',
  glyph: 'replicaset',
  role: 'Keeps a number of pods of one template; the older form of a ReplicaSet, without rollouts.',
  breaks: 'Its pods go with it, and nothing starts them again.',
  inAll: true,
  schema: part({
    spec: part({
      replicas: numberOr(1),
      // A plain map here: set expressions came with the ReplicaSet.
      selector: strings,
      template: PodTemplate,
    }),
    status: part({ replicas: number, readyReplicas: number, availableReplicas: number }),
  }),
  columns: {
    Name: nameCell,
    Desired: ({ spec }) => count(spec?.replicas),
    Current: ({ status }) => count(status?.replicas),
    Ready: ({ status }) => count(status?.readyReplicas),
    Age: ageCell,
  },
  observed: ['Current', 'Ready'],
  wide: {
    Containers: ({ spec }) => containersCell({ spec: { template: spec?.template } }),
    Images: ({ spec }) => imagesCell({ spec: { template: spec?.template } }),
    Selector: ({ spec }) => formatLabels(spec?.selector),
  },
  facts: {
    Available: ({ status }) => count(status?.availableReplicas),
    Selector: ({ spec }) => spec?.selector && formatLabels(spec.selector),
    ...templateFacts,
  },
  health: ({ spec, status }) => readyHealth(status?.readyReplicas, spec?.replicas),
  links: WorkloadLinks,
  references: ({ metadata: { namespace }, spec }) =>
    templateReferences(spec?.template, { at: 'spec.template', namespace }),
});

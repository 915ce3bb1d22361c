import { defineKind } from './kind.ts';
import {
  ageCell,
  containersCell,
  count,
  imagesCell,
  nameCell,
  selectorCell,
} from './parts/columns.ts';
import { formatSelector, labelSelector } from './parts/label-selector.ts';
import { templateFacts } from './parts/pod-facts.ts';
import { templateReferences } from './parts/pod-references.ts';
import { PodTemplate, WorkloadLinks } from './parts/pod-template.ts';
import { readyHealth } from './parts/replicas.ts';
import { number, numberOr, part } from './parts/schema.ts';

export const replicaSet = defineKind({
  group: 'apps',
  kind: 'ReplicaSet',
  plural: 'replicasets',
  shortNames: ['rs'],
  namespaced: true,
  category: 'workload',
  glyph: 'replicaset',
  role: 'Keeps a number of pods of one template; a Deployment makes a new one for each revision.',
  breaks:
    'Its pods go with it; when it belongs to a Deployment, a current one is made again and an old one can no longer be rolled back to.',
  inAll: true,
  folded: true,
  schema: part({
    spec: part({
      replicas: numberOr(1),
      selector: labelSelector,
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
  wide: { Containers: containersCell, Images: imagesCell, Selector: selectorCell },
  facts: {
    Revision: ({ metadata }) => metadata.annotations?.['deployment.kubernetes.io/revision'],
    Available: ({ status }) => count(status?.availableReplicas),
    Selector: ({ spec }) => formatSelector(spec?.selector),
    ...templateFacts,
  },
  health: ({ spec, status }) => readyHealth(status?.readyReplicas, spec?.replicas),
  links: WorkloadLinks,
  references: ({ metadata: { namespace, ownerReferences = [] }, spec }) =>
    templateReferences(
      spec?.template,
      { at: 'spec.template', namespace },
      { isCopy: ownerReferences.length > 0 },
    ),
});

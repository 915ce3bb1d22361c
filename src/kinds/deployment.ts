import { defineKind, type Health, type Read } from './kind.ts';
import {
  ageCell,
  containersCell,
  count,
  imagesCell,
  nameCell,
  selectorCell,
} from './parts/columns.ts';
import { conditions, findCondition } from './parts/condition.ts';
import { inSeconds } from './parts/duration.ts';
import { formatSelector, labelSelector } from './parts/label-selector.ts';
import { templateFacts } from './parts/pod-facts.ts';
import { templateReferences } from './parts/pod-references.ts';
import { PodTemplate, WorkloadLinks } from './parts/pod-template.ts';
import { readyHealth, strategyLine } from './parts/replicas.ts';
import { flag, type Infer, intOrString, number, numberOr, part, text } from './parts/schema.ts';

const schema = part({
  spec: part({
    // The API server writes 1 where a manifest says nothing.
    replicas: numberOr(1),
    selector: labelSelector,
    template: PodTemplate,
    strategy: part({
      type: text,
      rollingUpdate: part({ maxUnavailable: intOrString, maxSurge: intOrString }),
    }),
    revisionHistoryLimit: number,
    progressDeadlineSeconds: number,
    paused: flag,
  }),
  status: part({
    updatedReplicas: number,
    readyReplicas: number,
    availableReplicas: number,
    conditions,
  }),
});

export const deployment = defineKind({
  group: 'apps',
  kind: 'Deployment',
  plural: 'deployments',
  shortNames: ['deploy'],
  namespaced: true,
  category: 'workload',
  glyph: 'deployment',
  role: 'Keeps a number of interchangeable pods running and replaces them step by step when their template changes.',
  breaks:
    'Its ReplicaSets and pods go with it, so whoever calls the program gets no answer until it is applied again.',
  inAll: true,
  schema,
  columns: {
    Name: nameCell,
    Ready: ({ spec, status }) => `${count(status?.readyReplicas)}/${count(spec?.replicas)}`,
    'Up-to-date': ({ status }) => count(status?.updatedReplicas),
    Available: ({ status }) => count(status?.availableReplicas),
    Age: ageCell,
  },
  observed: ['Ready', 'Up-to-date', 'Available'],
  wide: { Containers: containersCell, Images: imagesCell, Selector: selectorCell },
  facts: {
    Strategy: ({ spec }) =>
      strategyLine(spec?.strategy?.type, {
        'max unavailable': spec?.strategy?.rollingUpdate?.maxUnavailable,
        'max surge': spec?.strategy?.rollingUpdate?.maxSurge,
      }),
    Selector: ({ spec }) => formatSelector(spec?.selector),
    Revision: ({ metadata }) => metadata.annotations?.['deployment.kubernetes.io/revision'],
    'Revision history limit': ({ spec }) => spec?.revisionHistoryLimit?.toString(),
    'Progress deadline': ({ spec }) => inSeconds(spec?.progressDeadlineSeconds),
    Paused: ({ spec }) => (spec?.paused === true ? 'yes, changes do not roll out' : undefined),
    ...templateFacts,
  },
  health,
  links: WorkloadLinks,
  references: ({ metadata: { namespace }, spec }) =>
    templateReferences(spec?.template, { at: 'spec.template', namespace }),
});

function health({ spec, status }: Read<Infer<typeof schema>>): Health {
  const ready = readyHealth(status?.readyReplicas, spec?.replicas);
  // The old pods may all be ready while the new ones never become so.
  const progress = findCondition(status?.conditions, 'Progressing');
  const isStuck = ready.state === 'ok' && progress?.status === 'False';
  return isStuck ? { state: 'warn', word: progress.reason || 'Not progressing' } : ready;
}

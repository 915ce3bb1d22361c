import { defineKind } from './kind.ts';
import {
  ageCell,
  containersCell,
  count,
  imagesCell,
  nameCell,
  selectorCell,
} from './parts/columns.ts';
import { formatLabels, formatSelector, labelSelector } from './parts/label-selector.ts';
import { templateFacts } from './parts/pod-facts.ts';
import { templateReferences } from './parts/pod-references.ts';
import { PodTemplate, WorkloadLinks } from './parts/pod-template.ts';
import { readyHealth, strategyLine } from './parts/replicas.ts';
import { intOrString, number, part, text } from './parts/schema.ts';

export const daemonSet = defineKind({
  group: 'apps',
  kind: 'DaemonSet',
  plural: 'daemonsets',
  shortNames: ['ds'],
  namespaced: true,
  category: 'workload',
  glyph: 'daemonset',
  role: 'Runs one pod on every node that matches, and on every such node that joins later.',
  breaks:
    'Every matching node loses its pod, and with it what the pod does there: networking, storage, logs or metrics of that node.',
  inAll: true,
  schema: part({
    spec: part({
      selector: labelSelector,
      template: PodTemplate,
      updateStrategy: part({
        type: text,
        rollingUpdate: part({ maxUnavailable: intOrString, maxSurge: intOrString }),
      }),
      revisionHistoryLimit: number,
    }),
    status: part({
      desiredNumberScheduled: number,
      currentNumberScheduled: number,
      numberReady: number,
      updatedNumberScheduled: number,
      numberAvailable: number,
      numberMisscheduled: number,
    }),
  }),
  columns: {
    Name: nameCell,
    Desired: ({ status }) => count(status?.desiredNumberScheduled),
    Current: ({ status }) => count(status?.currentNumberScheduled),
    Ready: ({ status }) => count(status?.numberReady),
    'Up-to-date': ({ status }) => count(status?.updatedNumberScheduled),
    Available: ({ status }) => count(status?.numberAvailable),
    'Node Selector': ({ spec }) => formatLabels(spec?.template?.spec?.nodeSelector),
    Age: ageCell,
  },
  observed: ['Desired', 'Current', 'Ready', 'Up-to-date', 'Available'],
  wide: { Containers: containersCell, Images: imagesCell, Selector: selectorCell },
  facts: {
    'Update strategy': ({ spec }) =>
      strategyLine(spec?.updateStrategy?.type, {
        'max unavailable': spec?.updateStrategy?.rollingUpdate?.maxUnavailable,
        'max surge': spec?.updateStrategy?.rollingUpdate?.maxSurge,
      }),
    Selector: ({ spec }) => formatSelector(spec?.selector),
    'Revision history limit': ({ spec }) => spec?.revisionHistoryLimit?.toString(),
    'On nodes that do not match': ({ status }) =>
      status?.numberMisscheduled ? `${status.numberMisscheduled} pods` : undefined,
    ...templateFacts,
  },
  health: ({ status }) => readyHealth(status?.numberReady, status?.desiredNumberScheduled),
  links: WorkloadLinks,
  references: ({ metadata: { namespace }, spec }) =>
    templateReferences(spec?.template, { at: 'spec.template', namespace }),
});

import { formatLabels, formatSelector, labelSelector } from '#kinds/parts/label-selector.ts';
import { number, part, strings } from '#kinds/parts/schema.ts';
import type { Describer, Subject } from './describer.ts';
import { value } from './description.ts';
import { Conditions, conditionTable } from './parts/condition-table.ts';
import { controlledByItem, metadataItems, nameItem, namespaceItem } from './parts/metadata.ts';
import { podsStatusItem } from './parts/pod-counts.ts';
import { PodTemplate, podTemplateItem } from './parts/pod-template.ts';

const status = part({ replicas: number, conditions: Conditions });
const ReplicaSet = part({
  spec: part({ replicas: number, selector: labelSelector, template: PodTemplate }),
  status,
});
const Selector = part({ spec: part({ selector: strings }) });

/** Its Pods are counted by phase, those of its own only. */
export const describeReplicaSet: Describer = (subject) => {
  const { spec } = ReplicaSet.read(subject.entry.object) ?? {};
  return replicaSetItems(subject, formatSelector(spec?.selector) || '<none>');
};

/** Like a ReplicaSet, but its selector is a plain map of labels. */
export const describeReplicationController: Describer = (subject) => {
  const { spec } = Selector.read(subject.entry.object) ?? {};
  return replicaSetItems(subject, formatLabels(spec?.selector));
};

function replicaSetItems(subject: Subject, selector: string) {
  const { object } = subject.entry;
  const { spec, status: reported } = ReplicaSet.read(object) ?? {};
  return [
    nameItem(object),
    namespaceItem(object),
    value('Selector', selector),
    ...metadataItems(object),
    controlledByItem(object),
    value('Replicas', `${reported?.replicas ?? 0} current / ${spec?.replicas ?? 1} desired`),
    podsStatusItem(subject),
    podTemplateItem(spec?.template, object.metadata.namespace),
    conditionTable(reported?.conditions, ['Type', 'Status', 'Reason']),
  ];
}

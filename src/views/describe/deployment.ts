import { formatSelector, labelSelector } from '#kinds/parts/label-selector.ts';
import { intOrString, number, part, text } from '#kinds/parts/schema.ts';
import type { Entry } from '#model/model.ts';
import { type Fields, isFields } from '#snapshot/fields.ts';
import { canonicalLine } from '#snapshot/json.ts';
import type { Describer, Subject } from './describer.ts';
import { plain, type Value, value, values } from './description.ts';
import { Conditions, conditionTable } from './parts/condition-table.ts';
import { createdItem, metadataItems, nameItem, namespaceItem } from './parts/metadata.ts';
import { PodTemplate, podTemplateItem } from './parts/pod-template.ts';

const Deployment = part({
  spec: part({
    replicas: number,
    selector: labelSelector,
    minReadySeconds: number,
    strategy: part({
      type: text,
      rollingUpdate: part({ maxUnavailable: intOrString, maxSurge: intOrString }),
    }),
    template: PodTemplate,
  }),
  status: part({
    replicas: number,
    updatedReplicas: number,
    availableReplicas: number,
    unavailableReplicas: number,
    conditions: Conditions,
  }),
});

/** The ReplicaSets are those it owns: the new one has its template. */
export const describeDeployment: Describer = (subject) => {
  const { object } = subject.entry;
  const { spec, status } = Deployment.read(object) ?? {};
  const { type, rollingUpdate } = spec?.strategy ?? {};
  const replicas = [
    `${spec?.replicas ?? 1} desired`,
    `${status?.updatedReplicas ?? 0} updated`,
    `${status?.replicas ?? 0} total`,
    `${status?.availableReplicas ?? 0} available`,
    `${status?.unavailableReplicas ?? 0} unavailable`,
  ];
  return [
    nameItem(object),
    namespaceItem(object),
    createdItem(object),
    ...metadataItems(object),
    value('Selector', formatSelector(spec?.selector)),
    value('Replicas', replicas.join(' | ')),
    value('StrategyType', type ?? ''),
    plain('MinReadySeconds', spec?.minReadySeconds ?? 0),
    rollingUpdate &&
      value(
        'RollingUpdateStrategy',
        `${rollingUpdate.maxUnavailable} max unavailable, ${rollingUpdate.maxSurge} max surge`,
      ),
    podTemplateItem(spec?.template, object.metadata.namespace),
    conditionTable(status?.conditions, ['Type', 'Status', 'Reason']),
    ...replicaSetItems(subject),
  ];
};

/** The ReplicaSet whose Pods are wanted now, and those of earlier templates. */
function replicaSetItems({ model, entry }: Subject) {
  const sets = model.owned(entry.id).filter(({ object }) => object.kind === 'ReplicaSet');
  if (sets.length === 0) return [];
  const wanted = templateText(entry);
  const current = sets
    .filter((set) => templateText(set) === wanted)
    .toSorted((a, b) => createdAt(a) - createdAt(b))[0];
  return [
    values('OldReplicaSets', sets.filter((set) => set !== current).map(replicaSet), ', '),
    values('NewReplicaSet', current === undefined ? [] : [replicaSet(current)]),
  ];
}

const Scale = part({ spec: part({ replicas: number }), status: part({ replicas: number }) });

function replicaSet({ id, object }: Entry): Value {
  const { spec, status } = Scale.read(object) ?? {};
  const created = `${status?.replicas ?? 0}/${spec?.replicas ?? 1} replicas created`;
  return { text: `${object.metadata.name} (${created})`, names: id };
}

function createdAt({ object }: Entry): number {
  return Date.parse(object.metadata.creationTimestamp ?? '') || 0;
}

/** The template as text, without the hash that a ReplicaSet adds to its labels. */
function templateText({ object }: Entry): string {
  const spec = isFields(object['spec']) ? object['spec'] : {};
  const template = isFields(spec['template']) ? spec['template'] : {};
  const metadata = isFields(template['metadata']) ? template['metadata'] : {};
  const labels = isFields(metadata['labels']) ? metadata['labels'] : {};
  const { 'pod-template-hash': _hash, ...rest } = labels;
  return canonicalLine(withoutEmpty({ ...template, metadata: { ...metadata, labels: rest } }));
}

/** Go takes nothing and an empty list or map for the same. */
function withoutEmpty(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, given]) => {
      if (given === null || (Array.isArray(given) && given.length === 0)) return [];
      if (!isFields(given)) return [[key, given]];
      const inner = withoutEmpty(given);
      return Object.keys(inner).length === 0 ? [] : [[key, inner]];
    }),
  );
}

import { formatSelector, labelSelector } from '#kinds/parts/label-selector.ts';
import { intOrString, number, part, text } from '#kinds/parts/schema.ts';
import type { Describer } from './describer.ts';
import { plain, value, valueWith } from './description.ts';
import { ClaimTemplates, volumeClaimsItem } from './parts/claim.ts';
import { createdItem, metadataItems, nameItem, namespaceItem } from './parts/metadata.ts';
import { podsStatusItem } from './parts/pod-counts.ts';
import { PodTemplate, podTemplateItem } from './parts/pod-template.ts';

const StatefulSet = part({
  spec: part({
    replicas: number,
    selector: labelSelector,
    updateStrategy: part({
      type: text,
      rollingUpdate: part({ partition: number, maxUnavailable: intOrString }),
    }),
    template: PodTemplate,
    volumeClaimTemplates: ClaimTemplates,
  }),
  status: part({ replicas: number }),
});

/** Its Pods are counted by phase; the claims are the templates, not the objects made of them. */
export const describeStatefulSet: Describer = (subject) => {
  const { object } = subject.entry;
  const { spec, status } = StatefulSet.read(object) ?? {};
  const { type = '', rollingUpdate: rolling } = spec?.updateStrategy ?? {};
  const isParted = rolling?.partition !== undefined;
  return [
    nameItem(object),
    namespaceItem(object),
    createdItem(object),
    value('Selector', formatSelector(spec?.selector)),
    ...metadataItems(object),
    value('Replicas', `${spec?.replicas ?? 1} desired | ${status?.replicas ?? 0} total`),
    valueWith('Update Strategy', type, [
      plain('Partition', rolling?.partition),
      isParted ? value('MaxUnavailable', rolling.maxUnavailable) : undefined,
    ]),
    podsStatusItem(subject),
    podTemplateItem(spec?.template, object.metadata.namespace),
    volumeClaimsItem(spec?.volumeClaimTemplates ?? []),
  ];
};

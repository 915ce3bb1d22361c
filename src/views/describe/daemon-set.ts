import { formatLabels, formatSelector, labelSelector } from '#kinds/parts/label-selector.ts';
import { number, part } from '#kinds/parts/schema.ts';
import type { Describer } from './describer.ts';
import { inline, value } from './description.ts';
import { metadataItems, nameItem, namespaceItem } from './parts/metadata.ts';
import { podsStatusItem } from './parts/pod-counts.ts';
import { PodTemplate, podTemplateItem } from './parts/pod-template.ts';

const DaemonSet = part({
  spec: part({ selector: labelSelector, template: PodTemplate }),
  status: part({
    desiredNumberScheduled: number,
    currentNumberScheduled: number,
    updatedNumberScheduled: number,
    numberAvailable: number,
    numberMisscheduled: number,
  }),
});

/** Nodes are counted by the DaemonSet itself, Pods by us. */
export const describeDaemonSet: Describer = (subject) => {
  const { object } = subject.entry;
  const { spec, status = {} } = DaemonSet.read(object) ?? {};
  const nodes = {
    'Desired Number of Nodes Scheduled': status.desiredNumberScheduled,
    'Current Number of Nodes Scheduled': status.currentNumberScheduled,
    'Number of Nodes Scheduled with Up-to-date Pods': status.updatedNumberScheduled,
    'Number of Nodes Scheduled with Available Pods': status.numberAvailable,
    'Number of Nodes Misscheduled': status.numberMisscheduled,
  };
  return [
    nameItem(object),
    namespaceItem(object),
    value('Selector', formatSelector(spec?.selector)),
    value('Node-Selector', formatLabels(spec?.template?.spec?.nodeSelector)),
    ...metadataItems(object),
    ...Object.entries(nodes).map(([label, count = 0]) => inline(label, String(count))),
    podsStatusItem(subject),
    podTemplateItem(spec?.template, object.metadata.namespace),
  ];
};

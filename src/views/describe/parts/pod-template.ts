import { type Infer, part, strings, text } from '#kinds/parts/schema.ts';
import { group, type Item, note, value } from '#views/describe/description.ts';
import { Containers, containersItem } from './container.ts';
import { annotationsItem, labelsItem, naming } from './metadata.ts';
import { Scheduling, schedulingGroupItem, spreadItem, tolerationsItem } from './scheduling.ts';
import { Volumes, volumesItem } from './volumes.ts';

/** `spec.template` of a workload, with all that kubectl tells of it. */
export const PodTemplate = part({
  metadata: part({ labels: strings, annotations: strings }),
  spec: part({
    serviceAccountName: text,
    priorityClassName: text,
    initContainers: Containers,
    containers: Containers,
    volumes: Volumes,
    ...Scheduling,
  }),
});

/** Names in a template stand one column in, and what they hold one more. */
const indent = 1;

/** `Pod Template`: what every Pod of a workload is made like. */
export function podTemplateItem(
  template: Infer<typeof PodTemplate> | undefined,
  namespace: string | undefined,
): Item {
  const { metadata, spec } = template ?? {};
  if (spec === undefined) return group('Pod Template', [note('<unset>')]);
  const site = { namespace, statuses: [], indent };
  const { annotations = {} } = metadata ?? {};
  return group('Pod Template', [
    labelsItem('Labels', metadata?.labels),
    Object.keys(annotations).length === 0 ? undefined : annotationsItem(annotations),
    spec.serviceAccountName
      ? value(
          'Service Account',
          naming({ kind: 'ServiceAccount' }, spec.serviceAccountName, namespace),
        )
      : undefined,
    spec.initContainers.length === 0
      ? undefined
      : containersItem('Init Containers', spec.initContainers, site),
    containersItem('Containers', spec.containers, site),
    volumesItem(spec.volumes, { namespace, indent }),
    spreadItem(spec.topologySpreadConstraints),
    spec.priorityClassName
      ? value('Priority Class Name', priorityClass(spec.priorityClassName))
      : undefined,
    labelsItem('Node-Selectors', spec.nodeSelector),
    tolerationsItem(spec.tolerations),
    schedulingGroupItem(spec),
  ]);
}

/** The name of a PriorityClass, linked. */
export function priorityClass(name: string) {
  return naming({ group: 'scheduling.k8s.io', kind: 'PriorityClass' }, name);
}
